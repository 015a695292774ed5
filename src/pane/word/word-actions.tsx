import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { PaneButton } from "../pane-button.js";
import { canUpdate } from "./word-desk.js";
import { useWord, useWordState } from "./word-context.js";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    padding: "8px 12px 10px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: "12px",
    lineHeight: "16px",
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, textWrap: "pretty" },
});

/** The press that updates, always in sight, with what takes it back. */
export function WordActions(): ReactElement | null {
  const styles = useStyles();
  const { desk, texts } = useWord();
  const plan = useWordState((state) => state.plan?.update ?? null);
  const choices = useWordState((state) => state.choices);
  const busy = useWordState((state) => state.step !== null);
  const ready = useWordState(canUpdate);
  const problem = useWordState((state) => state.problem);
  const { readOnly } = desk.host.capabilities();
  if (!plan) return null;
  const undecided = plan.conflicts.filter(({ id }) => !choices.has(id)).length;
  return (
    <footer className={styles.bar} data-word-actions="">
      <div className={styles.buttons}>
        <PaneButton look="primary" off={!ready || readOnly} data-word="update" onClick={() => void desk.update()}>
          {texts.update(undecided)}
        </PaneButton>
        <PaneButton off={busy} data-word="copy" onClick={() => void desk.saveCopy()}>
          {texts.saveCopy}
        </PaneButton>
        {problem && (
          <PaneButton look="subtle" off={busy} data-word="again" onClick={() => void desk.planAgain()}>
            {texts.again}
          </PaneButton>
        )}
      </div>
      <p className={styles.quiet}>{readOnly ? texts.readOnly : texts.undo}</p>
    </footer>
  );
}
