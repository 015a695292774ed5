import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Step } from "./desk-state.js";
import { useDeskState, usePane } from "./pane-context.js";
import type { PaneTexts } from "./texts.js";

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

/** What is being done, once it has taken a moment. */
export function ActivityBar(): ReactElement | null {
  const styles = useStyles();
  const { texts } = usePane();
  const activity = useDeskState((state) => state.activity);
  if (!activity?.shown) return null;
  return (
    <div className={styles.bar} role="status" data-activity={activity.step}>
      <div className={styles.track} aria-hidden="true">
        <div className={styles.runner} />
      </div>
      <span className={styles.words}>
        {activity.detail ?? (activity.silent ? texts.rechecking : stepWords(activity.step, texts))}
      </span>
    </div>
  );
}

function stepWords(step: Step, texts: PaneTexts): string {
  switch (step) {
    case "loading":
      return texts.loading;
    case "reading":
      return texts.reading;
    case "computing":
      return texts.computing;
    case "scoring":
      return texts.scoring;
    case "drafting":
      return texts.drafting;
    case "building":
      return texts.building;
    case "drawing":
      return texts.drawing;
    case "writing":
      return texts.writing;
  }
}
