import { makeStyles, tokens } from "@fluentui/react-components";
import { Checkmark16Regular } from "@fluentui/react-icons/svg/checkmark";
import { Copy16Regular } from "@fluentui/react-icons/svg/copy";
import { useMemo, useState, type ReactElement } from "react";
import { CellChip } from "./cell-chip.js";
import { ChoiceButtons } from "./choice-buttons.js";
import { Disclosure } from "./disclosure.js";
import type { NameKind, ReportName } from "./engine.js";
import { matchingNames } from "./matching-names.js";
import { nameTexts } from "./name-texts.js";
import { useDeskState, usePane } from "./pane-context.js";
import { rowButton } from "./row-button.js";
import { useReports } from "./use-reports.js";

const mostShown = 40;
const kinds: readonly NameKind[] = ["fact", "section", "column", "table", "cell"];

const useStyles = makeStyles({
  body: { display: "flex", flexDirection: "column", gap: "8px" },
  what: { margin: 0, textWrap: "pretty" },
  search: {
    width: "100%",
    boxSizing: "border-box",
    minHeight: "28px",
    padding: "3px 8px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottom: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: "13px",
    lineHeight: "20px",
    "::placeholder": { color: tokens.colorNeutralForeground3 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  list: {
    display: "flex",
    flexDirection: "column",
    maxHeight: "340px",
    overflowY: "auto",
    margin: 0,
    padding: "0 2px",
    listStyleType: "none",
    scrollbarWidth: "thin",
  },
  row: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "2px",
    padding: "6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  copy: {
    ...rowButton,
    display: "flex",
    alignItems: "flex-start",
    gap: "6px",
    padding: "2px 4px",
  },
  sign: { display: "inline-flex", flexShrink: 0, paddingTop: "1px", color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  words: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  label: { fontWeight: tokens.fontWeightSemibold },
  now: {
    display: "-webkit-box",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: 2,
    overflow: "hidden",
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  typed: { color: tokens.colorNeutralForeground3 },
  chip: { marginLeft: "26px" },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Names of figures and sections for a template: found by typing, copied with a click. Listed once it is opened. */
export function NameList(): ReactElement {
  const styles = useStyles();
  const { texts } = usePane();
  const [isOpen, setOpen] = useState(false);
  const words = nameTexts(texts.language);
  return (
    <Disclosure data-names="" title={words.title} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <div className={styles.body}>{isOpen && <Names />}</div>
    </Disclosure>
  );
}

function Names(): ReactElement {
  const styles = useStyles();
  const { texts } = usePane();
  const reports = useReports();
  const words = nameTexts(texts.language);
  const snapshot = useDeskState((state) => state.outcome?.snapshot ?? null);
  const [wish, setWish] = useState("");
  const [kind, setKind] = useState<NameKind | "all">("all");
  const names = useMemo(() => (snapshot ? reports.names() : []), [reports, snapshot]);
  const found = useMemo(() => matchingNames(names, wish, kind === "all" ? null : kind), [names, wish, kind]);
  return (
    <>
      <p className={styles.what}>{words.what}</p>
      <input
        type="search"
        className={styles.search}
        aria-label={words.search}
        placeholder={words.search}
        value={wish}
        maxLength={60}
        onChange={({ currentTarget }) => setWish(currentTarget.value)}
      />
      <ChoiceButtons
        label={words.kinds}
        hideLabel
        options={[
          { value: "all" as const, label: words.all },
          ...kinds
            .filter((one) => names.some((name) => name.kind === one))
            .map((one) => ({ value: one, label: words.kind[one] })),
        ]}
        chosen={kind}
        onChoose={setKind}
      />
      {found.length === 0 && <p className={styles.quiet}>{words.none}</p>}
      <ul className={styles.list}>
        {found.slice(0, mostShown).map((name) => (
          <Name key={`${name.kind} ${name.typed}`} name={name} />
        ))}
      </ul>
      {found.length > mostShown && <p className={styles.quiet}>{words.shown(mostShown, found.length)}</p>}
    </>
  );
}

function Name({ name }: { readonly name: ReportName }): ReactElement {
  const styles = useStyles();
  const { texts } = usePane();
  const reports = useReports();
  const words = nameTexts(texts.language);
  const [isCopied, setCopied] = useState(false);
  const { label, typed, text, source } = name;
  async function copy(): Promise<void> {
    if (!(await reports.copyName(typed))) return;
    setCopied(true);
    setTimeout(() => setCopied(false), 1_500);
  }
  return (
    <li className={styles.row} data-name={typed}>
      <button type="button" className={styles.copy} title={words.copy(typed)} onClick={() => void copy()}>
        <span className={isCopied ? styles.done : styles.sign} aria-hidden="true">
          {isCopied ? <Checkmark16Regular /> : <Copy16Regular />}
        </span>
        <span className={styles.words}>
          <span className={styles.label}>{label}</span>
          <span className={styles.now}>{text === "" ? words.silent : text}</span>
          <code className={styles.typed}>{typed}</code>
        </span>
      </button>
      {source && <CellChip className={styles.chip} place={source.place} target={source.target} />}
    </li>
  );
}
