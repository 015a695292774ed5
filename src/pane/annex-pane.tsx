import { FluentProvider, makeStyles, tokens, type Theme } from "@fluentui/react-components";
import { Suspense, lazy, useMemo, type ReactElement } from "react";
import { ActivityBar } from "./activity-bar.js";
import { CheckView } from "./check-view.js";
import type { Desk } from "./desk.js";
import type { View } from "./desk-state.js";
import { PaneContext, useDeskState } from "./pane-context.js";
import { PaneHeader } from "./pane-header.js";
import { PaneNews } from "./pane-news.js";
import { ProblemFace } from "./problem-face.js";
import type { PaneTexts } from "./texts.js";
import { UndoBar } from "./undo-bar.js";
import { ViewTabs, panelId, tabId } from "./view-tabs.js";

/** Views that come after the first check. */
const ScoreView = lazy(async () => ({ default: (await import("./score-view.js")).ScoreView }));
const ReportView = lazy(async () => ({ default: (await import("./report-view.js")).ReportView }));
const BasicsView = lazy(async () => ({ default: (await import("./basics-view.js")).BasicsView }));

const useStyles = makeStyles({
  root: { height: "100%", backgroundColor: tokens.colorNeutralBackground2 },
  pane: {
    position: "relative",
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minHeight: 0,
    color: tokens.colorNeutralForeground1,
  },
  main: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0 },
  view: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    padding: "12px 2px 12px 12px",
    scrollbarGutter: "stable",
    scrollbarWidth: "thin",
    outline: "none",
  },
  spoken: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

export interface AnnexPaneProps {
  readonly desk: Desk;
  readonly texts: PaneTexts;
  readonly theme: Theme;
  /** Leave out the product's name and the unit: a page around the pane shows them. */
  readonly plain?: boolean;
}

/** The whole pane, the same in Excel and on the page. */
export function AnnexPane({ desk, texts, theme, plain = false }: AnnexPaneProps): ReactElement {
  const styles = useStyles();
  const Frame = plain ? "div" : "main";
  const context = useMemo(() => ({ desk, texts }), [desk, texts]);
  return (
    <FluentProvider theme={theme} className={styles.root} lang={texts.language === "zh" ? "zh-CN" : "en"}>
      <PaneContext value={context}>
        <div className={styles.pane} data-annex-pane="">
          <header>
            <PaneHeader plain={plain} />
            <ViewTabs />
          </header>
          <ActivityBar />
          <Frame className={styles.main}>
            <OpenView />
            <UndoBar />
          </Frame>
        </div>
      </PaneContext>
    </FluentProvider>
  );
}

function OpenView(): ReactElement {
  const styles = useStyles();
  const view = useDeskState((state) => state.view);
  const problem = useDeskState((state) => state.problem);
  const announcement = useDeskState((state) => state.announcement);
  return (
    <div id={panelId} className={styles.view} role="tabpanel" aria-labelledby={tabId(view)} tabIndex={-1}>
      <div className={styles.spoken} role="status" aria-live="polite">
        {announcement}
      </div>
      <PaneNews />
      {problem ? <ProblemFace problem={problem} /> : <Suspense fallback={null}>{viewElement(view)}</Suspense>}
    </div>
  );
}

function viewElement(view: View): ReactElement {
  switch (view) {
    case "check":
      return <CheckView />;
    case "scores":
      return <ScoreView />;
    case "report":
      return <ReportView />;
    case "basics":
      return <BasicsView />;
  }
}
