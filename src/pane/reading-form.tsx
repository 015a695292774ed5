import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState, type KeyboardEvent, type ReactElement } from "react";
import type { ScoreLine } from "./engine.js";
import { PaneButton } from "./pane-button.js";
import { useDeskState, usePane } from "./pane-context.js";
import { useScoreTexts } from "./score-texts.js";

const longestReading = 200;

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    width: "100%",
    boxSizing: "border-box",
    padding: "10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  field: { display: "grid", gridTemplateColumns: "56px minmax(0, 1fr)", alignItems: "center", gap: "8px" },
  input: {
    width: "100%",
    boxSizing: "border-box",
    minHeight: "28px",
    padding: "3px 8px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: "13px",
    lineHeight: "20px",
    ":focus-visible": { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: "-1px" },
  },
  note: { margin: 0, color: tokens.colorNeutralForeground3, textWrap: "pretty" },
  buttons: { display: "flex", gap: "8px", flexWrap: "wrap" },
});

/** Target and actual as a person reads them, in place of the texts of the cells. Enter stores, Escape goes back. */
export function ReadingForm({ line }: { readonly line: ScoreLine }): ReactElement {
  const styles = useStyles();
  const { desk } = usePane();
  const words = useScoreTexts();
  const busy = useDeskState((state) => state.activity !== null);
  const id = useId();
  const [target, setTarget] = useState(line.choice?.target ?? line.target);
  const [actual, setActual] = useState(line.choice?.actual ?? line.actual);

  const store = (): void => {
    const { target: _target, actual: _actual, ...kept } = line.choice ?? {};
    const choice = {
      ...kept,
      ...(target.trim() !== line.target && { target: target.trim() }),
      ...(actual.trim() !== line.actual && { actual: actual.trim() }),
    };
    if (Object.keys(choice).length === 0 && !line.choice) desk.correctLine(null);
    else void desk.decide(line, Object.keys(choice).length === 0 ? null : choice);
  };
  const onKey = (event: KeyboardEvent): void => {
    // Enter and Escape belong to the input method while it composes.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && event.target instanceof HTMLInputElement && !busy) store();
    else if (event.key === "Escape") desk.correctLine(null);
  };
  return (
    <div className={styles.form} role="group" aria-label={words.correctTitle} onKeyDown={onKey}>
      <label className={styles.field} htmlFor={`${id}-target`}>
        <span>{words.target}</span>
        <input
          id={`${id}-target`}
          className={styles.input}
          value={target}
          maxLength={longestReading}
          autoComplete="off"
          onChange={({ target: { value } }) => setTarget(value)}
        />
      </label>
      <label className={styles.field} htmlFor={`${id}-actual`}>
        <span>{words.actual}</span>
        <input
          id={`${id}-actual`}
          className={styles.input}
          value={actual}
          maxLength={longestReading}
          autoComplete="off"
          onChange={({ target: { value } }) => setActual(value)}
        />
      </label>
      <p className={styles.note}>{words.correctWhat}</p>
      <div className={styles.buttons}>
        <PaneButton small look="primary" off={busy} data-decide="apply" onClick={store}>
          {words.apply}
        </PaneButton>
        <PaneButton small look="subtle" onClick={() => desk.correctLine(null)}>
          {words.cancel}
        </PaneButton>
      </div>
    </div>
  );
}
