import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowRight12Regular } from "@fluentui/react-icons/svg/arrow-right";
import { Copy16Regular } from "@fluentui/react-icons/svg/copy";
import type { ReactElement } from "react";
import { CellChip } from "./cell-chip.js";
import type { PlannedChange } from "./fix-plan.js";
import { usePane } from "./pane-context.js";
import { PaneButton } from "./pane-button.js";

const useStyles = makeStyles({
  change: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "4px" },
  values: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px", fontVariantNumeric: "tabular-nums" },
  old: { color: tokens.colorNeutralForeground3, textDecorationLine: "line-through", overflowWrap: "anywhere" },
  new: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1, overflowWrap: "anywhere" },
  arrow: { display: "inline-flex", color: tokens.colorNeutralForeground3 },
  formula: { display: "flex", alignItems: "center", gap: "4px", maxWidth: "100%" },
  code: {
    padding: "1px 6px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: "12px",
    lineHeight: "18px",
    overflowWrap: "anywhere",
    userSelect: "text",
  },
  was: { color: tokens.colorNeutralForeground3 },
  spoken: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

/** `附件2 F6: 100% → 80.45%, =E6/D6`; for a blocked fix the content can be copied. */
export function FixChange({
  change,
  copyable,
}: {
  readonly change: PlannedChange;
  readonly copyable: boolean;
}): ReactElement {
  const styles = useStyles();
  const { desk, texts } = usePane();
  return (
    <li className={styles.change}>
      <CellChip place={change.place} target={change.target} />
      <span className={styles.values}>
        {change.kind === "unhide" ? (
          <span className={styles.new}>{texts.fixUnhide(change.typed)}</span>
        ) : (
          <>
            <span className={styles.spoken}>{texts.fixOld}</span>
            <span className={styles.old}>{change.oldShown || texts.fixEmpty}</span>
            <span className={styles.arrow} aria-hidden="true">
              <ArrowRight12Regular />
            </span>
            <span className={styles.spoken}>{texts.fixNew}</span>
            <span className={styles.new}>{change.newShown}</span>
          </>
        )}
      </span>
      {(change.newFormula !== null || copyable) && change.kind !== "unhide" && (
        <span className={styles.formula}>
          <code className={styles.code}>{change.newFormula ?? change.typed}</code>
          {copyable && (
            <PaneButton
              small
              look="subtle"
              icon={<Copy16Regular />}
              aria-label={`${texts.copy} ${change.typed}`}
              onClick={() => void desk.copy(change.typed)}
            />
          )}
        </span>
      )}
      {change.oldFormula !== null && change.kind !== "unhide" && (
        <span className={mergeClasses(styles.was)}>
          {texts.fixOld} <code className={styles.code}>{change.oldFormula}</code>
        </span>
      )}
    </li>
  );
}
