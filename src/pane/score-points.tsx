import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { ScoreLine } from "./engine.js";

const useStyles = makeStyles({
  cell: {
    padding: "7px 6px",
    textAlign: "right",
    verticalAlign: "top",
    lineHeight: "18px",
    fontVariantNumeric: "tabular-nums",
  },
  last: { paddingRight: "12px" },
  off: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  band: { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
});

/** Filed and computed; a range where a person decides. */
export function ScorePoints({
  score: { filed, computed, band },
  off,
}: {
  readonly score: Pick<ScoreLine, "filed" | "computed" | "band">;
  readonly off: boolean;
}): ReactElement {
  const styles = useStyles();
  return (
    <>
      <td className={mergeClasses(styles.cell, off && styles.off)}>{filed ?? "—"}</td>
      <td className={mergeClasses(styles.cell, styles.last)}>
        {computed ?? (band ? <span className={styles.band}>{band.join("–")}</span> : "—")}
      </td>
    </>
  );
}
