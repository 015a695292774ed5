import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { differs } from "./differs.js";
import type { ScoreSheet } from "./engine.js";
import { usePane } from "./pane-context.js";
import { ScoreTable } from "./score-table.js";
import { TotalBar } from "./total-bar.js";

const useStyles = makeStyles({
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: "clip",
  },
  head: { display: "flex", flexDirection: "column", gap: "8px", padding: "10px 12px 12px" },
  titles: { display: "flex", flexDirection: "column", gap: "1px" },
  title: {
    margin: 0,
    fontSize: "13px",
    lineHeight: "18px",
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  where: { fontSize: "12px", lineHeight: "16px", color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  figures: {
    display: "grid",
    gridTemplateColumns: "repeat(3, minmax(0, auto))",
    justifyContent: "start",
    columnGap: "24px",
  },
  figure: { display: "flex", flexDirection: "column", margin: 0 },
  label: { fontSize: "12px", lineHeight: "16px", color: tokens.colorNeutralForeground3 },
  number: {
    margin: 0,
    fontSize: "20px",
    lineHeight: "26px",
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  range: { fontSize: "16px" },
  off: { color: tokens.colorStatusDangerForeground1 },
  state: { fontSize: "12px", lineHeight: "16px" },
  agrees: { color: tokens.colorStatusSuccessForeground1 },
});

/** One self-evaluation sheet: the totals, the grade, and the lines below. */
export function ScoreCard({ sheet }: { readonly sheet: ScoreSheet }): ReactElement {
  const styles = useStyles();
  const { texts } = usePane();
  const { total, grade } = sheet;
  const open = total.computed === null || total.low !== total.high;
  const lines = sheet.lines.filter(differs).length + (sheet.execution && differs(sheet.execution) ? 1 : 0);
  const gradeOff = grade.filed !== null && grade.computed !== null && grade.filed !== grade.computed;
  return (
    <section className={styles.card} data-score={sheet.key}>
      <div className={styles.head}>
        <div className={styles.titles}>
          <h2 className={styles.title}>{sheet.title}</h2>
          <span className={styles.where}>
            {[sheet.sheet, sheet.project].filter((part) => part !== null).join(" · ")}
          </span>
        </div>
        <dl className={styles.figures}>
          <div className={styles.figure}>
            <dt className={styles.label}>{texts.filed}</dt>
            <dd className={mergeClasses(styles.number, differs(total) && styles.off)}>
              {total.filed ?? texts.noneFiled}
            </dd>
          </div>
          <div className={styles.figure}>
            <dt className={styles.label}>{texts.computed}</dt>
            <dd className={mergeClasses(styles.number, total.computed === null && styles.range)}>
              {total.computed ?? texts.interval(total.low, total.high)}
            </dd>
          </div>
          {(grade.filed ?? grade.computed) !== null && (
            <div className={styles.figure}>
              <dt className={styles.label}>{texts.grade}</dt>
              <dd className={mergeClasses(styles.number, gradeOff && styles.off)}>
                {gradeOff ? `${grade.filed} → ${grade.computed}` : (grade.computed ?? grade.filed)}
              </dd>
            </div>
          )}
        </dl>
        <TotalBar total={total} />
        <span className={mergeClasses(styles.state, lines === 0 ? styles.agrees : styles.off)}>
          {lines === 0 ? texts.allAgree : texts.differing(lines)}
        </span>
        {open && <span className={styles.where}>{texts.intervalWhy(total.low, total.high)}</span>}
      </div>
      <ScoreTable sheet={sheet} />
    </section>
  );
}
