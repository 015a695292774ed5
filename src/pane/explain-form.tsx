import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import { useExplainTexts } from "./explain-texts.js";
import type { KeyedFinding } from "./finding-keys.js";
import { PaneButton } from "./pane-button.js";
import { useDeskState, usePane } from "./pane-context.js";

const longestReason = 2_000;
const longestName = 40;

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  field: { display: "flex", flexDirection: "column", gap: "3px" },
  label: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
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
  reason: { minHeight: "72px", maxHeight: "240px", resize: "vertical" },
  bad: { border: `1px solid ${tokens.colorStatusDangerBorder1}` },
  note: { margin: 0, color: tokens.colorNeutralForeground3, textWrap: "pretty" },
  complaint: { margin: 0, color: tokens.colorStatusDangerForeground1 },
  buttons: { display: "flex", alignItems: "center", gap: "8px", flexWrap: "wrap" },
});

/** Why a warning may stand, and who says so. Ctrl+Enter stores, Escape goes back. */
export function ExplainForm({ keyed }: { readonly keyed: KeyedFinding }): ReactElement {
  const styles = useStyles();
  const { desk } = usePane();
  const words = useExplainTexts();
  const busy = useDeskState((state) => state.activity !== null);
  const id = useId();
  const { waived } = keyed.finding;
  const [reason, setReason] = useState(waived?.reason ?? "");
  const [by, setBy] = useState(() => waived?.by ?? desk.proposedExplainer());
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const missing = reason.trim() === "";
  const complains = tried && missing;

  useEffect(() => {
    field.current?.focus();
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);

  const store = (): void => {
    setTried(true);
    if (missing) field.current?.focus();
    else void desk.explain(keyed, { reason, by });
  };
  const onKey = (event: KeyboardEvent): void => {
    // Enter and Escape belong to the input method while it composes.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !busy) {
      event.preventDefault();
      store();
    } else if (event.key === "Escape") desk.openExplaining(null);
  };
  return (
    <div ref={form} className={styles.form} role="group" aria-label={words.title} data-explain="form" onKeyDown={onKey}>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={`${id}-reason`}>
          {words.reason}
        </label>
        <textarea
          ref={field}
          id={`${id}-reason`}
          className={mergeClasses(styles.input, styles.reason, complains && styles.bad)}
          value={reason}
          maxLength={longestReason}
          required
          aria-invalid={complains}
          aria-describedby={`${id}-note`}
          aria-keyshortcuts="Control+Enter"
          onChange={({ target: { value } }) => setReason(value)}
          onBlur={({ relatedTarget }) => setTried(tried || (relatedTarget !== null && reason !== ""))}
        />
        <p
          id={`${id}-note`}
          className={complains ? styles.complaint : styles.note}
          role={complains ? "alert" : undefined}
        >
          {complains ? words.reasonMissing : words.reasonHint}
        </p>
      </div>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={`${id}-by`}>
          {words.by}
        </label>
        <input
          id={`${id}-by`}
          className={styles.input}
          value={by}
          maxLength={longestName}
          placeholder={words.byHint}
          autoComplete="off"
          onChange={({ target: { value } }) => setBy(value)}
        />
      </div>
      <div className={styles.buttons}>
        <PaneButton small look="primary" off={busy} data-explain="store" onClick={store}>
          {words.save}
        </PaneButton>
        <PaneButton small look="subtle" onClick={() => desk.openExplaining(null)}>
          {words.cancel}
        </PaneButton>
        <span className={styles.note}>{words.keys}</span>
      </div>
    </div>
  );
}
