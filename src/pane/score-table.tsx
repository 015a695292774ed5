import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { ScoreFilter } from "./desk-state.js";
import type { ScoreLine, ScoreSheet } from "./engine.js";
import { ExecutionRow } from "./execution-row.js";
import { useDeskState } from "./pane-context.js";
import { shownLines } from "./score-filter.js";
import { ScoreRow } from "./score-row.js";
import { useScoreTexts } from "./score-texts.js";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", fontSize: "12px", lineHeight: "18px" },
  head: { backgroundColor: tokens.colorNeutralBackground2, color: tokens.colorNeutralForeground3 },
  cell: {
    padding: "4px 6px",
    fontWeight: tokens.fontWeightRegular,
    textAlign: "right",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  first: { textAlign: "left", paddingLeft: "12px" },
  number: { width: "1%", whiteSpace: "nowrap" },
  last: { paddingRight: "12px" },
  group: {
    padding: "8px 12px 2px",
    textAlign: "left",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
});

/** The lines of one sheet that pass, under their level-1 groups. */
export function ScoreTable({
  sheet,
  filter,
}: {
  readonly sheet: ScoreSheet;
  readonly filter: ScoreFilter;
}): ReactElement {
  const styles = useStyles();
  const texts = useScoreTexts();
  const open = useDeskState((state) => state.openLine);
  return (
    <table className={styles.table}>
      <thead className={styles.head}>
        <tr>
          <th scope="col" className={mergeClasses(styles.cell, styles.first)}>
            {texts.indicator}
          </th>
          <th scope="col" className={mergeClasses(styles.cell, styles.number)}>
            {texts.filed}
          </th>
          <th scope="col" className={mergeClasses(styles.cell, styles.number, styles.last)}>
            {texts.computed}
          </th>
        </tr>
      </thead>
      {sheet.execution && filter === "all" && (
        <tbody>
          <ExecutionRow execution={sheet.execution} />
        </tbody>
      )}
      {groupsOf(shownLines(sheet.lines, filter, open)).map(({ level1, lines }, index) => (
        <tbody key={`${level1} ${index}`}>
          {level1 !== "" && (
            <tr>
              <th scope="rowgroup" colSpan={3} className={styles.group}>
                {level1}
              </th>
            </tr>
          )}
          {lines.map((line) => (
            <ScoreRow key={line.key} line={line} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** Consecutive lines of one level-1 heading. */
function groupsOf(lines: readonly ScoreLine[]): { level1: string; lines: ScoreLine[] }[] {
  const groups: { level1: string; lines: ScoreLine[] }[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.level1 === line.level1) last.lines.push(line);
    else groups.push({ level1: line.level1, lines: [line] });
  }
  return groups;
}
