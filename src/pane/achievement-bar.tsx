import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Verdict } from "./engine.js";

const useStyles = makeStyles({
  svg: { display: "block", width: "100%", height: "4px" },
  track: {
    fill: tokens.colorNeutralBackground5,
    "@media (forced-colors: active)": { fill: "Canvas", stroke: "CanvasText" },
  },
  met: { fill: tokens.colorPaletteGreenBorderActive },
  over: { fill: tokens.colorPaletteBlueBorderActive },
  unmet: { fill: tokens.colorPaletteDarkOrangeBorderActive },
  unknown: { fill: tokens.colorNeutralForeground4 },
  forced: { "@media (forced-colors: active)": { fill: "Highlight" } },
});

/** How much of the target was reached; full at 100 %. The words beside it say the same. */
export function AchievementBar({
  achievement,
  verdict,
}: {
  readonly achievement: number;
  readonly verdict: Verdict;
}): ReactElement {
  const styles = useStyles();
  return (
    <svg className={styles.svg} aria-hidden="true" focusable="false">
      <rect className={styles.track} width="100%" height="4" rx="2" />
      <rect
        className={mergeClasses(styles[verdict], styles.forced)}
        width={`${Math.min(1, Math.max(0, achievement)) * 100}%`}
        height="4"
        rx="2"
      />
    </svg>
  );
}
