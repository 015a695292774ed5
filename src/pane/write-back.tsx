import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowRight12Regular } from "@fluentui/react-icons/svg/arrow-right";
import { TableEdit16Regular } from "@fluentui/react-icons/svg/table-edit";
import { useEffect, useRef, type ReactElement } from "react";
import type { WriteBackChange, WriteBackPlan } from "./engine.js";
import { CellChip } from "./cell-chip.js";
import { PaneButton } from "./pane-button.js";
import { useDeskState, usePane } from "./pane-context.js";
import { useScoreTexts } from "./score-texts.js";
import { undoNote } from "./undo-note.js";

const useStyles = makeStyles({
  panel: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: "12px",
    lineHeight: "18px",
  },
  title: { margin: 0, fontSize: "13px", lineHeight: "18px", fontWeight: tokens.fontWeightSemibold },
  list: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    maxHeight: "280px",
    overflowY: "auto",
    margin: 0,
    padding: "2px",
    listStyleType: "none",
    scrollbarWidth: "thin",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  change: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: "8px", alignItems: "start" },
  what: { display: "flex", flexDirection: "column", alignItems: "flex-start", minWidth: 0 },
  name: { overflowWrap: "anywhere" },
  values: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    fontVariantNumeric: "tabular-nums",
    whiteSpace: "nowrap",
  },
  old: { color: tokens.colorNeutralForeground3, textDecorationLine: "line-through" },
  empty: { textDecorationLine: "none" },
  new: { fontWeight: tokens.fontWeightSemibold },
  arrow: { display: "inline-flex", color: tokens.colorNeutralForeground3 },
  formula: {
    gridColumn: "1 / -1",
    justifySelf: "start",
    fontFamily: tokens.fontFamilyMonospace,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
  note: { margin: 0, color: tokens.colorNeutralForeground3, textWrap: "pretty" },
  summary: {
    cursor: "pointer",
    color: tokens.colorNeutralForeground2,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  skipped: { margin: "4px 0 0", paddingLeft: "18px", color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", gap: "8px", flexWrap: "wrap" },
  spoken: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

/** 写回: offered, shown cell by cell, written in one act after the second press. */
export function WriteBack(): ReactElement {
  const { desk } = usePane();
  const words = useScoreTexts();
  const plan = useDeskState((state) => state.writeBack);
  const busy = useDeskState((state) => state.activity !== null);
  const box = useRef<HTMLDivElement>(null);
  const wasShown = useRef(false);
  const isShown = plan !== null;

  useEffect(() => {
    if (isShown !== wasShown.current) {
      const wanted = isShown ? "[data-write-back=apply], [data-write-back=cancel]" : "[data-write-back=offer]";
      box.current?.querySelector<HTMLElement>(wanted)?.focus();
    }
    wasShown.current = isShown;
  }, [isShown]);

  return (
    <div ref={box}>
      {plan ? (
        <Preview plan={plan} />
      ) : (
        <PaneButton
          small
          icon={<TableEdit16Regular />}
          off={busy}
          data-write-back="offer"
          onClick={() => desk.previewWriteBack(true)}
        >
          {words.writeBack}
        </PaneButton>
      )}
    </div>
  );
}

function Preview({ plan }: { readonly plan: WriteBackPlan }): ReactElement {
  const styles = useStyles();
  const { desk, texts } = usePane();
  const words = useScoreTexts();
  const busy = useDeskState((state) => state.activity !== null);
  const { readOnly, undo } = desk.capabilities();
  const { changes, skipped } = plan;
  const canWrite = !readOnly && plan.edits.length > 0;
  return (
    <div className={styles.panel} role="group" aria-label={words.writeBackTitle}>
      <h2 className={styles.title}>
        {changes.length === 0 ? words.writeBackTitle : words.writeBackCount(changes.length)}
      </h2>
      {changes.length === 0 && <p className={styles.note}>{words.writeBackNone}</p>}
      {changes.length > 0 && (
        <ul className={styles.list} tabIndex={0} aria-label={words.writeBackTitle}>
          {changes.map((change) => (
            <Change key={change.place} change={change} />
          ))}
        </ul>
      )}
      {skipped.length > 0 && (
        <details>
          <summary className={styles.summary}>{words.writeBackSkipped(skipped.length)}</summary>
          <ul className={styles.skipped} data-skipped="">
            {skipped.map(({ place, name, reason }) => (
              <li key={`${place} ${name}`}>
                {[place, name].filter((part) => part !== "").join(" ")}
                {texts.language === "zh" ? "：" : ": "}
                {reason[texts.language]}
              </li>
            ))}
          </ul>
        </details>
      )}
      {changes.length > 0 && readOnly && <p className={styles.note}>{words.writeBackReadOnly}</p>}
      {canWrite && (
        <p className={styles.note}>
          {words.writeBackPerson} {undoNote(undo, texts)}
        </p>
      )}
      <div className={styles.buttons}>
        {canWrite && (
          <PaneButton
            small
            look="primary"
            off={busy}
            data-write-back="apply"
            onClick={() => void desk.applyWriteBack()}
          >
            {words.writeBackApply(changes.length)}
          </PaneButton>
        )}
        <PaneButton small look="subtle" data-write-back="cancel" onClick={() => desk.previewWriteBack(false)}>
          {canWrite ? texts.fixCancel : texts.dismiss}
        </PaneButton>
      </div>
    </div>
  );
}

function Change({ change }: { readonly change: WriteBackChange }): ReactElement {
  const styles = useStyles();
  const { texts } = usePane();
  const { place, target, name, oldShown, newShown, formula } = change;
  return (
    <li className={styles.change}>
      <span className={styles.what}>
        <span className={styles.name}>{name}</span>
        <CellChip place={place} target={target} />
      </span>
      <span className={styles.values}>
        <span className={styles.spoken}>{texts.fixOld}</span>
        <span className={mergeClasses(styles.old, oldShown === "" && styles.empty)}>{oldShown || texts.fixEmpty}</span>
        <span className={styles.arrow} aria-hidden="true">
          <ArrowRight12Regular />
        </span>
        <span className={styles.spoken}>{texts.fixNew}</span>
        <span className={styles.new}>{newShown}</span>
      </span>
      {formula !== null && <code className={styles.formula}>{formula}</code>}
    </li>
  );
}
