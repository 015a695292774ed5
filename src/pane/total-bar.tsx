import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { ScoreSheet } from "./engine.js";

const useStyles = makeStyles({
  svg: { display: "block", width: "100%", height: "14px", overflow: "visible" },
  track: {
    fill: tokens.colorNeutralBackground5,
    "@media (forced-colors: active)": { fill: "Canvas", stroke: "CanvasText" },
  },
  sure: { fill: tokens.colorBrandBackground, "@media (forced-colors: active)": { fill: "Highlight" } },
  maybe: { fill: tokens.colorBrandStroke2, "@media (forced-colors: active)": { fill: "GrayText" } },
  filed: { fill: tokens.colorNeutralForeground1, "@media (forced-colors: active)": { fill: "CanvasText" } },
});

/** 0 to 100: what is certain, what a person's scores may add, and a mark at the filed total. */
export function TotalBar({ total }: { readonly total: ScoreSheet["total"] }): ReactElement {
  const styles = useStyles();
  const low = percent(total.low);
  const high = percent(total.high);
  const filed = total.filed === null ? null : percent(total.filed);
  return (
    <svg className={styles.svg} aria-hidden="true" focusable="false">
      <rect className={styles.track} x="0" y="4" width="100%" height="6" rx="3" />
      <rect className={styles.maybe} x="0" y="4" width={`${high}%`} height="6" rx="3" />
      <rect className={styles.sure} x="0" y="4" width={`${low}%`} height="6" rx="3" />
      {filed !== null && (
        <rect className={styles.filed} x={`${filed}%`} y="0" width="2" height="14" rx="1" transform="translate(-1 0)" />
      )}
    </svg>
  );
}

function percent(score: string): number {
  const value = Number(score);
  return Number.isFinite(value) ? Math.min(100, Math.max(0, value)) : 0;
}
