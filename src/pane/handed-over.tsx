import { makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, type ReactElement } from "react";
import { delivered } from "./delivered.js";
import { NoticeBar } from "./notice-bar.js";
import { PaneButton } from "./pane-button.js";
import { useDeskState, usePane } from "./pane-context.js";
import { useReportTexts } from "./report-texts.js";
import { useReports, useReportState } from "./use-reports.js";

const useStyles = makeStyles({
  handed: { display: "flex", flexDirection: "column", gap: "6px" },
  ways: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px", marginTop: "6px" },
  next: { margin: "6px 0 0", textWrap: "pretty" },
});

/**
 * What became of a document: saved, called off, or on a way whose end nobody sees. Then the further ways are offered:
 * once more, in Word itself, over the clipboard.
 */
export function HandedOver(): ReactElement | null {
  const styles = useStyles();
  const { texts } = usePane();
  const reports = useReports();
  const words = useReportTexts();
  const handed = useReportState((state) => state.handed);
  const busy = useDeskState((state) => state.activity !== null);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (handed) box.current?.scrollIntoView({ block: "nearest" });
  }, [handed]);

  if (!handed) return null;
  const { kind, text } = delivered(handed.outcome, texts);
  const isSure = handed.outcome.ok && handed.outcome.value.kind === "saved";
  return (
    <div ref={box} className={styles.handed} data-handed={handed.outcome.ok ? handed.outcome.value.kind : "failed"}>
      <NoticeBar kind={kind} onDismiss={() => reports.dismissHanded()}>
        {text}
        {!isSure && (
          <div className={styles.ways} role="group" aria-label={words.otherWays}>
            {kind === "warning" && <span>{words.otherWays}</span>}
            <PaneButton small off={busy} data-way="again" onClick={() => void reports.saveAgain()}>
              {words.saveAgain}
            </PaneButton>
            <PaneButton small data-way="word" onClick={() => reports.showWordWay()}>
              {words.wordWayOffer}
            </PaneButton>
            <PaneButton small data-way="copy" onClick={() => void reports.copyText()}>
              {words.copyAll}
            </PaneButton>
          </div>
        )}
        {handed.next !== null && (
          <p className={styles.next} data-next={handed.next}>
            {handed.next === "word" ? words.wordWay : words.copiedText}
          </p>
        )}
      </NoticeBar>
    </div>
  );
}
