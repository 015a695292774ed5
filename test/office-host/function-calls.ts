/** What a cell shows after one of the add-in's functions was calculated. */
export type FunctionAnswer =
  | { readonly value: unknown }
  /** Excel's error and the sentence behind its mark. */
  | { readonly error: string; readonly sentence: string };

/** An entry of `SetInvocationResults`. */
interface WireResult {
  readonly id: number;
  readonly failed?: boolean;
  readonly value?: unknown;
  readonly errorCode?: number;
}

const functionCategory = 1;
const invokeType = 1000;
/** A plain function: not cancelable, not streaming, takes no errors. */
const plainFlags = 0;

/** Numbers of the library's own table (`_getCustomFunctionResultErrorCodeFromErrorCode`). */
const errors: Readonly<Record<number, string>> = { 1: "#N/A", 5: "#DIV/0!", 6: "#NUM!", 7: "#VALUE!", 8: "#NULL!" };

/** Calls of custom functions under way: kept until the library says it is ready, answered when it hands results over. */
export class FunctionCalls {
  private readonly waiting: unknown[][] = [];
  private readonly open = new Map<number, (answer: FunctionAnswer) => void>();
  private ready = false;
  private lastId = 0;

  constructor(private readonly deliver: (entries: readonly unknown[]) => void) {}

  call(id: string, cells: readonly unknown[]): Promise<FunctionAnswer> {
    this.lastId += 1;
    const invocation = this.lastId;
    const message = JSON.stringify([invocation, id, cells, "Sheet1!A1", plainFlags]);
    const entry = [functionCategory, invokeType, "", message, 0, false];
    return new Promise((resolve) => {
      this.open.set(invocation, resolve);
      if (this.ready) this.deliver([entry]);
      else this.waiting.push(entry);
    });
  }

  /** The library is ready; what was calculated before follows in one message. */
  start(): void {
    this.ready = true;
    const entries = this.waiting.splice(0);
    if (entries.length > 0) setTimeout(() => this.deliver(entries));
  }

  settle(results: unknown): void {
    for (const { id, failed, value, errorCode } of results as readonly WireResult[]) {
      const answer: FunctionAnswer =
        failed === true
          ? { error: errors[errorCode ?? 0] ?? `error ${errorCode}`, sentence: typeof value === "string" ? value : "" }
          : { value };
      this.open.get(id)?.(answer);
      this.open.delete(id);
    }
  }
}
