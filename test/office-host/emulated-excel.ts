import { setTimeout as pause } from "node:timers/promises";
import { areaAddress, type Area, type WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { assumptions } from "./assumptions.js";
import { EventDelivery, eventIds, type EventSink } from "./event-delivery.js";
import { lightTheme, type HostKnobs, type HostOptions, type OfficeTheme } from "./host-options.js";
import type { EmulatedHost, HostAnswer } from "./emulated-host.js";
import { FunctionCalls, type FunctionAnswer } from "./function-calls.js";
import { recalculate } from "./model/calculation.js";
import type { ModelCell } from "./model/cell.js";
import type { SheetModel } from "./model/sheet-model.js";
import { shownText } from "./model/shown-text.js";
import { modelOf, type WorkbookModel } from "./model/workbook-model.js";
import { areaOf } from "./objects/range-target.js";
import { serviceObject, type RuntimeState } from "./objects/services.js";
import { workbookRoot } from "./objects/workbook.js";
import type { WireObject } from "./objects/wire-object.js";
import { transportStatus } from "./protocol/errors.js";
import type { RequestBody } from "./protocol/messages.js";
import { processBatch } from "./protocol/processor.js";
import { excel2021, isSupported, type RequirementMatrix } from "./protocol/requirements.js";
import { describeActions, kindOf, RequestLog } from "./request-log.js";

export const dispatchIds = { richApi: 93, commandCompleted: 94, openBrowserWindow: 102 } as const;

const delayForCellEdit = 64;

export interface SeenCell {
  readonly value: ModelCell["value"];
  readonly formula: string | null;
  readonly text: string;
  readonly format: string;
}

/** Excel as far as an add-in can tell: answers requests, raises events, and lets a test act as the person. */
export class EmulatedExcel implements EmulatedHost {
  readonly app = "Excel";
  readonly workbook: WorkbookModel;
  readonly requirements: RequirementMatrix;
  readonly locale: string;
  readonly theme: OfficeTheme;
  readonly log = new RequestLog();
  readonly runtime: RuntimeState = { visibility: "Visible", startState: "Inactive" };
  /** Null where the matrix knows no CustomFunctionsRuntime. */
  readonly functions: FunctionCalls | null;
  readonly completedCommands: { readonly id: string; readonly status: number }[] = [];
  readonly openedWindows: string[] = [];
  readonly knobs: HostKnobs = {
    latencyMs: 0,
    cellEditing: false,
    modalDialog: false,
    overloaded: false,
    maxRequestBytes: Infinity,
    maxResponseBytes: Infinity,
  };
  /** Called before each batch is worked through: what a co-author does between two of them. */
  beforeBatch: (() => void) | null = null;
  private readonly addinRuntime = { enableEvents: true };
  private readonly kept = new Map<string, WireObject>();
  private readonly events: EventDelivery;
  private lastId = 0;

  constructor(snapshot: WorkbookSnapshot, options: HostOptions = {}) {
    this.workbook = modelOf(snapshot, options.undo ?? "cleared", recalculate);
    this.events = new EventDelivery(this.workbook);
    this.workbook.readOnly = options.readOnly ?? snapshot.readOnly;
    this.requirements = options.requirements ?? excel2021;
    this.locale = options.locale ?? "zh-CN";
    this.theme = options.theme ?? lightTheme;
    const hasFunctions = this.requirements["CustomFunctionsRuntime"] !== undefined;
    this.functions = hasFunctions ? new FunctionCalls(this.deliver) : null;
  }

  private readonly deliver = (entries: readonly unknown[]): void => {
    this.events.sink?.(eventIds.richApiMessage, "", entries);
  };

  get documentName(): string {
    return this.workbook.name ?? "";
  }

  get readOnly(): boolean {
    return this.workbook.readOnly;
  }

  get hasFunctions(): boolean {
    return this.functions !== null;
  }

  connect(sink: EventSink): void {
    this.events.sink = sink;
  }

  /** One call of the add-in's library. `params` is as the library passes it, so far as it is JSON. */
  async execute(dispatchId: number, params: readonly unknown[]): Promise<HostAnswer> {
    if (this.knobs.latencyMs > 0) await pause(this.knobs.latencyMs);
    switch (dispatchId) {
      case dispatchIds.richApi:
        return this.richApi(Array.isArray(params[0]) ? (params[0] as unknown[]) : params);
      case dispatchIds.commandCompleted:
        this.completedCommands.push({ id: String(params[0]), status: Number(params[1]) });
        return { status: transportStatus.ok, payload: [] };
      case dispatchIds.openBrowserWindow:
        this.openedWindows.push(String(params[0]));
        return { status: transportStatus.ok, payload: [] };
      default:
        return { status: transportStatus.generic, payload: [] };
    }
  }

  private async richApi(request: readonly unknown[]): Promise<HostAnswer> {
    const text = String(request[4]);
    const flags = Number(request[6]);
    const body = JSON.parse(text) as RequestBody;
    const kind = kindOf(body);
    const requestBytes = Buffer.byteLength(text);
    const finish = (status: number, answer: string | null, error: string | null, wrote: boolean): HostAnswer => {
      const responseBytes = answer === null ? 0 : Buffer.byteLength(answer);
      const actions = describeActions(body);
      this.log.add({ kind, requestBytes, responseBytes, requestFlags: flags, actions, error, wrote });
      return { status, payload: answer === null ? [] : [200, [], answer] };
    };
    const refuse = (status: number) => finish(status, null, String(status), false);

    if (kind !== "service") {
      if (this.knobs.overloaded) return refuse(transportStatus.activityLimit);
      if (requestBytes > this.knobs.maxRequestBytes) return refuse(transportStatus.requestTooLarge);
      if (this.knobs.cellEditing && (flags & delayForCellEdit) === 0) return refuse(transportStatus.cellEditing);
      while (this.knobs.cellEditing) await pause(5);
      if (this.knobs.modalDialog && kind === "sync" && (assumptions.modalDialogRefusesReads || writes(body))) {
        return refuse(transportStatus.modalDialogOpen);
      }
    }

    this.beforeBatch?.();
    const response = processBatch(body, {
      root: () => this.root(),
      service: (typeName) => serviceObject(typeName, this.runtime, this.functions),
      isSupported: (type, member) => isSupported(this.requirements, type, member),
      keep: (object) => this.keep(object),
      kept: (id) => this.kept.get(id) ?? null,
    });
    const wrote = this.workbook.journal.changes > 0;
    this.workbook.journal.commit("addin");
    this.events.raise("Local", "ThisLocalAddin", this.addinRuntime.enableEvents);
    const answer = JSON.stringify(response);
    if (Buffer.byteLength(answer) > this.knobs.maxResponseBytes) {
      return finish(transportStatus.responseTooLarge, null, String(transportStatus.responseTooLarge), wrote);
    }
    return finish(transportStatus.ok, answer, response.Error?.Code ?? null, wrote);
  }

  private root(): WireObject {
    return workbookRoot({
      book: this.workbook,
      runtime: this.addinRuntime,
      release: (id) => void this.kept.delete(id),
      eventRange: (id) => this.events.range(id),
    });
  }

  private keep(object: WireObject): string {
    this.lastId += 1;
    const id = `ref-${this.lastId}`;
    this.kept.set(id, object);
    return id;
  }

  /** References the add-in still holds. */
  get heldReferences(): number {
    return this.kept.size;
  }

  // What a test may see …

  sheet(name: string): SheetModel {
    const sheet = this.workbook.sheet(name);
    if (sheet === null) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  cell(sheetName: string, address: string): SeenCell {
    const { top, left } = areaOf(address);
    const cell = this.sheet(sheetName).cell(top, left);
    return { value: cell.value, formula: cell.formula, text: cell.text ?? shownText(cell), format: cell.format };
  }

  get selection(): { readonly sheet: string; readonly address: string } {
    const { sheetId, area } = this.workbook.selection;
    return { sheet: this.workbook.sheet(sheetId)?.name ?? "", address: areaAddress(area) };
  }

  get activeSheet(): string {
    return this.workbook.sheet(this.workbook.activeSheetId)?.name ?? "";
  }

  // … and do, as the person at the keyboard or as a co-author elsewhere.

  /** Types into a cell. `source` Remote is a co-author's edit arriving. */
  userEdit(
    sheetName: string,
    address: string,
    content: string | number | boolean,
    source: "Local" | "Remote" = "Local",
  ): void {
    const sheet = this.sheet(sheetName);
    const area = areaOf(address);
    const before = sheet.cell(area.top, area.left);
    this.workbook.input(sheet, area.top, area.left, content);
    this.workbook.calculate();
    const after = sheet.cell(area.top, area.left);
    this.workbook.events.push({ kind: "changed", sheetId: sheet.id, area, before, after });
    this.act(source);
  }

  /** Several blocks are given as `A1,C3:D4`. */
  userSelect(sheetName: string, address: string): void {
    const [first = "", ...others] = address.split(",");
    this.workbook.select(this.sheet(sheetName), areaOf(first), others.length === 0);
    this.act("Local");
  }

  userRename(sheetName: string, name: string): void {
    this.workbook.rename(this.sheet(sheetName), name);
    this.act("Local");
  }

  userDeleteSheet(sheetName: string): void {
    this.workbook.removeSheet(this.sheet(sheetName));
    this.act("Local");
  }

  userAddSheet(name: string): void {
    this.workbook.addSheet(name);
    this.act("Local");
  }

  /** Hides or shows rows or columns, given as `5:7` or `C:D`. */
  userHide(sheetName: string, address: string, hidden = true): void {
    const sheet = this.sheet(sheetName);
    const area: Area = areaOf(address);
    const byRows = /\d/.test(address);
    const [first, last] = byRows ? [area.top, area.bottom] : [area.left, area.right];
    for (let index = first; index <= last; index++) sheet.setHidden(byRows ? "rows" : "columns", index, hidden);
    this.act("Local");
  }

  /** Ctrl+Z; false when there is nothing to take back. */
  userUndo(): boolean {
    const undone = this.workbook.journal.undo();
    if (undone) this.workbook.calculate();
    this.workbook.events.length = 0;
    this.workbook.journal.forget();
    return undone;
  }

  get undoDepth(): number {
    return this.workbook.journal.depth;
  }

  private act(source: "Local" | "Remote"): void {
    this.workbook.journal.commit("person");
    this.events.raise(source, "Unknown", this.addinRuntime.enableEvents);
  }

  /** Calculates a cell with one of the add-in's functions; `id` is that of the metadata. */
  calculate(id: string, ...cells: readonly unknown[]): Promise<FunctionAnswer> {
    if (this.functions === null) return Promise.resolve({ error: "#NAME?", sentence: "" });
    return this.functions.call(id, cells);
  }

  /** Presses a ribbon button whose action is `functionName`. */
  pressRibbonButton(functionName: string, buttonId = functionName): void {
    this.lastId += 1;
    const eventObject = JSON.stringify({ source: { id: buttonId } });
    this.events.sink?.(eventIds.appCommandInvoked, "", [`command-${this.lastId}`, functionName, eventObject]);
  }
}

const readOnlyMethods = new Set(["Select", "Activate", "_KeepReference", "_RemoveReference"]);

/** A dialog of Excel refuses what changes the workbook; reading goes on. */
function writes(body: RequestBody): boolean {
  return body.Actions.some(
    ({ ActionType, Name = "" }) =>
      ActionType === 4 ||
      (ActionType === 3 && !readOnlyMethods.has(Name) && !/^_?(Get|Register|Unregister)/.test(Name)),
  );
}
