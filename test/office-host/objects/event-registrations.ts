import type { ModelEvent } from "../model/workbook-model.js";

/** Event types of the wire by what happened; the numbers and register methods stand in the shipped library. */
export const eventTypes = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selected: 14,
  deleted: 15,
  calculated: 16,
  renamed: 25,
} as const satisfies Record<ModelEvent["kind"], number>;

const registerNames = {
  changed: "DataChangedEvent",
  activated: "ActivatedEvent",
  deactivated: "DeactivatedEvent",
  added: "AddedEvent",
  selected: "SelectionChangedEvent",
  deleted: "DeletedEvent",
  calculated: "CalculatedEvent",
  renamed: "EventNameChanged",
} as const satisfies Record<ModelEvent["kind"], string>;

const onlyOnCollection: ReadonlySet<string> = new Set(["added", "deleted"]);

/** `_RegisterDataChangedEvent` and its kin. The client keeps the table of handlers; the host only has to agree. */
export function eventRegistrations(owner: "Worksheet" | "WorksheetCollection"): Record<string, () => null> {
  const calls: Record<string, () => null> = {};
  for (const [kind, name] of Object.entries(registerNames)) {
    if (owner === "Worksheet" && onlyOnCollection.has(kind)) continue;
    calls[`_Register${name}`] = () => null;
    calls[`_Unregister${name}`] = () => null;
  }
  return calls;
}
