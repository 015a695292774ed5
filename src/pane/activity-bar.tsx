import type { ReactElement } from "react";
import type { Step } from "./desk-state.js";
import { useDeskState, usePane } from "./pane-context.js";
import { ProgressLine } from "./progress-line.js";
import type { PaneTexts } from "./texts.js";

/** What is being done, once it has taken a moment. */
export function ActivityBar(): ReactElement | null {
  const { texts } = usePane();
  const activity = useDeskState((state) => state.activity);
  if (!activity?.shown) return null;
  return (
    <ProgressLine step={activity.step}>
      {activity.detail ?? (activity.silent ? texts.rechecking : stepWords(activity.step, texts))}
    </ProgressLine>
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
