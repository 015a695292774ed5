import { areaAddress } from "../../src/core/sheet/index.js";
import { assumptions } from "./assumptions.js";
import { valueTypeOf } from "./model/cell.js";
import type { ModelEvent, WorkbookModel } from "./model/workbook-model.js";
import { eventTypes } from "./objects/event-registrations.js";
import { range } from "./objects/range.js";
import type { WireObject } from "./objects/wire-object.js";

/** Where events go: the transport of the running add-in. */
export type EventSink = (eventId: number, targetId: string, payload: readonly unknown[]) => void;

export const eventIds = { selectionChanged: 2, richApiMessage: 33, appCommandInvoked: 39 } as const;

const richApiEventCategory = 65_536;

/** Turns what happened in the model into the entries that handlers of the library are fed with. */
export class EventDelivery {
  sink: EventSink | null = null;
  private readonly ranges = new Map<string, WireObject>();

  constructor(private readonly workbook: WorkbookModel) {}

  /** Range of an event that was delivered, by the id it carried. */
  range(referenceId: string): WireObject | null {
    return this.ranges.get(referenceId) ?? null;
  }

  /** Delivers what happened since the last call, a moment later. Both the sheet's and the workbook's handlers hear it. */
  raise(source: "Local" | "Remote", triggerSource: string, enabled: boolean): void {
    const events = this.workbook.events.splice(0);
    const { sink } = this;
    if (sink === null || !enabled || events.length === 0) return;
    const entries = events.flatMap((event) => {
      const args = JSON.stringify({ ...this.argumentsOf(event), source, triggerSource });
      const own = event.kind === "selected" ? event.selection.sheetId : event.sheetId;
      return [own, "Workbook"].map((target) => [richApiEventCategory, eventTypes[event.kind], target, args, 0, false]);
    });
    const selected = events.some(({ kind }) => kind === "selected");
    setTimeout(() => {
      sink(eventIds.richApiMessage, "", entries);
      if (selected) sink(eventIds.selectionChanged, "", []);
    }, assumptions.eventDelayMs);
  }

  private argumentsOf(event: ModelEvent): Record<string, unknown> {
    switch (event.kind) {
      case "changed":
        return this.changeArguments(event);
      case "selected":
        return { address: areaAddress(event.selection.area), worksheetId: event.selection.sheetId };
      case "renamed":
        return { worksheetId: event.sheetId, nameBefore: event.before, nameAfter: event.after };
      default:
        return { worksheetId: event.sheetId };
    }
  }

  private changeArguments({ sheetId, area, before, after }: ModelEvent & { kind: "changed" }): Record<string, unknown> {
    const values =
      before === null || after === null
        ? {}
        : {
            valueBefore: before.value ?? "",
            valueAfter: after.value ?? "",
            valueTypeBefore: valueTypeOf(before),
            valueTypeAfter: valueTypeOf(after),
          };
    return {
      ...{ address: areaAddress(area), changeType: "RangeEdited", worksheetId: sheetId, shiftDirection: "None" },
      ...{ referenceId: this.referenceTo(sheetId, area), ...values },
    };
  }

  private referenceTo(sheetId: string, area: (ModelEvent & { kind: "changed" })["area"]): string {
    const sheet = this.workbook.sheet(sheetId);
    if (sheet === null) return "";
    const id = `event-${this.ranges.size + 1}`;
    this.ranges.set(id, range({ book: this.workbook, sheet, area }));
    return id;
  }
}
