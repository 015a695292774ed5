import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Severity } from "../core/findings/index.js";
import type { Outcome } from "./desk-state.js";
import { groupId } from "./finding-list.js";
import { usePane } from "./pane-context.js";
import { SeverityIcon, levelName } from "./severity.js";

const levels: readonly Severity[] = ["error", "warning", "info"];

const useStyles = makeStyles({
  summary: { display: "flex", flexDirection: "column", gap: "6px" },
  counts: { display: "grid", gridTemplateColumns: "repeat(3, minmax(0, 1fr))", gap: "6px" },
  count: {
    appearance: "none",
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "2px",
    padding: "8px 10px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
    ":disabled": { cursor: "default", color: tokens.colorNeutralForeground3, backgroundColor: "transparent" },
  },
  number: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    fontSize: "20px",
    lineHeight: "24px",
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  quiet: { opacity: 0.55, fontWeight: tokens.fontWeightRegular },
  label: { fontSize: "12px", lineHeight: "16px", color: tokens.colorNeutralForeground2 },
  line: { margin: 0, padding: "0 2px", fontSize: "12px", lineHeight: "16px", color: tokens.colorNeutralForeground3 },
});

/** How many of each level; pressing a count goes to its group. */
export function CheckSummary({ outcome, rules }: { readonly outcome: Outcome; readonly rules: number }): ReactElement {
  const styles = useStyles();
  const { texts } = usePane();
  const { summary, annexes } = outcome.check;
  return (
    <div className={styles.summary}>
      <div className={styles.counts}>
        {levels.map((level) => (
          <button
            key={level}
            type="button"
            className={styles.count}
            disabled={summary[level] === 0}
            data-count={level}
            onClick={() => goToGroup(level)}
          >
            <span className={mergeClasses(styles.number, summary[level] === 0 && styles.quiet)}>
              <SeverityIcon level={level} />
              {texts.count(summary[level])}
            </span>
            <span className={styles.label}>{levelName(level, texts)}</span>
          </button>
        ))}
      </div>
      <p className={styles.line}>
        {summary.waived > 0 && `${texts.waivedToo(summary.waived)} · `}
        {texts.checkedLine(annexes.length, rules)} · {texts.checkedAt(clockTime(outcome.at))}
      </p>
    </div>
  );
}

function goToGroup(level: Severity): void {
  const group = document.getElementById(groupId(level));
  if (group instanceof HTMLDetailsElement) group.open = true;
  group?.scrollIntoView({ block: "start" });
  group?.querySelector<HTMLElement>("[data-finding-row]")?.focus({ preventScroll: true });
}

export function clockTime(at: Date): string {
  return `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
}
