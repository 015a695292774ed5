import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import type { Finding, RelatedCell } from "../core/findings/index.js";
import { addressOf, type WorkbookSnapshot } from "../core/sheet/index.js";
import { CellChip } from "./cell-chip.js";
import { ExplainPanel } from "./explain-panel.js";
import type { KeyedFinding } from "./finding-keys.js";
import { FixPanel } from "./fix-panel.js";
import { placeOf } from "./fix-plan.js";
import { ForeignCell } from "./foreign-cell.js";
import { useDeskState, usePane } from "./pane-context.js";
import type { PaneTexts } from "./texts.js";

const useStyles = makeStyles({
  details: {
    display: "flex",
    flexDirection: "column",
    gap: "10px",
    padding: "0 12px 12px 34px",
    fontSize: "12px",
    lineHeight: "18px",
  },
  figures: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: "12px", rowGap: "2px" },
  figure: { display: "inline-flex", alignItems: "baseline", gap: "6px" },
  label: { color: tokens.colorNeutralForeground3 },
  wrong: {
    color: tokens.colorStatusDangerForeground1,
    fontVariantNumeric: "tabular-nums",
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  right: {
    color: tokens.colorStatusSuccessForeground1,
    fontVariantNumeric: "tabular-nums",
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  line: {
    margin: 0,
    padding: "6px 10px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke3}`,
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
  },
  part: { display: "flex", flexDirection: "column", gap: "2px" },
  heading: {
    margin: 0,
    fontSize: "12px",
    lineHeight: "18px",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  text: { margin: 0, overflowWrap: "anywhere", textWrap: "pretty" },
  chips: { display: "flex", flexWrap: "wrap", gap: "4px", margin: 0, padding: 0, listStyleType: "none" },
  source: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Figures, arithmetic, cause, remedy, reason and the cells that take part. */
export function FindingDetails({ id, keyed }: { readonly id: string; readonly keyed: KeyedFinding }): ReactElement {
  const styles = useStyles();
  const { texts } = usePane();
  const { finding } = keyed;
  const part = (heading: string, content: ReactNode): ReactElement => (
    <section className={styles.part}>
      <h3 className={styles.heading}>{heading}</h3>
      {content}
    </section>
  );
  return (
    <div id={id} className={styles.details}>
      {(finding.actual !== null || finding.expected !== null) && (
        <div className={styles.figures}>
          {finding.actual !== null && (
            <span className={styles.figure}>
              <span className={styles.label}>{texts.now}</span>
              <span className={styles.wrong}>{finding.actual}</span>
            </span>
          )}
          {finding.expected !== null && (
            <span className={styles.figure}>
              <span className={styles.label}>{texts.shouldBe}</span>
              <span className={styles.right}>{finding.expected}</span>
            </span>
          )}
        </div>
      )}
      {finding.explanation?.line && part(texts.how, <p className={styles.line}>{finding.explanation.line}</p>)}
      {finding.cause !== null && part(texts.cause, <p className={styles.text}>{finding.cause}</p>)}
      {finding.advice !== "" && part(texts.advice, <p className={styles.text}>{finding.advice}</p>)}
      {finding.fixes.length > 0 && <FixPanel keyed={keyed} />}
      {finding.severity === "warning" && <ExplainPanel keyed={keyed} />}
      {finding.related.length > 0 &&
        part(
          texts.related,
          <ul className={styles.chips}>
            {finding.related.map((cell) => (
              <li key={`${cell.file ?? ""} ${cell.sheet} ${addressOf(cell.cell)} ${cell.label}`}>
                <RelatedChip cell={cell} from={finding.sheet} />
              </li>
            ))}
          </ul>,
        )}
      {finding.why !== "" && part(texts.why, <p className={styles.text}>{finding.why}</p>)}
      <p className={styles.source}>
        {texts.source} · {sourceName(finding, texts)}
        {finding.source.note && `（${finding.source.note}）`}
      </p>
    </div>
  );
}

/** On the finding's own sheet the address is enough. */
function RelatedChip({ cell, from }: { readonly cell: RelatedCell; readonly from: string | null }): ReactElement {
  const { row, column } = cell.cell;
  const address = addressOf(cell.cell);
  const isOpen = useDeskState((state) => !cell.file || isInWorkbook(state.outcome?.snapshot, cell));
  if (!isOpen) return <ForeignCell place={placeOf(cell.sheet, address)} cell={cell} />;
  return (
    <CellChip
      place={cell.sheet === from ? address : placeOf(cell.sheet, address)}
      target={{ sheet: cell.sheet, area: { top: row, left: column, bottom: row, right: column } }}
      label={cell.label}
      shown={cell.shown}
    />
  );
}

/** Several files may be open as one; last year's never is. */
function isInWorkbook(snapshot: WorkbookSnapshot | undefined, { file, sheet }: RelatedCell): boolean {
  return snapshot?.sheets.some(({ name, origin }) => name === sheet && origin?.file === file) ?? false;
}

function sourceName(finding: Finding, texts: PaneTexts): string {
  switch (finding.source.kind) {
    case "seen":
      return texts.sourceSeen;
    case "derived":
      return texts.sourceDerived;
    case "practice":
      return texts.sourcePractice;
  }
}
