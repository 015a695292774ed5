import type { WorkbookCapabilities } from "../app/index.js";
import type { PaneTexts } from "./texts.js";

/** What a person may count on before the pane writes: told beforehand, since Excel may not undo it. */
export function undoNote(undo: WorkbookCapabilities["undo"], texts: PaneTexts): string {
  switch (undo) {
    case "host":
      return texts.undoHost;
    case "cleared":
      return texts.undoCleared;
    case "own":
      return texts.undoOwn;
  }
}
