import { useEffect } from "react";
import type { PageModel } from "./page-model.js";

/** Ctrl+S everywhere; Ctrl+Z and Ctrl+Y wherever no field takes them for itself. */
export function usePageKeys(model: PageModel): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || !model.store.getState().workbook) return;
      const key = event.key.toLowerCase();
      const inField =
        event.target instanceof Element && event.target.closest("input, textarea, [contenteditable=true]");
      if (key === "s") {
        event.preventDefault();
        saveWhatIsTyped(model);
      } else if (!inField && (key === "z" || key === "y")) {
        event.preventDefault();
        void (key === "y" || event.shiftKey ? model.redo() : model.undo());
      }
    };
    // Before fields keep their keys to themselves.
    document.addEventListener("keydown", press, true);
    return () => document.removeEventListener("keydown", press, true);
  }, [model]);
}

/** A cell being typed into is written when its field loses the focus; that goes into the saved file too. */
function saveWhatIsTyped(model: PageModel): void {
  const field = document.activeElement instanceof HTMLTextAreaElement ? document.activeElement : null;
  field?.blur();
  void model.save();
  field?.focus({ preventScroll: true });
}
