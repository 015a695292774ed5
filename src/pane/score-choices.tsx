import { makeStyles, tokens } from "@fluentui/react-components";
import { Edit16Regular } from "@fluentui/react-icons/svg/edit";
import { useEffect, useRef, type ReactElement } from "react";
import { ChoiceButtons } from "./choice-buttons.js";
import type { ReachedLevel, ScoreChoice, ScoreLine, TargetDirection } from "./engine.js";
import { PaneButton } from "./pane-button.js";
import { useDeskState, usePane } from "./pane-context.js";
import { ReadingForm } from "./reading-form.js";
import { useScoreTexts } from "./score-texts.js";

const useStyles = makeStyles({
  choices: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "10px" },
  note: { margin: 0, color: tokens.colorNeutralForeground3 },
});

const levels: readonly ReachedLevel[] = ["reached", "partly", "missed"];
const directions: readonly TargetDirection[] = [">=", "<=", "="];

/** What a person may decide about a line, each with one press: a level, a direction, one of several targets; or a new reading. */
export function ScoreChoices({ line }: { readonly line: ScoreLine }): ReactElement {
  const styles = useStyles();
  const { desk } = usePane();
  const words = useScoreTexts();
  const correcting = useDeskState((state) => state.previewing === line.key);
  const busy = useDeskState((state) => state.activity !== null);
  const box = useRef<HTMLDivElement>(null);
  const wasCorrecting = useRef(false);

  useEffect(() => {
    const { activeElement } = document;
    // The form closes too when a person goes on elsewhere: then the focus stays there.
    const isHere = activeElement === document.body || box.current?.contains(activeElement) === true;
    if (correcting !== wasCorrecting.current && (correcting || isHere)) {
      box.current?.querySelector<HTMLElement>(correcting ? "input" : "[data-decide=correct]")?.focus();
    }
    wasCorrecting.current = correcting;
  }, [correcting]);

  if (desk.capabilities().readOnly) return <p className={styles.note}>{words.readOnly}</p>;
  const decide = (part: ScoreChoice): void => void desk.decide(line, { ...line.choice, ...part });
  return (
    <div ref={box} className={styles.choices}>
      {(line.kind === "qualitative" || line.kind === "unparsed") && (
        <ChoiceButtons
          label={words.level}
          options={levels.map((level) => ({ value: level, label: words.levels[level] }))}
          chosen={line.choice?.level ?? null}
          off={busy}
          onChoose={(level) => decide({ level })}
        />
      )}
      {line.parts.length > 1 && (
        <ChoiceButtons
          label={words.onceMore}
          options={line.parts.map((part) => ({ value: part, label: part }))}
          chosen={line.choice?.target ?? null}
          off={busy}
          onChoose={(target) => decide({ target })}
        />
      )}
      {line.kind === "quantitative" && line.direction !== null && line.direction !== "range" && (
        <ChoiceButtons
          label={words.direction}
          options={directions.map((direction) => ({ value: direction, label: words.directions[direction] }))}
          chosen={line.direction}
          off={busy}
          onChoose={(direction) => decide({ direction })}
        />
      )}
      {correcting ? (
        <ReadingForm line={line} />
      ) : (
        <PaneButton
          small
          icon={<Edit16Regular />}
          off={busy}
          data-decide="correct"
          aria-label={`${words.correct} ${line.name}`}
          onClick={() => desk.correctLine(line.key)}
        >
          {words.correct}
        </PaneButton>
      )}
    </div>
  );
}
