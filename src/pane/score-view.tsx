import { makeStyles } from "@fluentui/react-components";
import { Calculator24Regular } from "@fluentui/react-icons/svg/calculator";
import { DocumentSearch24Regular } from "@fluentui/react-icons/svg/document-search";
import type { ReactElement } from "react";
import { Face } from "./face.js";
import { useDeskState, usePane } from "./pane-context.js";
import { ScoreCard } from "./score-card.js";

const useStyles = makeStyles({ view: { display: "flex", flexDirection: "column", gap: "10px" } });

/** 得分: filed against computed, sheet by sheet and line by line. */
export function ScoreView(): ReactElement {
  const styles = useStyles();
  const { texts } = usePane();
  const scores = useDeskState((state) => state.outcome?.scores ?? null);
  if (!scores) {
    return (
      <Face tone="neutral" icon={<Calculator24Regular />} title={texts.scoresIdleTitle} text={texts.scoresIdleWhat} />
    );
  }
  if (scores.length === 0) {
    return (
      <Face tone="warning" icon={<DocumentSearch24Regular />} title={texts.noScoresTitle} text={texts.noScoresWhat} />
    );
  }
  return (
    <div className={styles.view}>
      {scores.map((sheet) => (
        <ScoreCard key={sheet.key} sheet={sheet} />
      ))}
    </div>
  );
}
