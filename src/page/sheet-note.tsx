import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactElement } from "react";
import { useStore } from "zustand";
import { PaneButton } from "../pane/index.js";
import type { PageModel } from "./page-model.js";
import type { PageTexts } from "./texts.js";

const useStyles = makeStyles({
  note: {
    position: "absolute",
    left: "50%",
    bottom: "44px",
    transform: "translateX(-50%)",
    zIndex: 1200,
    display: "flex",
    alignItems: "flex-start",
    gap: "6px",
    width: "max-content",
    maxWidth: "calc(100% - 24px)",
    boxSizing: "border-box",
    padding: "8px 6px 8px 12px",
    borderRadius: tokens.borderRadiusMedium,
    border: "1px solid",
    boxShadow: tokens.shadow16,
    fontSize: "13px",
    lineHeight: "20px",
    color: tokens.colorNeutralForeground1,
    colorScheme: "normal",
  },
  words: { minWidth: 0, overflowWrap: "anywhere" },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  info: { backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke1}` },
  success: { backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke1}` },
});

/** What came of the last typing, over the foot of the sheet, where it moves nothing. */
export function SheetNote({ model, texts }: { readonly model: PageModel; readonly texts: PageTexts }): ReactElement {
  const styles = useStyles();
  const note = useStore(model.store, (state) => state.note);
  return (
    <div role="status" aria-live="polite">
      {note && (
        <div className={mergeClasses(styles.note, styles[note.kind])} data-note={note.kind}>
          <span className={styles.words}>{note.text}</span>
          <PaneButton
            small
            look="subtle"
            icon={<Dismiss16Regular />}
            aria-label={texts.dismiss}
            onClick={() => model.dismissNote()}
          />
        </div>
      )}
    </div>
  );
}
