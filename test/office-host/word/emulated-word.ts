import { setTimeout as pause } from "node:timers/promises";
import type { EmulatedHost, HostAnswer } from "../emulated-host.js";
import { eventIds, type EventSink } from "../event-delivery.js";
import { lightTheme, type HostOptions, type OfficeTheme } from "../host-options.js";
import { serviceObject, type RuntimeState } from "../objects/services.js";
import type { WireObject } from "../objects/wire-object.js";
import { transportStatus } from "../protocol/errors.js";
import type { RequestBody } from "../protocol/messages.js";
import { processBatch } from "../protocol/processor.js";
import { isSupported, word365, type RequirementMatrix } from "../protocol/requirements.js";
import { describeActions, kindOf, RequestLog } from "../request-log.js";
import { commonCallNames, CommonApi } from "./common-api.js";
import type { WordDocument } from "./model/word-document.js";
import { w } from "./model/word-xml.js";
import { wordRoot } from "./objects/word-types.js";

export interface WordKnobs {
  latencyMs: number;
  /** Everything that changes the document is refused. */
  refusesWrites: boolean;
  /** Inserted content leaves an empty paragraph behind. */
  leavesStray: boolean;
  /** Calls of the Common API that are answered without being done, by their name. */
  ignores: Set<string>;
}

const richApi = 93;

/** Word as far as an add-in can tell: answers requests, and lets a test act as the person. */
export class EmulatedWord implements EmulatedHost {
  readonly app = "Word";
  readonly requirements: RequirementMatrix;
  readonly locale: string;
  readonly theme: OfficeTheme;
  readonly readOnly: boolean;
  readonly hasFunctions = false;
  /** Requests of Word's own model. */
  readonly log = new RequestLog();
  /** Calls of the Common API, by name, in order. */
  readonly calls: string[] = [];
  readonly knobs: WordKnobs = { latencyMs: 0, refusesWrites: false, leavesStray: false, ignores: new Set() };
  private readonly runtime: RuntimeState = { visibility: "Visible", startState: "Inactive" };
  private readonly kept = new Map<string, WireObject>();
  private readonly common: CommonApi;
  private sink: EventSink | null = null;
  private lastId = 0;

  constructor(
    readonly document: WordDocument,
    options: HostOptions = {},
  ) {
    this.requirements = options.requirements ?? word365;
    this.locale = options.locale ?? "zh-CN";
    this.theme = options.theme ?? lightTheme;
    this.readOnly = options.readOnly ?? false;
    this.common = new CommonApi(document, () => this.mayWrite);
  }

  private get mayWrite(): boolean {
    return !this.readOnly && !this.knobs.refusesWrites;
  }

  get documentName(): string {
    return this.document.name;
  }

  connect(sink: EventSink): void {
    this.sink = sink;
  }

  async execute(dispatchId: number, params: readonly unknown[]): Promise<HostAnswer> {
    if (this.knobs.latencyMs > 0) await pause(this.knobs.latencyMs);
    if (dispatchId === richApi) return this.richApi(Array.isArray(params[0]) ? (params[0] as unknown[]) : params);
    const name = commonCallNames.get(dispatchId);
    if (name === undefined) return { status: transportStatus.generic, payload: [] };
    this.calls.push(name);
    if (this.knobs.ignores.has(name)) return { status: transportStatus.ok, payload: [] };
    return (await this.common.execute(dispatchId, params)) ?? { status: transportStatus.generic, payload: [] };
  }

  private richApi(request: readonly unknown[]): HostAnswer {
    const text = String(request[4]);
    const body = JSON.parse(text) as RequestBody;
    const before = this.document.changes;
    const response = processBatch(body, {
      root: () => this.root(),
      service: (typeName) => serviceObject(typeName, this.runtime, null),
      isSupported: (type, member) => isSupported(this.requirements, type, member, "Word"),
      keep: (object) => this.keep(object),
      kept: (id) => this.kept.get(id) ?? null,
    });
    const answer = JSON.stringify(response);
    this.log.add({
      kind: kindOf(body),
      requestBytes: Buffer.byteLength(text),
      responseBytes: Buffer.byteLength(answer),
      requestFlags: Number(request[6]),
      actions: describeActions(body),
      error: response.Error?.Code ?? null,
      wrote: this.document.changes > before,
    });
    return { status: transportStatus.ok, payload: [200, [], answer] };
  }

  private root(): WireObject {
    return wordRoot({
      document: this.document,
      api: this.requirements["WordApi"] ?? "0.0",
      mayWrite: () => this.mayWrite,
      leavesStray: () => this.knobs.leavesStray,
      release: (id) => void this.kept.delete(id),
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

  /** Words of the controls of a tag, in reading order. */
  textsOf(tag: string): readonly string[] {
    return this.document
      .controlsIn(this.document.body)
      .flatMap((control) => (control.tag === tag ? [control.text] : []));
  }

  /** Copies of the file that the add-in did not give back. */
  get openFiles(): number {
    return this.common.openFiles;
  }

  // … and do, as the person at the keyboard.

  /** Types over a control; a bound one passes it on to its node and its twins. */
  userType(tag: string, text: string): void {
    const control = this.document.controlsIn(this.document.body).find((each) => each.tag === tag);
    if (control === undefined) throw new Error(`no control ${tag}`);
    const node = this.document.boundNode(control);
    if (node !== null) node.textContent = text;
    control.setText(text);
    this.document.refresh();
  }

  /** Replaces words wherever one run holds them. */
  userReplace(before: string, after: string): void {
    const found = [...this.document.body.getElementsByTagNameNS(w, "t")].filter((each) =>
      (each.textContent ?? "").includes(before),
    );
    if (found.length === 0) throw new Error(`no words ${before}`);
    for (const words of found) words.textContent = (words.textContent ?? "").replaceAll(before, after);
  }

  /** Puts the cursor into the first control of the tag; null puts it elsewhere. */
  userSelect(tag: string | null): void {
    const control = this.document.controlsIn(this.document.body).find((each) => each.tag === tag);
    this.document.selection = control?.content ?? null;
    setTimeout(() => this.sink?.(eventIds.selectionChanged, "", []), 1);
  }
}
