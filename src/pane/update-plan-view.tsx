import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { Disclosure } from "./disclosure.js";
import type { Language } from "./language.js";
import type { ConflictChoice, ConflictChoices } from "../documents/docx/index.js";
import type { PlannedConflict, PlannedFigure, PlannedSection, PlannedUpdate } from "./planned-update.js";
import { UpdateConflict } from "./update-conflict.js";
import { sectionName } from "./section-name.js";
import { UpdateSource, type GoToSource } from "./update-source.js";
import { updatePlanTexts, type UpdatePlanTexts } from "./update-plan-texts.js";

const useStyles = makeStyles({
  plan: { display: "flex", flexDirection: "column", gap: "14px", fontSize: "12px", lineHeight: "18px" },
  part: { display: "flex", flexDirection: "column", gap: "6px" },
  heading: {
    margin: 0,
    fontSize: "13px",
    lineHeight: "18px",
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  why: { margin: 0, color: tokens.colorNeutralForeground3, textWrap: "pretty" },
  list: { display: "flex", flexDirection: "column", gap: "8px", margin: 0, padding: 0, listStyleType: "none" },
  names: { display: "flex", flexDirection: "column", gap: "2px", margin: 0, padding: 0, listStyleType: "none" },
  figure: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    alignItems: "start",
    columnGap: "10px",
    rowGap: "2px",
  },
  what: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "2px", minWidth: 0 },
  name: { overflowWrap: "anywhere" },
  values: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "flex-end",
    alignItems: "baseline",
    columnGap: "6px",
    fontVariantNumeric: "tabular-nums",
  },
  old: { color: tokens.colorNeutralForeground3, textDecorationLine: "line-through", overflowWrap: "anywhere" },
  arrow: { color: tokens.colorNeutralForeground3 },
  new: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  spoken: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

export interface UpdatePlanViewProps {
  readonly language: Language;
  readonly plan: PlannedUpdate;
  readonly choices: ConflictChoices;
  readonly onChoose: (conflict: string, choice: ConflictChoice) => void;
  /** Null where the cells cannot be reached; the places are then shown as words. */
  readonly onGoTo: GoToSource | null;
  readonly off?: boolean;
}

/** What an update does to a report: what waits for a person first, then figures, sections, and what could not be filled. */
export function UpdatePlanView({
  language,
  plan,
  choices,
  onChoose,
  onGoTo,
  off = false,
}: UpdatePlanViewProps): ReactElement {
  const styles = useStyles();
  const words = updatePlanTexts(language);
  const question = (conflict: PlannedConflict, before: ConflictChoice | null): ReactElement => (
    <UpdateConflict
      key={conflict.id}
      language={language}
      conflict={conflict}
      choice={choices.get(conflict.id) ?? before}
      onChoose={(choice) => onChoose(conflict.id, choice)}
      onGoTo={onGoTo}
      off={off}
    />
  );
  return (
    <div className={styles.plan} data-update-plan="">
      {plan.conflicts.length > 0 && (
        <Part name="conflicts" heading={words.conflicts(plan.conflicts.length)} why={words.conflictsWhy}>
          <ul className={styles.list}>{plan.conflicts.map((conflict) => question(conflict, null))}</ul>
        </Part>
      )}
      {plan.problems.length > 0 && (
        <Part name="problems" heading={words.problems(plan.problems.length)}>
          <ul className={styles.names}>
            {plan.problems.map((problem, index) => (
              <li key={index}>{problem[language]}</li>
            ))}
          </ul>
        </Part>
      )}
      {plan.figures.length > 0 && (
        <Part name="figures" heading={words.figures(plan.figures.length)}>
          <ul className={styles.list}>
            {plan.figures.map((figure) => (
              <Figure key={figure.id} figure={figure} words={words} onGoTo={onGoTo} />
            ))}
          </ul>
        </Part>
      )}
      {plan.rewritten.length > 0 && (
        <Part name="rewritten" heading={words.rewritten(plan.rewritten.length)} why={words.rewrittenWhy}>
          <Sections sections={plan.rewritten} words={words} />
        </Part>
      )}
      {plan.kept.length > 0 && (
        <Part name="kept" heading={words.kept(plan.kept.length)} why={words.keptWhy}>
          <Sections sections={plan.kept} words={words} />
        </Part>
      )}
      {plan.settled.length > 0 && (
        <Disclosure title={words.settled(plan.settled.length)} data-plan-part="settled">
          <ul className={styles.list}>{plan.settled.map((conflict) => question(conflict, "theirs"))}</ul>
        </Disclosure>
      )}
    </div>
  );
}

interface PartProps {
  readonly name: string;
  readonly heading: string;
  readonly why?: string;
  readonly children: ReactNode;
}

function Part({ name, heading, why, children }: PartProps): ReactElement {
  const styles = useStyles();
  return (
    <section className={styles.part} aria-label={heading} data-plan-part={name}>
      <h3 className={styles.heading}>{heading}</h3>
      {why !== undefined && <p className={styles.why}>{why}</p>}
      {children}
    </section>
  );
}

interface FigureProps {
  readonly figure: PlannedFigure;
  readonly words: UpdatePlanTexts;
  readonly onGoTo: GoToSource | null;
}

function Figure({ figure, words, onGoTo }: FigureProps): ReactElement {
  const styles = useStyles();
  const { label, before, after, source } = figure;
  return (
    <li className={styles.figure} data-figure={figure.id}>
      <span className={styles.what}>
        <span className={styles.name}>{label}</span>
        {source ? (
          <UpdateSource source={source} words={words} onGoTo={onGoTo} />
        ) : (
          <span className={styles.why}>{words.computed}</span>
        )}
      </span>
      <span className={styles.values}>
        <span className={styles.spoken}>{words.before}</span>
        <span className={styles.old}>{before || words.nothing}</span>
        <span className={styles.arrow} aria-hidden="true">
          →
        </span>
        <span className={styles.spoken}>{words.after}</span>
        <span className={styles.new}>{after || words.nothing}</span>
      </span>
    </li>
  );
}

function Sections({
  sections,
  words,
}: {
  readonly sections: readonly PlannedSection[];
  readonly words: UpdatePlanTexts;
}): ReactElement {
  const styles = useStyles();
  return (
    <ul className={styles.names}>
      {sections.map((section) => (
        <li key={section.id} className={styles.name} data-plan-section={section.id}>
          {sectionName(section, words)}
        </li>
      ))}
    </ul>
  );
}
