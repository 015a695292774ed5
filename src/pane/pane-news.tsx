import { makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, type ReactElement } from "react";
import type { Job, View } from "./desk-state.js";
import { LinkButton } from "./link-button.js";
import { NoticeBar } from "./notice-bar.js";
import { useDeskState, usePane } from "./pane-context.js";
import { useLasting } from "./use-lasting.js";

const useStyles = makeStyles({ news: { display: "flex", flexDirection: "column", gap: "8px", marginBottom: "10px" } });

const jobByView: Record<View, Job> = { check: "check", scores: "score", report: "report", basics: "check" };

/** News above every view: the last act's outcome, and that the result may be out of date. */
export function PaneNews(): ReactElement | null {
  const styles = useStyles();
  const { desk, texts } = usePane();
  const notice = useDeskState((state) => state.notice);
  const view = useDeskState((state) => state.view);
  const isOld = useDeskState((state) => state.stale && state.problem === null && state.view !== "basics");
  const stale = useLasting(isOld);
  const box = useRef<HTMLDivElement>(null);

  // What an act came to must be seen, however far down the list it was pressed.
  useEffect(() => {
    if (notice) box.current?.scrollIntoView({ block: "nearest" });
  }, [notice]);

  if (!notice && !stale) return null;
  return (
    <div ref={box} className={styles.news}>
      {notice && (
        <NoticeBar kind={notice.kind} onDismiss={() => desk.dismissNotice()}>
          {notice.text}
        </NoticeBar>
      )}
      {stale && (
        <NoticeBar
          kind="info"
          action={
            <LinkButton onClick={() => void desk.run(jobByView[view])}>
              {view === "check" ? texts.recheck : texts.refresh}
            </LinkButton>
          }
        >
          {texts.stale}
        </NoticeBar>
      )}
    </div>
  );
}
