import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { SheetTarget } from "../core/sheet/index.js";
import { AchievementBar } from "./achievement-bar.js";
import { differs } from "./differs.js";
import type { ExecutionLine, ScoreLine, Verdict } from "./engine.js";
import { usePane } from "./pane-context.js";
import type { PaneTexts } from "./texts.js";

const useStyles = makeStyles({
  row: { ":not(:first-child) > *": { borderTop: `1px solid ${tokens.colorNeutralStroke3}` } },
  cell: { padding: "7px 6px", textAlign: "right", verticalAlign: "top", fontVariantNumeric: "tabular-nums" },
  first: { textAlign: "left", padding: "7px 6px 8px 12px", fontWeight: tokens.fontWeightRegular },
  last: { paddingRight: "12px" },
  name: {
    appearance: "none",
    padding: 0,
    border: "none",
    background: "none",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontSize: "13px",
    textAlign: "left",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { color: tokens.colorBrandForeground1, textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px", borderRadius: "2px" },
  },
  facts: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  fact: { display: "inline-block", maxWidth: "100%", marginRight: "10px" },
  weight: { color: tokens.colorNeutralForeground3 },
  bar: { margin: "4px 0 3px" },
  verdicts: { display: "flex", flexWrap: "wrap", columnGap: "8px" },
  met: { color: tokens.colorStatusSuccessForeground1 },
  over: { color: tokens.colorPaletteBlueForeground2 },
  unmet: { color: tokens.colorStatusWarningForeground1 },
  unknown: { color: tokens.colorNeutralForeground3 },
  person: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
  off: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  band: { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
});

/** One indicator: what was aimed at and reached, how much of it, filed and computed points. */
export function ScoreRow({ line }: { readonly line: ScoreLine }): ReactElement {
  const styles = useStyles();
  const { texts } = usePane();
  const off = differs(line);
  return (
    <tr className={styles.row} data-line={line.name}>
      <th scope="row" className={styles.first}>
        <GoTo target={line.place} name={line.name} />
        <div className={styles.facts}>
          <span className={styles.fact}>
            {texts.target} {line.target || texts.noneFiled}
          </span>
          <span className={styles.fact}>
            {texts.actual} {line.actual || texts.noneFiled}
          </span>
        </div>
        {line.achievement !== null && (
          <div className={styles.bar}>
            <AchievementBar achievement={line.achievement} verdict={line.verdict} />
          </div>
        )}
        <div className={styles.verdicts}>
          <span className={styles[line.verdict]}>
            {verdictName(line.verdict, texts)}
            {line.achievement !== null && ` ${percentText(line.achievement)}`}
          </span>
          {line.weight !== null && <span className={styles.weight}>{texts.points(line.weight)}</span>}
          {line.needsPerson && <span className={styles.person}>{texts.needsPerson}</span>}
        </div>
        <Because line={line.line} note={line.note} off={off} />
      </th>
      <Points score={line} />
    </tr>
  );
}

/** Budget execution, scored like a line of its own. */
export function ExecutionRow({ execution }: { readonly execution: ExecutionLine }): ReactElement {
  const styles = useStyles();
  const { texts } = usePane();
  const { rate } = execution;
  return (
    <tr className={styles.row} data-line="execution">
      <th scope="row" className={styles.first}>
        <GoTo target={execution.place} name={texts.execution} />
        {rate !== null && (
          <div className={styles.bar}>
            <AchievementBar achievement={rate} verdict={rate < 1 ? "unmet" : "met"} />
          </div>
        )}
        <div className={styles.verdicts}>
          <span>{rate === null ? texts.unknown : percentText(rate)}</span>
          {execution.weight !== null && <span className={styles.weight}>{texts.points(execution.weight)}</span>}
        </div>
        <Because line={execution.line} note={execution.note} off={differs(execution)} />
      </th>
      <Points score={execution} />
    </tr>
  );
}

/** Filed and computed; a range where a person decides. */
function Points({ score }: { readonly score: Pick<ScoreLine, "filed" | "computed" | "band"> }): ReactElement {
  const styles = useStyles();
  const { texts } = usePane();
  return (
    <>
      <td className={mergeClasses(styles.cell, differs(score) && styles.off)}>{score.filed ?? "—"}</td>
      <td className={mergeClasses(styles.cell, styles.last)}>
        {score.computed ?? (score.band ? <span className={styles.band}>{texts.band(...score.band)}</span> : "—")}
      </td>
    </>
  );
}

/** The arithmetic where it is disputed, and what the scoring has to say. */
function Because({
  line,
  note,
  off,
}: {
  readonly line: string;
  readonly note: string;
  readonly off: boolean;
}): ReactElement | null {
  const styles = useStyles();
  const words = [off ? line : "", note].filter((part) => part !== "");
  return words.length === 0 ? null : <div className={styles.facts}>{words.join("；")}</div>;
}

function GoTo({ target, name }: { readonly target: SheetTarget | null; readonly name: string }): ReactElement {
  const styles = useStyles();
  const { desk, texts } = usePane();
  if (!target) return <span>{name}</span>;
  return (
    <button type="button" className={styles.name} title={texts.goTo(name)} onClick={() => void desk.goTo(target)}>
      {name}
    </button>
  );
}

/** 0.9936 → 99.36%, never more than two decimals. */
export function percentText(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}

function verdictName(verdict: Verdict, texts: PaneTexts): string {
  switch (verdict) {
    case "met":
      return texts.met;
    case "unmet":
      return texts.unmet;
    case "over":
      return texts.over;
    case "unknown":
      return texts.unknown;
  }
}
