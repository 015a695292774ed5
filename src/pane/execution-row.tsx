import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { AchievementBar } from "./achievement-bar.js";
import { differs } from "./differs.js";
import type { ExecutionLine } from "./engine.js";
import { usePane } from "./pane-context.js";
import { percentText } from "./percent-text.js";
import { ScorePoints } from "./score-points.js";
import { useScoreTexts } from "./score-texts.js";

const useStyles = makeStyles({
  first: { textAlign: "left", padding: "7px 6px 8px 12px", fontWeight: tokens.fontWeightRegular },
  below: { paddingLeft: "18px" },
  name: {
    appearance: "none",
    padding: "0 0 0 18px",
    border: "none",
    background: "none",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontSize: "13px",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { color: tokens.colorBrandForeground1, textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px", borderRadius: "2px" },
  },
  plain: { paddingLeft: "18px", fontSize: "13px" },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  bar: { margin: "4px 0 3px" },
  marks: { display: "flex", flexWrap: "wrap", columnGap: "8px" },
});

/** Budget execution, scored like a line of its own; pressing its name selects its cell. */
export function ExecutionRow({ execution }: { readonly execution: ExecutionLine }): ReactElement {
  const styles = useStyles();
  const { desk, texts } = usePane();
  const words = useScoreTexts();
  const { rate, weight, place, line, note } = execution;
  const because = [line, note].filter((part) => part !== "").join("；");
  return (
    <tr data-line="execution">
      <th scope="row" className={styles.first}>
        {place ? (
          <button
            type="button"
            className={styles.name}
            title={texts.goTo(words.execution)}
            onClick={() => void desk.goTo(place)}
          >
            {words.execution}
          </button>
        ) : (
          <span className={styles.plain}>{words.execution}</span>
        )}
        <div className={styles.below}>
          {rate !== null && (
            <div className={styles.bar}>
              <AchievementBar achievement={rate} verdict={rate < 1 ? "unmet" : "met"} />
            </div>
          )}
          <div className={styles.marks}>
            <span>{rate === null ? words.unknown : percentText(rate)}</span>
            {weight !== null && <span className={styles.quiet}>{words.points(weight)}</span>}
          </div>
          {because !== "" && <div className={styles.quiet}>{because}</div>}
        </div>
      </th>
      <ScorePoints score={execution} off={differs(execution)} />
    </tr>
  );
}
