import { makeStyles } from "@fluentui/react-components";
import { Calculator24Regular } from "@fluentui/react-icons/svg/calculator";
import { DocumentSearch24Regular } from "@fluentui/react-icons/svg/document-search";
import { Filter24Regular } from "@fluentui/react-icons/svg/filter";
import type { ReactElement } from "react";
import { ChoiceButtons } from "./choice-buttons.js";
import { Face } from "./face.js";
import { LapsedChoices } from "./lapsed-choices.js";
import { PaneButton } from "./pane-button.js";
import { useDeskState, usePane } from "./pane-context.js";
import { ScoreCard } from "./score-card.js";
import { countOf, scoreFilters, shownLines } from "./score-filter.js";
import { useScoreTexts } from "./score-texts.js";
import { ScoresTogether } from "./scores-together.js";
import { WriteBack } from "./write-back.js";

const useStyles = makeStyles({ view: { display: "flex", flexDirection: "column", gap: "10px" } });

/** 得分: filed against computed, sheet by sheet and line by line; what a person decides; writing back. */
export function ScoreView(): ReactElement {
  const styles = useStyles();
  const { desk, texts } = usePane();
  const words = useScoreTexts();
  const board = useDeskState((state) => state.outcome?.scores ?? null);
  const filter = useDeskState((state) => state.scoreFilter);
  const open = useDeskState((state) => state.openLine);
  if (!board) {
    return (
      <Face tone="neutral" icon={<Calculator24Regular />} title={texts.scoresIdleTitle} text={texts.scoresIdleWhat} />
    );
  }
  if (board.sheets.length === 0) {
    return (
      <Face tone="warning" icon={<DocumentSearch24Regular />} title={words.noScoresTitle} text={words.noScoresWhat} />
    );
  }
  const shown = board.sheets.filter(({ lines }) => filter === "all" || shownLines(lines, filter, open).length > 0);
  const filterNames = { ...words, person: words.needsPerson };
  return (
    <div className={styles.view}>
      {board.sheets.length > 1 && <ScoresTogether board={board} />}
      {board.lapsed.length > 0 && <LapsedChoices lapsed={board.lapsed} />}
      <WriteBack />
      <ChoiceButtons
        label={words.filter}
        hideLabel
        options={scoreFilters.map((value) => ({ value, label: `${filterNames[value]} ${countOf(board, value)}` }))}
        chosen={filter}
        onChoose={desk.filterScores}
      />
      {shown.length === 0 && (
        <Face
          tone="success"
          icon={<Filter24Regular />}
          title={words.nonePass[filter]}
          text={words.nonePassWhat}
          actions={
            <PaneButton small onClick={() => desk.filterScores("all")}>
              {words.showAll}
            </PaneButton>
          }
        />
      )}
      {shown.map((sheet) => (
        <ScoreCard key={sheet.key} sheet={sheet} filter={filter} chartsOpen={sheet === board.sheets[0]} />
      ))}
    </div>
  );
}
