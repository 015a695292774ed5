import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactElement,
  type RefObject,
} from "react";
import { useStore } from "zustand";
import type { CellEditor } from "./editing/editor.js";
import { focusBox, forwardKey, type ForwardedKey } from "./editing/view-access.js";
import type { PageModel } from "./page-model.js";
import type { PageTexts } from "./texts.js";

export interface CellInputProps {
  readonly model: PageModel;
  readonly editor: CellEditor;
  readonly texts: PageTexts;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly input: RefObject<HTMLTextAreaElement | null>;
  /** Escape without anything to cancel: the focus leaves the sheet. */
  readonly leave: () => void;
}

/** Pixels. */
const lineHeight = 18;
const tallCell = 60;

const arrows: Readonly<Record<string, ForwardedKey>> = {
  ArrowUp: "ArrowUp",
  ArrowDown: "ArrowDown",
  ArrowLeft: "ArrowLeft",
  ArrowRight: "ArrowRight",
  Tab: "Tab",
};

/**
 * The field that takes the keys: it lies unseen over the selected cell and has the focus while the sheet has it, so that
 * input methods work from the first key; typing makes it seen.
 */
export function CellInput({ model, editor, texts, frame, input, leave }: CellInputProps): ReactElement {
  const { selection, editing } = useStore(editor.store);
  const [box, setBox] = useState<ReturnType<typeof focusBox>>(null);
  const composing = useRef(false);
  const shown = editing !== null;

  useLayoutEffect(() => {
    if (frame.current) setBox(focusBox(frame.current));
  }, [selection, shown, frame]);

  useEffect(() => {
    const field = input.current;
    if (editing?.at !== "cell" || !field || document.activeElement === field) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }, [editing?.at, editing?.row, editing?.column, input]);

  const forward = (key: ForwardedKey, event: KeyboardEvent): void => {
    event.preventDefault();
    if (frame.current) forwardKey(frame.current, key, { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey });
  };
  const commitAnd = (key: ForwardedKey, event: KeyboardEvent): void => {
    event.preventDefault();
    const held = { shift: key === "Tab" && event.shiftKey, ctrl: false };
    void editor.commit().then((written) => {
      if (written && frame.current) forwardKey(frame.current, key, held);
    });
  };

  function whileTyping(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const { key, currentTarget } = event;
    const arrow = arrows[key];
    if (key === "Escape") editor.cancel();
    else if (key === "Enter" && event.altKey) {
      event.preventDefault();
      currentTarget.setRangeText("\n", currentTarget.selectionStart, currentTarget.selectionEnd, "end");
      editor.change(currentTarget.value);
    } else if (key === "Enter") commitAnd(event.shiftKey ? "ArrowUp" : "ArrowDown", event);
    else if (arrow === "Tab" || (arrow && editing?.over && !event.shiftKey)) commitAnd(arrow, event);
    else if (key === "F2" && editing) editor.move("bar");
  }

  function whileReady(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const { key } = event;
    const command = event.ctrlKey || event.metaKey;
    const arrow = arrows[key];
    if (arrow) forward(arrow, event);
    else if (key === "Enter") {
      event.preventDefault();
      if (frame.current)
        forwardKey(frame.current, event.shiftKey ? "ArrowUp" : "ArrowDown", { shift: false, ctrl: false });
    } else if (key === "F2") {
      event.preventDefault();
      editor.begin("cell");
    } else if (key === "Delete" || key === "Backspace") {
      event.preventDefault();
      void editor.clear();
    } else if (key === "Escape") leave();
    else if (command && key.toLowerCase() === "a") event.preventDefault();
    else if (command && key.toLowerCase() === "z") {
      event.preventDefault();
      void (event.shiftKey ? model.redo() : model.undo());
    } else if (command && key.toLowerCase() === "y") {
      event.preventDefault();
      void model.redo();
    }
  }

  function copy(event: ClipboardEvent, then?: () => void): void {
    if (editing) return;
    const text = editor.copy();
    if (text === null) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", text);
    then?.();
  }

  return (
    <textarea
      ref={input}
      className={`annex-cell-input${shown && editing.at === "cell" ? " annex-cell-typing" : ""}`}
      style={{
        left: box?.left ?? 0,
        top: box?.top ?? 0,
        minWidth: box?.width ?? 40,
        minHeight: box?.height ?? 20,
        // A single line stands in the middle of a low cell, as the sheet draws it.
        paddingTop: box && box.height < tallCell && !editing?.text.includes("\n") ? (box.height - lineHeight) / 2 : 1,
      }}
      rows={1}
      spellCheck={false}
      aria-label={texts.cellContent}
      data-cell-input=""
      value={editing?.text ?? ""}
      onChange={({ currentTarget }) => {
        if (editing) editor.change(currentTarget.value);
        else if (!editor.begin("cell", currentTarget.value)) currentTarget.value = "";
      }}
      onFocus={() => editor.move("cell")}
      onBlur={() => {
        if (editor.store.getState().editing?.at === "cell") void editor.commit();
      }}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={() => (composing.current = false)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing || composing.current) return;
        if (editing) whileTyping(event);
        else whileReady(event);
      }}
      onCopy={(event) => copy(event)}
      onCut={(event) => copy(event, () => void editor.clear())}
      onPaste={(event) => {
        if (editing) return;
        event.preventDefault();
        void editor.paste(event.clipboardData.getData("text/plain"));
      }}
    />
  );
}
