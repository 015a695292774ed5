import { actionKind, pathKind, type ActionInfo, type RequestBody } from "./protocol/messages.js";

/**
 * `sync`: a batch the add-in asked for. `cleanup`: the library gives back references at the end of a run.
 * `service`: the library's own housekeeping, which no add-in causes.
 */
export type RequestKind = "sync" | "cleanup" | "service";

export interface LoggedRequest {
  readonly kind: RequestKind;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly requestFlags: number;
  /** `load worksheets (items/name)`, `worksheets.getItem("附件1").activate()`, `….values = …`. */
  readonly actions: readonly string[];
  /** Code of the error the batch ended with, or the transport's status. */
  readonly error: string | null;
  /** Something in the workbook changed. */
  readonly wrote: boolean;
}

/** What went over the wire since the last `clear`. */
export class RequestLog {
  readonly entries: LoggedRequest[] = [];

  add(entry: LoggedRequest): void {
    this.entries.push(entry);
  }

  clear(): void {
    this.entries.length = 0;
  }

  get syncs(): number {
    return this.entries.filter(({ kind }) => kind === "sync").length;
  }

  /** Round trips of every kind but the library's own start. */
  get requests(): number {
    return this.entries.filter(({ kind }) => kind !== "service").length;
  }

  get bytes(): { readonly sent: number; readonly received: number } {
    const sum = (of: (entry: LoggedRequest) => number) => this.entries.reduce((total, entry) => total + of(entry), 0);
    return { sent: sum(({ requestBytes }) => requestBytes), received: sum(({ responseBytes }) => responseBytes) };
  }

  get actions(): readonly string[] {
    return this.entries.flatMap(({ actions }) => actions);
  }
}

/** What the library sends by itself: at start, and some seconds later for Microsoft's statistics. */
const housekeeping: ReadonlySet<string> = new Set(["NotifyActionHandlerReady", "SendTelemetryEvent"]);

export function kindOf(body: RequestBody): RequestKind {
  const working = body.Actions.filter(({ ActionType }) => ActionType !== actionKind.instantiate);
  if (working.some(({ Name = "" }) => housekeeping.has(Name))) return "service";
  const cleansUp = working.length > 0 && working.every(({ Name }) => Name === "_RemoveReference");
  return cleansUp ? "cleanup" : "sync";
}

export function describeActions(body: RequestBody): string[] {
  return body.Actions.flatMap((action) => describe(action, body) ?? []);
}

function describe(action: ActionInfo, body: RequestBody): string | null {
  const path = describePath(action.ObjectPathId, body);
  const args = (action.ArgumentInfo?.Arguments ?? []).map((argument) => shorten(argument)).join(", ");
  switch (action.ActionType) {
    case actionKind.query:
      return `load ${path} (${(action.QueryInfo?.Select ?? []).join(",")})`;
    case actionKind.method:
      return `${path}.${camel(action.Name ?? "")}(${args})`;
    case actionKind.setProperty:
      return `${path}.${camel(action.Name ?? "")} = ${args}`;
    default:
      return null;
  }
}

function describePath(id: number, body: RequestBody): string {
  const path = body.ObjectPaths[String(id)];
  if (path === undefined) return "?";
  const args = (path.ArgumentInfo?.Arguments ?? []).map((argument) => shorten(argument)).join(", ");
  const parent = path.ParentObjectPathId === undefined ? "" : describePath(path.ParentObjectPathId, body);
  const before = parent === "" || parent === "workbook" ? "" : `${parent}.`;
  switch (path.ObjectPathType) {
    case pathKind.root:
      return "workbook";
    case pathKind.property:
      return `${before}${camel(path.Name ?? "")}`;
    case pathKind.indexer:
      return `${before}getItem(${args})`;
    case pathKind.method:
      return `${before}${camel(path.Name ?? "")}(${args})`;
    default:
      return path.Name ?? "";
  }
}

function shorten(argument: unknown): string {
  const text = JSON.stringify(argument) ?? "undefined";
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
