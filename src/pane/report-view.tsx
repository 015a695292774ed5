import { makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownload16Regular } from "@fluentui/react-icons/svg/arrow-download";
import { Copy16Regular } from "@fluentui/react-icons/svg/copy";
import { DocumentArrowRight16Regular } from "@fluentui/react-icons/svg/document-arrow-right";
import { DocumentText24Regular } from "@fluentui/react-icons/svg/document-text";
import type { ReactElement } from "react";
import { Face } from "./face.js";
import { HandedOver } from "./handed-over.js";
import { LinkButton } from "./link-button.js";
import { NameList } from "./name-list.js";
import { NoticeBar } from "./notice-bar.js";
import { useDeskState, usePane } from "./pane-context.js";
import { ReportPaper } from "./report-paper.js";
import { PaneButton } from "./pane-button.js";
import { ReportUpdate } from "./report-update.js";
import { useReportTexts } from "./report-texts.js";
import { useReports } from "./use-reports.js";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "10px" },
  tools: { display: "flex", flexWrap: "wrap", gap: "6px" },
  problems: { margin: 0, paddingLeft: "18px" },
  heading: { fontWeight: tokens.fontWeightSemibold },
});

/** 报告: the text as it will stand in the document, to read, copy and save. */
export function ReportView(): ReactElement {
  const styles = useStyles();
  const { desk, texts } = usePane();
  const words = useReportTexts();
  const reports = useReports();
  const report = useDeskState((state) => state.outcome?.report ?? null);
  const errors = useDeskState((state) => state.outcome?.check.summary.error ?? 0);
  const busy = useDeskState((state) => state.activity !== null);
  if (!report) {
    return (
      <Face tone="neutral" icon={<DocumentText24Regular />} title={texts.reportIdleTitle} text={texts.reportIdleWhat} />
    );
  }
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <PaneButton
          small
          look="primary"
          icon={<ArrowDownload16Regular />}
          off={busy}
          data-report="save"
          onClick={() => void reports.save()}
        >
          {words.saveDocx}
        </PaneButton>
        <PaneButton small icon={<Copy16Regular />} data-report="copy" onClick={() => void reports.copyText()}>
          {words.copyAll}
        </PaneButton>
        <PaneButton
          small
          icon={<DocumentArrowRight16Regular />}
          off={busy}
          data-report="carry"
          title={words.copyForWordWhy}
          onClick={() => void reports.copyForWord()}
        >
          {words.copyForWord}
        </PaneButton>
      </div>
      <HandedOver />
      {errors > 0 && (
        <NoticeBar
          kind="warning"
          action={<LinkButton onClick={() => void desk.open("check")}>{words.seeFindings}</LinkButton>}
        >
          {words.errors(errors)}
        </NoticeBar>
      )}
      {report.problems.length > 0 && (
        <NoticeBar kind="info">
          <span className={styles.heading}>{words.problems}</span>
          <ul className={styles.problems}>
            {report.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </NoticeBar>
      )}
      <ReportUpdate />
      <NameList />
      <ReportPaper report={report} />
    </div>
  );
}
