import { makeStyles, tokens } from "@fluentui/react-components";
import { ArrowRedo20Regular } from "@fluentui/react-icons/svg/arrow-redo";
import { ArrowUndo20Regular } from "@fluentui/react-icons/svg/arrow-undo";
import type { KeyboardEvent, ReactElement } from "react";
import { useStore } from "zustand";
import { PaneButton } from "../pane/index.js";
import { selectionName } from "./editing/selection.js";
import type { CellEditor } from "./editing/editor.js";
import type { PageModel } from "./page-model.js";
import type { PageTexts } from "./texts.js";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "flex-start",
    gap: "4px",
    padding: "4px 6px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    "& button": { minWidth: "28px", width: "28px", height: "28px", padding: 0, flexShrink: 0 },
    "& button[aria-disabled]": { backgroundColor: "transparent", border: "1px solid transparent" },
  },
  name: {
    flexShrink: 0,
    minWidth: "58px",
    padding: "4px 6px",
    textAlign: "center",
    fontSize: "13px",
    lineHeight: "20px",
    color: tokens.colorNeutralForeground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    "@media (max-width: 599px)": { minWidth: "40px", padding: "4px 2px" },
  },
  content: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: "28px",
    maxHeight: "88px",
    boxSizing: "border-box",
    padding: "4px 6px",
    resize: "none",
    border: "1px solid transparent",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: "transparent",
    color: "inherit",
    fontFamily: "inherit",
    fontSize: "13px",
    lineHeight: "18px",
    overflowY: "auto",
    fieldSizing: "content",
    ":hover": { border: `1px solid ${tokens.colorNeutralStroke1}` },
    ":focus": { outline: "none", border: `1px solid ${tokens.colorBrandStroke1}` },
  },
});

export interface FormulaBarProps {
  readonly model: PageModel;
  readonly editor: CellEditor;
  readonly texts: PageTexts;
  /** Typing ended: the focus goes back to the sheet, one cell on where `step` says so. */
  readonly ended: (step: "down" | "stay") => void;
}

/** Which cell is selected, what it holds, and the way back. */
export function FormulaBar({ model, editor, texts, ended }: FormulaBarProps): ReactElement {
  const styles = useStyles();
  const { selection, editing } = useStore(editor.store);
  const book = useStore(model.store, (state) => state.book);
  const sheet = editor.sheet();
  const shown = editing?.text ?? editor.text();

  function keys(event: KeyboardEvent<HTMLTextAreaElement>): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      editor.cancel();
      ended("stay");
    } else if (event.key === "Enter" && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      void editor.commit().then((written) => written && ended("down"));
    }
  }

  return (
    <div className={styles.bar} data-formula-bar="">
      <div className={styles.name} aria-label={texts.cellName} role="status" data-cell-name="">
        {selection && sheet ? selectionName(selection, sheet) : ""}
      </div>
      <textarea
        className={styles.content}
        rows={1}
        spellCheck={false}
        aria-label={texts.cellContent}
        data-cell-content=""
        value={shown}
        disabled={!selection}
        onFocus={(event) => {
          if (editor.store.getState().editing) editor.move("bar");
          else if (!editor.begin("bar")) event.currentTarget.blur();
        }}
        onChange={({ currentTarget }) => editor.change(currentTarget.value)}
        onBlur={() => {
          if (editor.store.getState().editing?.at === "bar") void editor.commit();
        }}
        onKeyDown={keys}
      />
      <PaneButton
        look="subtle"
        icon={<ArrowUndo20Regular />}
        off={!book?.canUndo}
        title={`${texts.undo} (Ctrl+Z)`}
        aria-label={texts.undo}
        data-page-undo=""
        onClick={() => void model.undo()}
      />
      <PaneButton
        look="subtle"
        icon={<ArrowRedo20Regular />}
        off={!book?.canRedo}
        title={`${texts.redo} (Ctrl+Y)`}
        aria-label={texts.redo}
        data-page-redo=""
        onClick={() => void model.redo()}
      />
    </div>
  );
}
