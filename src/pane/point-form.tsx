import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type KeyboardEvent, type ReactElement } from "react";
import { CellChip } from "./cell-chip.js";
import type { Pointing } from "./desk-state.js";
import { placeOf } from "./fix-plan.js";
import { inWords } from "./in-words.js";
import { PaneButton } from "./pane-button.js";
import { useDeskState, usePane } from "./pane-context.js";
import { useRecognitionTexts } from "./recognition-texts.js";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "8px",
    boxSizing: "border-box",
    width: "100%",
    padding: "10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  ask: { margin: 0, textWrap: "pretty" },
  problem: { margin: 0, color: tokens.colorStatusDangerForeground1, textWrap: "pretty" },
  note: { margin: 0, color: tokens.colorNeutralForeground3, textWrap: "pretty" },
  warning: { margin: 0, color: tokens.colorStatusWarningForeground3, textWrap: "pretty" },
  taken: { display: "flex", flexWrap: "wrap", alignItems: "baseline", gap: "6px", maxWidth: "100%" },
  shown: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** Asks for the cell of a role, shows what would be kept, and stores it. Enter goes on, Escape goes back. */
export function PointForm({ pointing }: { readonly pointing: Pointing }): ReactElement {
  const styles = useStyles();
  const { desk, texts } = usePane();
  const words = useRecognitionTexts();
  const busy = useDeskState((state) => state.activity !== null && !state.activity.silent);
  const next = useRef<HTMLButtonElement>(null);
  const { name, part, sheet, taken, problem } = pointing;
  const isTaken = taken !== null;

  // The next step has the focus: Enter alone takes the cell, then confirms.
  useEffect(() => next.current?.focus(), [isTaken]);

  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== "Escape") return;
    event.stopPropagation();
    desk.point(null);
  };
  return (
    <div className={styles.form} role="group" aria-label={words.formTitle(name)} data-point="form" onKeyDown={onKey}>
      {taken === null ? (
        <p className={styles.ask}>{words.ask(name, part, sheet)}</p>
      ) : (
        <>
          <div className={styles.taken} data-point="taken">
            <span>{words.willTake}</span>
            <CellChip place={placeOf(taken.cell.target.sheet, taken.cell.address)} target={taken.cell.target} />
            <span className={styles.shown}>{taken.cell.shown}</span>
          </div>
          <p className={styles.note}>
            {taken.cell.label === "" ? words.foundByPlace : words.foundBy(taken.cell.label)}
          </p>
          {taken.cell.displaced.length > 0 && (
            <p className={styles.warning}>{words.displaced(taken.cell.displaced.join(listMark(texts.language)))}</p>
          )}
        </>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {inWords(problem, texts)}
        </p>
      )}
      <div className={styles.buttons}>
        {isTaken ? (
          <>
            <PaneButton
              ref={next}
              small
              look="primary"
              off={busy}
              data-point="confirm"
              onClick={() => void desk.confirmPointing()}
            >
              {words.confirm}
            </PaneButton>
            <PaneButton small off={busy} onClick={() => void desk.takeSelection()}>
              {words.takeAgain}
            </PaneButton>
          </>
        ) : (
          <PaneButton
            ref={next}
            small
            look="primary"
            off={busy}
            data-point="take"
            onClick={() => void desk.takeSelection()}
          >
            {words.take}
          </PaneButton>
        )}
        <PaneButton small look="subtle" onClick={() => desk.point(null)}>
          {words.cancel}
        </PaneButton>
      </div>
      <p className={styles.note}>{words.kept}</p>
    </div>
  );
}

function listMark(language: "zh" | "en"): string {
  return language === "zh" ? "、" : ", ";
}
