import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronRight12Regular } from "@fluentui/react-icons/svg/chevron-right";
import { useId, type ReactElement } from "react";
import { AchievementBar } from "./achievement-bar.js";
import { differs } from "./differs.js";
import type { ScoreLine } from "./engine.js";
import { useDeskState, usePane } from "./pane-context.js";
import { percentText } from "./percent-text.js";
import { ScoreDetails } from "./score-details.js";
import { ScorePoints } from "./score-points.js";
import { useScoreTexts, type ScoreTexts } from "./score-texts.js";

const useStyles = makeStyles({
  row: { ":not(:first-child) > *": { borderTop: `1px solid ${tokens.colorNeutralStroke3}` } },
  first: { textAlign: "left", padding: "7px 6px 8px 12px", fontWeight: tokens.fontWeightRegular },
  name: {
    appearance: "none",
    display: "flex",
    alignItems: "baseline",
    gap: "6px",
    width: "100%",
    padding: 0,
    border: "none",
    background: "none",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontSize: "13px",
    lineHeight: "18px",
    textAlign: "left",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { color: tokens.colorBrandForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px", borderRadius: "2px" },
  },
  chevron: { display: "inline-flex", flexShrink: 0, color: tokens.colorNeutralForeground3 },
  turned: { transform: "rotate(90deg)" },
  below: { paddingLeft: "18px" },
  reading: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere", fontVariantNumeric: "tabular-nums" },
  unread: { color: tokens.colorNeutralForeground3 },
  bar: { margin: "4px 0 3px" },
  marks: { display: "flex", flexWrap: "wrap", columnGap: "8px" },
  met: { color: tokens.colorStatusSuccessForeground1 },
  over: { color: tokens.colorPaletteBlueForeground2 },
  unmet: { color: tokens.colorStatusWarningForeground1 },
  unknown: { color: tokens.colorNeutralForeground3 },
  weight: { color: tokens.colorNeutralForeground3 },
  strong: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
  person: { color: tokens.colorPaletteBlueForeground2, fontWeight: tokens.fontWeightSemibold },
  open: { backgroundColor: tokens.colorNeutralBackground2 },
  details: { padding: "0 12px 12px 30px" },
});

/** One indicator: what was aimed at and reached, how much of it, filed and computed points; opened, how it came about. */
export function ScoreRow({ line }: { readonly line: ScoreLine }): ReactElement {
  const styles = useStyles();
  const { desk } = usePane();
  const words = useScoreTexts();
  const detailsId = useId();
  const open = useDeskState((state) => state.openLine === line.key);
  return (
    <>
      <tr className={mergeClasses(styles.row, open && styles.open)} data-line={line.name}>
        <th scope="row" className={styles.first}>
          <button
            type="button"
            className={styles.name}
            aria-expanded={open}
            aria-controls={open ? detailsId : undefined}
            onClick={() => void desk.toggleLine(line)}
          >
            <span className={mergeClasses(styles.chevron, open && styles.turned)} aria-hidden="true">
              <ChevronRight12Regular />
            </span>
            <span>{line.name || "—"}</span>
          </button>
          <div className={styles.below}>
            <div className={styles.reading}>{readingOf(line, words)}</div>
            {line.achievement !== null && (
              <div className={styles.bar}>
                <AchievementBar achievement={line.achievement} verdict={line.verdict} />
              </div>
            )}
            <div className={styles.marks}>
              {!line.needsPerson && <span className={styles[line.verdict]}>{words[line.verdict]}</span>}
              {line.needsPerson && <span className={styles.strong}>{words.needsPerson}</span>}
              {line.deviates && <span className={styles.strong}>{words.deviates}</span>}
              {line.choice && <span className={styles.person}>{words.byPerson}</span>}
              {line.weight !== null && <span className={styles.weight}>{words.points(line.weight)}</span>}
            </div>
          </div>
        </th>
        <ScorePoints score={line} off={differs(line)} />
      </tr>
      {open && (
        <tr className={styles.open}>
          <td colSpan={3} className={styles.details} id={detailsId}>
            <ScoreDetails key={line.key} line={line} />
          </td>
        </tr>
      )}
    </>
  );
}

/** `≥ 100 人 · 完成 96 人 · 96% · 应得 4.8` */
function readingOf(line: ScoreLine, words: ScoreTexts): string {
  const { targetRead, target, actualRead, actual, achievement, computed, band } = line;
  const due = computed ?? (band && (band[0] === band[1] ? band[0] : words.interval(...band)));
  return [
    targetRead ?? (target || words.noneFiled),
    words.done(actualRead ?? (actual || words.noneFiled)),
    achievement === null ? null : percentText(achievement),
    due === null ? null : words.due(due),
  ]
    .filter((part) => part !== null)
    .join(" · ");
}
