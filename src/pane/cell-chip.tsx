import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { SheetTarget } from "../core/sheet/index.js";
import { usePane } from "./pane-context.js";

const useStyles = makeStyles({
  chip: {
    appearance: "none",
    display: "inline-flex",
    alignItems: "baseline",
    gap: "6px",
    maxWidth: "100%",
    padding: "1px 7px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: "12px",
    lineHeight: "18px",
    textAlign: "left",
    cursor: "pointer",
    ":hover": {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      border: `1px solid ${tokens.colorNeutralStroke1Hover}`,
    },
    ":active": { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  place: { color: tokens.colorBrandForeground1, fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  shown: { fontVariantNumeric: "tabular-nums", color: tokens.colorNeutralForeground2 },
});

export interface CellChipProps {
  readonly place: string;
  readonly target: SheetTarget;
  readonly label?: string;
  readonly shown?: string;
  readonly className?: string;
}

/** A cell as a small button: pressing it selects the cell in the workbook. */
export function CellChip({ place, target, label, shown, className }: CellChipProps): ReactElement {
  const styles = useStyles();
  const { desk, texts } = usePane();
  return (
    <button
      type="button"
      className={mergeClasses(styles.chip, className)}
      title={texts.goTo(place)}
      onClick={() => void desk.goTo(target)}
    >
      <span className={styles.place}>{place}</span>
      {label && <span>{label}</span>}
      {shown && <span className={styles.shown}>{shown}</span>}
    </button>
  );
}
