import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { Disclosure } from "./disclosure.js";
import type { Language } from "./language.js";
import type { ConflictChoice, ConflictChoices } from "../documents/docx/index.js";
import type { PlannedConflict, PlannedSection, PlannedUpdate } from "./planned-update.js";
import { UpdateConflict } from "./update-conflict.js";
import { sectionName } from "./section-name.js";
import { UpdateFigure, UpdateLink } from "./update-lines.js";
import type { GoToSource } from "./update-source.js";
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
  name: { overflowWrap: "anywhere" },
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
      {plan.linked.length > 0 && (
        <Part name="linked" heading={words.linked(plan.linked.length)} why={words.linkedWhy}>
          <ul className={styles.list}>
            {plan.linked.map((link) => (
              <UpdateLink key={link.id} link={link} words={words} onGoTo={onGoTo} />
            ))}
          </ul>
        </Part>
      )}
      {plan.figures.length > 0 && (
        <Part name="figures" heading={words.figures(plan.figures.length)}>
          <ul className={styles.list}>
            {plan.figures.map((figure) => (
              <UpdateFigure key={figure.id} figure={figure} words={words} onGoTo={onGoTo} />
            ))}
          </ul>
        </Part>
      )}
      {plan.adopted.length > 0 && (
        <Part name="adopted" heading={words.adopted(plan.adopted.length)} why={words.adoptedWhy}>
          <Sections sections={plan.adopted} words={words} />
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
