import { makeStyles, tokens } from "@fluentui/react-components";
import { ArrowUndo16Regular } from "@fluentui/react-icons/svg/arrow-undo";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactElement } from "react";
import { useDeskState, usePane } from "./pane-context.js";
import { PaneButton } from "./pane-button.js";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    padding: "6px 8px 6px 14px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
    fontSize: "12px",
    lineHeight: "18px",
  },
  sign: { display: "inline-flex", flexShrink: 0, color: tokens.colorStatusSuccessForeground1 },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  close: { minWidth: "24px", width: "24px", padding: 0 },
});

/** The last fix, and the way to take it back. */
export function UndoBar(): ReactElement | null {
  const styles = useStyles();
  const { desk, texts } = usePane();
  const undoable = useDeskState((state) => state.undoable);
  const busy = useDeskState((state) => state.activity !== null);
  if (!undoable) return null;
  return (
    <div className={styles.bar} role="group" aria-label={undoable.label} data-undo="">
      <span className={styles.sign} aria-hidden="true">
        <CheckmarkCircle16Filled />
      </span>
      <span className={styles.words}>{undoable.label}</span>
      <PaneButton small icon={<ArrowUndo16Regular />} off={busy} onClick={() => void desk.undo()}>
        {texts.undo}
      </PaneButton>
      <PaneButton
        className={styles.close}
        small
        look="subtle"
        icon={<Dismiss16Regular />}
        aria-label={texts.dismiss}
        onClick={() => desk.dismissUndo()}
      />
    </div>
  );
}
