/** What Ctrl+Z takes back: one act of the person, or what API batches left behind, depending on the mode. */
interface UndoStep {
  readonly by: "person" | "addin";
  readonly restore: (() => void)[];
}

/**
 * `cleared`: a writing batch empties the person's undo list (Excel before ExcelApi 1.20). `step`: each writing batch is a
 * step of its own. `merged`: the writing batches between two acts of the person are one step.
 */
export type UndoMode = "cleared" | "step" | "merged";

/** Records changes and groups them into undo steps. */
export class Journal {
  private pending: (() => void)[] = [];
  private steps: UndoStep[] = [];

  constructor(public mode: UndoMode) {}

  record(restore: () => unknown): void {
    this.pending.push(() => void restore());
  }

  /** Number of changes since the last commit. */
  get changes(): number {
    return this.pending.length;
  }

  /** Closes the current act. An act that changed nothing leaves the list alone. */
  commit(by: "person" | "addin"): void {
    const restore = this.pending;
    this.pending = [];
    if (restore.length === 0) return;
    if (by === "addin" && this.mode === "cleared") {
      this.steps = [];
      return;
    }
    const last = this.steps.at(-1);
    if (by === "addin" && this.mode === "merged" && last?.by === "addin") last.restore.push(...restore);
    else this.steps.push({ by, restore });
  }

  /** Drops what was recorded while the workbook was loaded. */
  forget(): void {
    this.pending = [];
  }

  get depth(): number {
    return this.steps.length;
  }

  /** Ctrl+Z. False when the list is empty. */
  undo(): boolean {
    const step = this.steps.pop();
    if (step === undefined) return false;
    for (const restore of step.restore.toReversed()) restore();
    this.pending = [];
    return true;
  }
}
