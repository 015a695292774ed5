import type { Result } from "../core/result/index.js";
import type { CellEdit, SheetTarget } from "../core/sheet/index.js";
import type { Language } from "../pane/index.js";
import type { PageState } from "./page-state.js";
import type { Typed, TypedCell } from "./page-workbook.js";
import type { PageTexts } from "./texts.js";

/** What a person's hand does to cells. Each is one step that can be undone. */
export interface TypingActs {
  /** False where it was refused; the note says why. */
  type(sheet: string, cells: readonly TypedCell[]): Promise<boolean>;
  edit(edits: readonly CellEdit[]): Promise<boolean>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Says something about typing that did not get as far as a cell. */
  note(text: string): void;
}

interface Parts {
  readonly get: () => PageState;
  readonly set: (part: Partial<PageState>) => void;
  readonly texts: PageTexts;
  readonly language: Language;
}

export function typingActs({ get, set, texts, language }: Parts): TypingActs {
  /** Books whose reader has been told that some formulas are left alone. */
  const told = new WeakSet<object>();

  async function typed(act: () => Promise<Result<Typed>> | undefined): Promise<boolean> {
    set({ note: null });
    const { workbook } = get();
    const result = await act();
    if (!workbook || !result) return false;
    if (!result.ok) {
      set({ note: { kind: "error", text: result.failure.message[language] } });
      return false;
    }
    const { target, left } = result.value;
    // The pane's offer to take back its own write is over: it is no longer the last one.
    if (target) workbook.desk.dismissUndo();
    if (left && !told.has(workbook.book)) {
      told.add(workbook.book);
      set({ note: { kind: "info", text: texts.leftAlone(left.place, left.count) } });
    }
    return true;
  }

  async function stepped(
    act: () => Promise<Result<SheetTarget | null>> | undefined,
    nothing: string,
    done: string,
  ): Promise<void> {
    set({ note: null });
    const { workbook } = get();
    const result = await act();
    if (!workbook || !result) return;
    if (!result.ok) set({ note: { kind: "error", text: result.failure.message[language] } });
    else if (result.value === null) set({ note: { kind: "info", text: nothing } });
    else {
      workbook.desk.dismissUndo();
      set({ target: { ...result.value }, note: { kind: "info", text: done } });
    }
  }

  return {
    type: (sheet, cells) => typed(() => get().workbook?.book.type(sheet, cells)),
    edit: (edits) => typed(() => get().workbook?.book.edit(edits)),
    undo: () => stepped(() => get().workbook?.book.undo(), texts.nothingToUndo, texts.undone),
    redo: () => stepped(() => get().workbook?.book.redo(), texts.nothingToRedo, texts.redone),
    note: (text) => set({ note: { kind: "error", text } }),
  };
}
