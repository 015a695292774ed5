import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { RelatedCell } from "../core/findings/index.js";

const useStyles = makeStyles({
  cell: {
    display: "inline-flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    columnGap: "6px",
    maxWidth: "100%",
    padding: "1px 7px",
    boxSizing: "border-box",
    border: `1px dashed ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: "anywhere",
  },
  file: { color: tokens.colorNeutralForeground3 },
  shown: { fontVariantNumeric: "tabular-nums", color: tokens.colorNeutralForeground2 },
});

/** A cell of a workbook that is not the open one: named, not to be gone to. */
export function ForeignCell({ place, cell }: { readonly place: string; readonly cell: RelatedCell }): ReactElement {
  const styles = useStyles();
  return (
    <span className={styles.cell} data-file={cell.file}>
      <span className={styles.file}>{cell.file}</span>
      <span>{place}</span>
      <span>{cell.label}</span>
      {cell.shown && <span className={styles.shown}>{cell.shown}</span>}
    </span>
  );
}
