import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { differs } from "./differs.js";
import type { ScoreFilter } from "./desk-state.js";
import type { ScoreSheet } from "./engine.js";
import { GroupChart } from "./group-chart.js";
import { MoneyChart } from "./money-chart.js";
import { useScoreTexts } from "./score-texts.js";
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
  charts: {
    padding: "6px 12px 10px",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: "12px",
    lineHeight: "18px",
  },
  summary: {
    width: "fit-content",
    cursor: "pointer",
    color: tokens.colorNeutralForeground2,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  pair: { display: "flex", flexDirection: "column", gap: "12px", paddingTop: "6px" },
  agrees: { color: tokens.colorStatusSuccessForeground1 },
});

export interface ScoreCardProps {
  readonly sheet: ScoreSheet;
  readonly filter: ScoreFilter;
  readonly chartsOpen: boolean;
}

/** One self-evaluation sheet: the totals, the grade, the charts, and the lines below; with a filter only its lines. */
export function ScoreCard({ sheet, filter, chartsOpen }: ScoreCardProps): ReactElement {
  const styles = useStyles();
  const texts = useScoreTexts();
  const { total, grade } = sheet;
  const open = total.computed === null || total.low !== total.high;
  const lines = sheet.lines.filter(differs).length + (sheet.execution && differs(sheet.execution) ? 1 : 0);
  const gradeOff = grade.filed !== null && grade.computed !== null && grade.filed !== grade.computed;
  const figures = (
    <>
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
    </>
  );
  return (
    <section className={styles.card} data-score={sheet.key}>
      <div className={styles.head}>
        <div className={styles.titles}>
          <h2 className={styles.title}>{sheet.title}</h2>
          <span className={styles.where}>
            {[sheet.sheet, sheet.project].filter((part) => part !== null).join(" · ")}
          </span>
        </div>
        {filter === "all" && figures}
      </div>
      {filter === "all" && (sheet.money.length > 0 || sheet.groups.length > 0) && (
        <details className={styles.charts} open={chartsOpen}>
          <summary className={styles.summary}>{texts.charts}</summary>
          <div className={styles.pair}>
            {sheet.groups.length > 0 && <GroupChart rows={sheet.groups} />}
            {sheet.money.length > 0 && <MoneyChart rows={sheet.money} />}
          </div>
        </details>
      )}
      <ScoreTable sheet={sheet} filter={filter} />
    </section>
  );
}
