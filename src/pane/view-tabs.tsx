import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, type KeyboardEvent, type ReactElement } from "react";
import type { View } from "./desk-state.js";
import { useDeskState, usePane } from "./pane-context.js";
import type { PaneTexts } from "./texts.js";

const useStyles = makeStyles({
  tabs: {
    display: "flex",
    gap: "2px",
    padding: "0 8px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    appearance: "none",
    position: "relative",
    flex: "1 1 auto",
    padding: "7px 4px 8px",
    border: "none",
    background: "none",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: "13px",
    lineHeight: "20px",
    whiteSpace: "nowrap",
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-3px", borderRadius: "4px" },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "::after": {
      content: '""',
      position: "absolute",
      left: "25%",
      right: "25%",
      bottom: 0,
      height: "2px",
      borderRadius: "2px",
      backgroundColor: tokens.colorCompoundBrandStroke,
      "@media (forced-colors: active)": { backgroundColor: "Highlight" },
    },
  },
  count: {
    marginLeft: "4px",
    padding: "0 5px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
    fontSize: "11px",
    lineHeight: "16px",
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
});

export const viewOrder: readonly View[] = ["check", "scores", "report", "basics"];

/** The view switch; arrow keys move, as in every Office tab list. */
export function ViewTabs(): ReactElement {
  const styles = useStyles();
  const { desk, texts } = usePane();
  const list = useRef<HTMLDivElement>(null);
  const chosen = useDeskState((state) => state.view);
  const errors = useDeskState((state) => state.outcome?.check.summary.error ?? 0);

  function move(event: KeyboardEvent): void {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = viewOrder[(viewOrder.indexOf(chosen) + step + viewOrder.length) % viewOrder.length];
    if (!next) return;
    void desk.open(next);
    list.current?.querySelector<HTMLElement>(`#${tabId(next)}`)?.focus();
  }

  return (
    <div ref={list} className={styles.tabs} role="tablist" aria-label={texts.views} onKeyDown={move}>
      {viewOrder.map((view) => (
        <button
          key={view}
          id={tabId(view)}
          type="button"
          role="tab"
          aria-selected={view === chosen}
          aria-controls={panelId}
          tabIndex={view === chosen ? 0 : -1}
          className={mergeClasses(styles.tab, view === chosen && styles.chosen)}
          onClick={() => void desk.open(view)}
        >
          {viewName(view, texts)}
          {view === "check" && errors > 0 && <span className={styles.count}>{texts.count(errors)}</span>}
        </button>
      ))}
    </div>
  );
}

export const panelId = "annex-view";

export function tabId(view: View): string {
  return `annex-tab-${view}`;
}

function viewName(view: View, texts: PaneTexts): string {
  switch (view) {
    case "check":
      return texts.viewCheck;
    case "scores":
      return texts.viewScores;
    case "report":
      return texts.viewReport;
    case "basics":
      return texts.viewBasics;
  }
}
