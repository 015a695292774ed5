import { createStore, type StoreApi } from "zustand/vanilla";
import { fail } from "../../core/result/index.js";
import {
  gridOf,
  type Cell,
  type CellAddress,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from "../../core/sheet/index.js";
import type { PageModel } from "../page-model.js";
import type { PageTexts } from "../texts.js";
import { blockOf } from "./clipboard-text.js";
import { clearedEdits, copiedEdits, copyBlock, isOnClipboard, type CopiedBlock } from "./copied-block.js";
import { editText } from "./edit-text.js";
import { pastedCells } from "./pasted-cells.js";
import type { Selection } from "./selection.js";

/** A cell being typed into. */
export interface Editing extends CellAddress {
  readonly sheet: string;
  readonly text: string;
  /** Where the caret is: in the cell or in the bar above the sheet. */
  readonly at: "cell" | "bar";
  /** Typing began over the old content: arrow keys end it, as in Excel. */
  readonly over: boolean;
}

export interface EditorState {
  readonly selection: Selection | null;
  readonly editing: Editing | null;
}

/** Typing into the sheet view: what is selected, what is being typed, and what a person's keys make of it. */
export interface CellEditor {
  readonly store: StoreApi<EditorState>;
  select(selection: Selection): void;
  /** The selected sheet as it stands now. */
  sheet(): SheetSnapshot | null;
  /** What the selected cell would be edited as. */
  text(): string;
  /** `typed` begins over the old content; without it the old content is edited. False where the cell is locked. */
  begin(at: Editing["at"], typed?: string): boolean;
  change(text: string): void;
  move(at: Editing["at"]): void;
  cancel(): void;
  /** Writes what was typed; false where it was refused and typing goes on. */
  commit(): Promise<boolean>;
  clear(): Promise<void>;
  /** The selection as text for the clipboard. */
  copy(): string | null;
  paste(text: string): Promise<void>;
}

export function cellEditor(model: PageModel, texts: PageTexts, language: "zh" | "en"): CellEditor {
  const store = createStore<EditorState>(() => ({ selection: null, editing: null }));
  let copied: CopiedBlock | null = null;

  const workbook = (): WorkbookSnapshot | null => model.store.getState().book?.snapshot ?? null;
  const date1904 = (): boolean => workbook()?.date1904 === true;
  const sheet = (): SheetSnapshot | null => {
    const { selection } = store.getState();
    return workbook()?.sheets.find(({ name }) => name === selection?.sheet) ?? null;
  };
  const cell = (): Cell | null => {
    const [own, { selection }] = [sheet(), store.getState()];
    return own && selection ? gridOf(own).cellAt(selection.focus.row, selection.focus.column) : null;
  };
  const locked = (): boolean => {
    const own = sheet();
    if (!own || cell()?.writable !== false) return false;
    const { message } = fail(
      "protected",
      `工作表“${own.name}”受保护，这个单元格已锁定，不能修改。请先在 Excel 或 WPS 中撤销工作表保护。`,
      `The sheet “${own.name}” is protected and this cell is locked. Unprotect the sheet in Excel or WPS first.`,
    ).failure;
    model.note(message[language]);
    return true;
  };

  const editor: CellEditor = {
    store,
    select: (selection) => store.setState({ selection }),
    sheet,
    text: () => editText(cell(), date1904()),
    begin(at, typed) {
      const own = sheet();
      const { selection } = store.getState();
      if (!own || !selection || locked()) return false;
      model.dismissNote();
      const text = typed ?? editor.text();
      store.setState({ editing: { sheet: own.name, ...selection.focus, text, at, over: typed !== undefined } });
      return true;
    },
    change(text) {
      const { editing } = store.getState();
      if (editing) store.setState({ editing: { ...editing, text } });
    },
    move(at) {
      const { editing } = store.getState();
      if (editing && editing.at !== at) store.setState({ editing: { ...editing, at, over: false } });
    },
    cancel() {
      store.setState({ editing: null });
      model.dismissNote();
    },
    async commit() {
      const { editing } = store.getState();
      if (!editing) return true;
      store.setState({ editing: null });
      const { sheet: name, row, column, text } = editing;
      const written = await model.type(name, [{ row, column, text }]);
      // A mistyped formula is not lost: typing goes on where it stopped, unless another cell is being typed into.
      if (!written && /^[=＝]/.test(text) && !store.getState().editing) {
        store.setState({ editing: { ...editing, over: false } });
        return false;
      }
      return written;
    },
    async clear() {
      const own = sheet();
      const { selection } = store.getState();
      if (own && selection) await model.edit(clearedEdits(own, selection.area));
    },
    copy() {
      const own = sheet();
      const { selection } = store.getState();
      if (!own || !selection) return null;
      copied = copyBlock(own, selection.area);
      return copied.text;
    },
    async paste(text) {
      const own = sheet();
      const { selection } = store.getState();
      if (!own || !selection || text === "") return;
      if (copied && isOnClipboard(copied, text)) {
        await model.edit(copiedEdits(copied, own, { top: selection.area.top, left: selection.area.left }));
        return;
      }
      const block = blockOf(text);
      if (block) await model.type(own.name, pastedCells(block, selection.area, own.merges));
      else model.note(texts.tooMuch);
    },
  };
  return editor;
}
