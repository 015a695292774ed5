import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexDirection: "column",
    padding: "0",
    fontSize: "12px",
    lineHeight: "18px",
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { padding: "5px 14px" },
  track: { position: "relative", height: "2px", overflow: "hidden", backgroundColor: tokens.colorNeutralBackground5 },
  runner: {
    position: "absolute",
    insetBlock: 0,
    width: "35%",
    backgroundColor: tokens.colorCompoundBrandBackground,
    animationName: { from: { left: "-35%" }, to: { left: "100%" } },
    animationDuration: "1.4s",
    animationIterationCount: "infinite",
    animationTimingFunction: "ease-in-out",
    "@media (prefers-reduced-motion: reduce)": { animationName: "none", left: 0, width: "100%", opacity: 0.6 },
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
});

/** Something is being done, and what. */
export function ProgressLine({ step, children }: { readonly step: string; readonly children: string }): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.bar} role="status" data-activity={step}>
      <div className={styles.track} aria-hidden="true">
        <div className={styles.runner} />
      </div>
      <span className={styles.words}>{children}</span>
    </div>
  );
}
