import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronRight12Regular } from "@fluentui/react-icons/svg/chevron-right";
import { useEffect, useId, useRef, useState, type ReactElement } from "react";
import { CellChip } from "./cell-chip.js";
import { placeOf } from "./fix-plan.js";
import { PaneButton } from "./pane-button.js";
import { useDeskState, usePane } from "./pane-context.js";
import { PointForm } from "./point-form.js";
import type { FoundRole, RoleRef } from "./recognition.js";
import { useRecognitionTexts } from "./recognition-texts.js";
import { rowButton } from "./row-button.js";

const useStyles = makeStyles({
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke3}`, ":first-child": { borderTop: "none" } },
  row: {
    ...rowButton,
    display: "grid",
    gridTemplateColumns: "12px minmax(0, 1fr) auto",
    columnGap: "6px",
    padding: "5px 6px 5px 2px",
  },
  chevron: { display: "inline-flex", paddingTop: "3px", color: tokens.colorNeutralForeground3 },
  turned: { transform: "rotate(90deg)" },
  name: { overflowWrap: "anywhere" },
  place: { color: tokens.colorBrandForeground1, fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  quiet: { color: tokens.colorNeutralForeground3 },
  second: { gridColumn: "2 / -1", color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  details: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "8px",
    padding: "2px 6px 10px 20px",
  },
  facts: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", columnGap: "10px", rowGap: "2px", margin: 0 },
  term: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0, overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
});

export interface RecognisedRoleProps {
  readonly role: FoundRole;
  /** Kind and sheet of the annex. */
  readonly annex: Pick<RoleRef, "annex" | "sheet">;
}

/** One role: where it was found and by what; open, it can be corrected. Opening it selects its cell. */
export function RecognisedRole({ role, annex }: RecognisedRoleProps): ReactElement {
  const styles = useStyles();
  const { desk } = usePane();
  const words = useRecognitionTexts();
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const ref = { ...annex, role: role.role };
  const pointing = useDeskState(({ pointing: now }) => (now && isSame(now, ref) ? now : null));
  const isAsking = pointing !== null;
  const asked = useRef(false);
  const name = role.role === "title" ? words.titleRole : role.name;

  useEffect(() => {
    if (asked.current && !isAsking) button.current?.focus();
    asked.current = isAsking;
  }, [isAsking]);

  const toggle = (): void => {
    setOpen(!open);
    if (isAsking) desk.point(null);
    if (!open && role.place) void desk.goTo(role.place.target);
  };
  const shown = open || isAsking;
  return (
    <li className={styles.item} data-role={role.role}>
      <button
        ref={button}
        type="button"
        className={styles.row}
        aria-expanded={shown}
        aria-controls={shown ? id : undefined}
        data-recognition-row=""
        onClick={toggle}
      >
        <span className={mergeClasses(styles.chevron, shown && styles.turned)} aria-hidden="true">
          <ChevronRight12Regular />
        </span>
        <span className={styles.name}>{name}</span>
        <span className={role.place ? styles.place : styles.quiet}>{role.place?.address ?? words.notFound}</span>
        {role.how && <span className={styles.second}>{secondLine(role, name, words.how[role.how])}</span>}
      </button>
      {shown && (
        <div id={id} className={styles.details}>
          {role.place && role.how && (
            <dl className={styles.facts}>
              <dt className={styles.term}>{words.facts.place}</dt>
              <dd className={styles.fact}>
                <CellChip place={placeOf(annex.sheet, role.place.address)} target={role.place.target} />
              </dd>
              <dt className={styles.term}>{words.label}</dt>
              <dd className={styles.fact}>{role.label === "" ? words.noLabel : role.label}</dd>
              <dt className={styles.term}>{words.howWhat}</dt>
              <dd className={styles.fact}>{words.how[role.how]}</dd>
            </dl>
          )}
          {pointing ? <PointForm pointing={pointing} /> : <Acts role={role} reference={ref} name={name} />}
        </div>
      )}
    </li>
  );
}

interface ActsProps {
  readonly role: FoundRole;
  readonly reference: RoleRef;
  readonly name: string;
}

function Acts({ role, reference, name }: ActsProps): ReactElement {
  const styles = useStyles();
  const { desk } = usePane();
  const words = useRecognitionTexts();
  const busy = useDeskState((state) => state.activity !== null && !state.activity.silent);
  if (desk.capabilities().readOnly) return <span className={styles.quiet}>{words.readOnly}</span>;
  const label = role.place ? words.correct : words.point;
  return (
    <div className={styles.buttons}>
      <PaneButton
        small
        off={busy}
        data-point="open"
        aria-label={`${label} ${name}`}
        onClick={() => desk.point({ ...reference, name, part: role.part })}
      >
        {label}
      </PaneButton>
      {role.how === "person" && (
        <PaneButton
          small
          look="subtle"
          off={busy}
          data-point="withdraw"
          aria-label={`${words.withdraw} ${name}`}
          onClick={() => void desk.unassign([reference], name)}
        >
          {words.withdraw}
        </PaneButton>
      )}
    </div>
  );
}

/** What the sheet prints, where it differs from the pack's name, and how it was taken. */
function secondLine({ label }: FoundRole, name: string, how: string): string {
  const printed = label.replace(/\s+/g, "");
  return printed === "" || printed === name ? how : `${printed} · ${how}`;
}

function isSame(one: RoleRef, other: RoleRef): boolean {
  return one.annex === other.annex && one.sheet === other.sheet && one.role === other.role;
}
