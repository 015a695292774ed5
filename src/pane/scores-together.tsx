import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { differs } from "./differs.js";
import type { ScoreBoard, TotalLine } from "./engine.js";
import { LinkButton } from "./link-button.js";
import { usePane } from "./pane-context.js";
import { useScoreTexts } from "./score-texts.js";

const useStyles = makeStyles({
  card: {
    padding: "10px 12px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: "12px",
    lineHeight: "18px",
  },
  title: { margin: "0 0 4px", fontSize: "13px", lineHeight: "18px", fontWeight: tokens.fontWeightSemibold },
  table: { width: "100%", borderCollapse: "collapse" },
  head: { padding: "2px 0 4px 10px", textAlign: "right", fontWeight: tokens.fontWeightRegular, whiteSpace: "nowrap" },
  quiet: { color: tokens.colorNeutralForeground3 },
  first: { paddingLeft: 0, textAlign: "left" },
  name: {
    padding: "4px 0",
    textAlign: "left",
    verticalAlign: "top",
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  project: { display: "block", color: tokens.colorNeutralForeground3 },
  number: {
    padding: "4px 0 4px 10px",
    textAlign: "right",
    verticalAlign: "top",
    whiteSpace: "nowrap",
    fontVariantNumeric: "tabular-nums",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  off: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  differences: { marginTop: "8px" },
  summary: {
    cursor: "pointer",
    color: tokens.colorStatusWarningForeground1,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  list: { display: "flex", flexDirection: "column", gap: "6px", margin: "6px 0 0", padding: 0, listStyleType: "none" },
  what: { overflowWrap: "anywhere", textWrap: "pretty" },
});

/** Every sheet with its filed and computed total, and what annex 3 tells otherwise than annex 2. */
export function ScoresTogether({ board }: { readonly board: ScoreBoard }): ReactElement {
  const styles = useStyles();
  const words = useScoreTexts();
  return (
    <section className={styles.card} data-together="">
      <h2 className={styles.title}>{words.together}</h2>
      <table className={styles.table}>
        <thead className={styles.quiet}>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.first)}>
              {words.sheet}
            </th>
            <th scope="col" className={styles.head}>
              {words.filed}
            </th>
            <th scope="col" className={styles.head}>
              {words.computed}
            </th>
          </tr>
        </thead>
        <tbody>
          {board.sheets.map(({ key, sheet, project, total }) => (
            <tr key={key}>
              <th scope="row" className={styles.name}>
                {sheet}
                {project !== null && <span className={styles.project}>{project}</span>}
              </th>
              <td className={mergeClasses(styles.number, isOff(total) && styles.off)}>
                {total.filed ?? words.noneFiled}
              </td>
              <td className={styles.number}>
                {total.computed ?? words.interval(total.low, total.high)}
                {total.computed !== null && total.low !== total.high && (
                  <span className={styles.project}>{words.interval(total.low, total.high)}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {board.differences.length > 0 && (
        <details className={styles.differences}>
          <summary className={styles.summary}>{words.differences(board.differences.length)}</summary>
          <ul className={styles.list} data-differences="">
            {board.differences.map((difference) => (
              <Difference key={`${difference.name} ${difference.what}`} difference={difference} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Difference({ difference }: { readonly difference: ScoreBoard["differences"][number] }): ReactElement {
  const styles = useStyles();
  const { desk } = usePane();
  const { name, what, place } = difference;
  return (
    <li className={styles.what}>
      {place ? <LinkButton onClick={() => void desk.goTo(place)}>{name}</LinkButton> : name} {what}
    </li>
  );
}

/** Outside of what is possible, or off from what is certain. */
function isOff(total: TotalLine): boolean {
  const { filed, low, high } = total;
  if (filed === null) return false;
  return total.computed === null ? Number(filed) > Number(high) || Number(filed) < Number(low) : differs(total);
}
