import { makeStyles, tokens } from "@fluentui/react-components";
import { ArrowUndo16Regular } from "@fluentui/react-icons/svg/arrow-undo";
import type { ReactElement, ReactNode } from "react";
import { addressOf } from "../core/sheet/index.js";
import { CellChip } from "./cell-chip.js";
import type { ScoreChoice, ScoreLine } from "./engine.js";
import { placeOf } from "./fix-plan.js";
import { PaneButton } from "./pane-button.js";
import { useDeskState, usePane } from "./pane-context.js";
import { ScoreChoices } from "./score-choices.js";
import { useScoreTexts, type ScoreTexts } from "./score-texts.js";

const useStyles = makeStyles({
  details: { display: "flex", flexDirection: "column", gap: "10px", textAlign: "left" },
  facts: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", columnGap: "10px", rowGap: "3px", margin: 0 },
  term: { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
  value: { margin: 0, overflowWrap: "anywhere", textWrap: "pretty", fontVariantNumeric: "tabular-nums" },
  number: { display: "inline-block", marginRight: "10px" },
  quiet: { color: tokens.colorNeutralForeground3 },
  decided: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "4px 8px",
    padding: "4px 4px 4px 10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** How the score came about: what was read, the method, the numbers, what it rests on; and what a person may decide. */
export function ScoreDetails({ line }: { readonly line: ScoreLine }): ReactElement {
  const styles = useStyles();
  const { desk } = usePane();
  const words = useScoreTexts();
  const busy = useDeskState((state) => state.activity !== null);
  const { derivation, place } = line;
  const cell = place && { row: place.area.top, column: place.area.left };
  const numbers = derivation.numbers.map(({ name, value }) => (
    <span key={name} className={styles.number}>
      <span className={styles.quiet}>{name}</span> {value}
    </span>
  ));
  const facts: readonly (readonly [term: string, value: ReactNode, isEmpty: boolean])[] = [
    [words.target, line.target || words.noneFiled, false],
    [words.actual, line.actual || words.noneFiled, false],
    [words.method, derivation.method, derivation.method === ""],
    [words.numbers, numbers, numbers.length === 0],
    [words.arithmetic, line.line, line.line === ""],
    [words.note, line.note, line.note === ""],
    [words.sheetTotal, line.totalAt && words.lowToHigh(...line.totalAt), line.totalAt === null],
    [words.basis, derivation.source, derivation.source === ""],
  ];
  return (
    <div className={styles.details} data-derivation={line.name}>
      <dl className={styles.facts}>
        {facts.map(
          ([term, value, isEmpty]) =>
            !isEmpty && (
              <Fact key={term} term={term}>
                {value}
              </Fact>
            ),
        )}
      </dl>
      {place && cell && (
        <div>
          <CellChip place={placeOf(place.sheet, addressOf(cell))} target={place} />
        </div>
      )}
      {line.choice && (
        <div className={styles.decided}>
          <span>{words.decidedWhat(choiceWords(line.choice, words))}</span>
          <PaneButton
            small
            look="subtle"
            icon={<ArrowUndo16Regular />}
            off={busy}
            data-decide="restore"
            onClick={() => void desk.decide(line, null)}
          >
            {words.restore}
          </PaneButton>
        </div>
      )}
      <ScoreChoices line={line} />
    </div>
  );
}

/** What was decided, in the order it is read: `≥100人 · 110人 · 部分达成`. */
function choiceWords({ target, actual, direction, level }: ScoreChoice, words: ScoreTexts): string {
  return [
    target === undefined ? null : `${words.target} ${target}`,
    actual === undefined ? null : `${words.actual} ${actual}`,
    direction === undefined ? null : words.directions[direction],
    level === undefined ? null : words.levels[level],
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
    </>
  );
}
