import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronRight12Regular } from "@fluentui/react-icons/svg/chevron-right";
import { Fragment, useId, useState, type ReactElement } from "react";
import { areaAddress } from "../core/sheet/index.js";
import { CellChip } from "./cell-chip.js";
import { Disclosure } from "./disclosure.js";
import { placeOf } from "./fix-plan.js";
import type { AnnexRecognition, FoundRole } from "./recognition.js";
import { RecognisedRole } from "./recognised-role.js";
import { useRecognitionTexts } from "./recognition-texts.js";
import { rowButton } from "./row-button.js";

const useStyles = makeStyles({
  row: {
    ...rowButton,
    display: "grid",
    gridTemplateColumns: "12px minmax(0, 1fr) auto",
    columnGap: "8px",
    padding: "5px 8px 5px 4px",
  },
  chevron: { display: "inline-flex", paddingTop: "3px", color: tokens.colorNeutralForeground3 },
  turned: { transform: "rotate(90deg)" },
  name: { overflowWrap: "anywhere" },
  sheet: { gridColumn: "2 / -1", color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  sure: { color: tokens.colorStatusSuccessForeground1 },
  mostly: { color: tokens.colorNeutralForeground2 },
  doubtful: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  body: { display: "flex", flexDirection: "column", gap: "8px", padding: "4px 0 10px 24px" },
  facts: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", columnGap: "10px", rowGap: "3px", margin: 0 },
  term: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0, overflowWrap: "anywhere" },
  note: { margin: 0, textWrap: "pretty" },
  list: {
    margin: 0,
    padding: "2px 4px",
    listStyleType: "none",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  block: {
    margin: "8px 0 3px",
    fontSize: "12px",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
});

/** One annex: what it is and where, how sure, and each of its roles. */
export function RecognisedAnnex({ annex }: { readonly annex: AnnexRecognition }): ReactElement {
  const styles = useStyles();
  const words = useRecognitionTexts();
  const [open, setOpen] = useState(annex.sureness === "doubtful");
  const id = useId();
  return (
    <li data-annex={annex.key}>
      <button
        type="button"
        className={styles.row}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        data-recognition-row=""
        onClick={() => setOpen(!open)}
      >
        <span className={mergeClasses(styles.chevron, open && styles.turned)} aria-hidden="true">
          <ChevronRight12Regular />
        </span>
        <span className={styles.name}>{annex.project === null ? annex.name : `${annex.name} · ${annex.project}`}</span>
        <span className={styles[annex.sureness]}>{words.sureness[annex.sureness]}</span>
        <span className={styles.sheet}>{placeOf(annex.sheet, areaAddress(annex.range))}</span>
      </button>
      {open && (
        <div id={id} className={styles.body}>
          <Facts annex={annex} />
          <p className={styles.note}>{words.surenessWhy[annex.sureness]}</p>
          <Roles annex={annex} />
        </div>
      )}
    </li>
  );
}

function Facts({ annex }: { readonly annex: AnnexRecognition }): ReactElement {
  const styles = useStyles();
  const words = useRecognitionTexts();
  const { facts } = words;
  const lines: readonly (readonly [string, string | null])[] = [
    [facts.title, annex.title.replace(/\s+/g, " ") || null],
    [facts.year, annex.year === null ? null : words.year(annex.year)],
    [facts.unit, annex.unit],
    ...(annex.project === null ? [] : [[facts.project, annex.project] as const]),
    [facts.moneyUnit, annex.moneyUnit],
  ];
  return (
    <dl className={styles.facts}>
      <dt className={styles.term}>{facts.place}</dt>
      <dd className={styles.fact}>
        <CellChip
          place={placeOf(annex.sheet, areaAddress(annex.range))}
          target={{ sheet: annex.sheet, area: annex.range }}
        />
      </dd>
      {lines.map(([term, value]) => (
        <Fragment key={term}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.fact}>{value ?? words.notSaid}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** First what deserves a look, then what was not found, then the rest. */
function Roles({ annex }: { readonly annex: AnnexRecognition }): ReactElement {
  const styles = useStyles();
  const words = useRecognitionTexts();
  const look = annex.roles.filter(({ how }) => how === "position" || how === "person");
  const missing = annex.roles.filter(({ how }) => how === null);
  const certain = annex.roles.filter(({ how }) => how === "label" || how === "bare");
  return (
    <>
      {look.length > 0 && (
        <section aria-label={words.look(look.length)}>
          <h3 className={styles.block}>{words.look(look.length)}</h3>
          <RoleList roles={look} annex={annex} />
        </section>
      )}
      {missing.length > 0 && (
        <Disclosure title={words.missing(missing.length)} data-roles="missing" open={annex.sureness !== "sure"}>
          <p className={styles.note}>{words.missingWhat}</p>
          <Blocks roles={missing} annex={annex} />
        </Disclosure>
      )}
      {certain.length > 0 && (
        <Disclosure title={words.certain(certain.length)} data-roles="certain">
          <Blocks roles={certain} annex={annex} />
        </Disclosure>
      )}
    </>
  );
}

interface RolesProps {
  readonly roles: readonly FoundRole[];
  readonly annex: AnnexRecognition;
}

function Blocks({ roles, annex }: RolesProps): ReactElement {
  const styles = useStyles();
  const names = [...new Set(roles.map(({ block }) => block))];
  return (
    <>
      {names.map((name) => (
        <section key={name}>
          {name !== "" && <h3 className={styles.block}>{name}</h3>}
          <RoleList roles={roles.filter(({ block }) => block === name)} annex={annex} />
        </section>
      ))}
    </>
  );
}

function RoleList({ roles, annex }: RolesProps): ReactElement {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {roles.map((role) => (
        <RecognisedRole key={role.role} role={role} annex={{ annex: annex.id, sheet: annex.sheet }} />
      ))}
    </ul>
  );
}
