import type { SheetTarget } from "../../core/sheet/index.js";

/** The bytes of every file of a book. */
export type Version = readonly Uint8Array[];

export interface Step {
  readonly before: Version;
  readonly after: Version;
  readonly keys: readonly string[];
  readonly target: SheetTarget | null;
  /** What the host answered for it; the pane takes its write back by this. */
  readonly written: object | null;
}

/** Bytes kept for undoing; the oldest steps go first. */
const mostBytes = 256 * 1024 * 1024;
const mostSteps = 200;

/** What can be undone and redone, and which cells differ from the saved files. */
export class History {
  readonly #past: Step[] = [];
  readonly #future: Step[] = [];
  /** How many steps the saved files hold. */
  #savedDepth = 0;
  /** Cells of saved steps that were undone and then overwritten by others. */
  readonly #strays = new Set<string>();

  get last(): Step | null {
    return this.#past.at(-1) ?? null;
  }

  get next(): Step | null {
    return this.#future.at(-1) ?? null;
  }

  push(step: Step): void {
    if (this.#past.length < this.#savedDepth) {
      for (const key of this.#undoneKeys()) this.#strays.add(key);
      this.#savedDepth = this.#past.length;
    }
    this.#future.length = 0;
    this.#past.push(step);
    while (this.#past.length > mostSteps || this.#size() > mostBytes) this.#forgetOldest();
  }

  undone(): void {
    const step = this.#past.pop();
    if (step) this.#future.push(step);
  }

  redone(): void {
    const step = this.#future.pop();
    if (step) this.#past.push(step);
  }

  saved(): void {
    this.#savedDepth = this.#past.length;
    this.#strays.clear();
  }

  changedKeys(): ReadonlySet<string> {
    const steps = this.#past.slice(this.#savedDepth).flatMap(({ keys }) => keys);
    return new Set([...this.#strays, ...this.#undoneKeys(), ...steps]);
  }

  #undoneKeys(): readonly string[] {
    const count = this.#savedDepth - this.#past.length;
    return count <= 0 ? [] : this.#future.slice(-count).flatMap(({ keys }) => keys);
  }

  #size(): number {
    const bytes = new Set(this.#past.flatMap(({ before }) => before));
    return [...bytes].reduce((sum, { length }) => sum + length, 0);
  }

  #forgetOldest(): void {
    const [oldest] = this.#past.splice(0, 1);
    if (this.#savedDepth > 0) this.#savedDepth--;
    else for (const key of oldest?.keys ?? []) this.#strays.add(key);
  }
}
