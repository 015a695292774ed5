import { makeStyles, tokens } from "@fluentui/react-components";
import { DocumentSync16Regular } from "@fluentui/react-icons/svg/document-sync";
import { useEffect, useRef, type ReactElement } from "react";
import type { ChosenFile } from "./desk-state.js";
import type { PlannedReport } from "./engine.js";
import { FileButton } from "./file-button.js";
import { inWords } from "./in-words.js";
import { NoticeBar } from "./notice-bar.js";
import { PaneButton } from "./pane-button.js";
import { useDeskState, usePane } from "./pane-context.js";
import { isUpToDate } from "./planned-update.js";
import { useReportTexts, type ReportTexts } from "./report-texts.js";
import { UpdatePlanView } from "./update-plan-view.js";
import { useReports, useReportState } from "./use-reports.js";

const useStyles = makeStyles({
  panel: {
    display: "flex",
    flexDirection: "column",
    alignItems: "stretch",
    gap: "10px",
    padding: "10px 12px 12px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: "12px",
    lineHeight: "18px",
  },
  head: { display: "flex", flexDirection: "column", gap: "2px" },
  title: { margin: 0, fontSize: "13px", lineHeight: "18px", fontWeight: tokens.fontWeightSemibold },
  name: { overflowWrap: "anywhere", color: tokens.colorNeutralForeground1 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, textWrap: "pretty", overflowWrap: "anywhere" },
  // At hand however long the plan is.
  buttons: {
    position: "sticky",
    bottom: "-12px",
    display: "flex",
    flexWrap: "wrap",
    gap: "6px",
    margin: "0 -12px -12px",
    padding: "8px 12px 12px",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** An existing report or template: chosen, shown what would change, written after the second press. */
export function ReportUpdate(): ReactElement {
  const styles = useStyles();
  const { desk, texts } = usePane();
  const words = useReportTexts();
  const reports = useReports();
  const { chosen, isOwnCopy, planning, planned, choices, lookAgain, problem } = useReportState((state) => state);
  const busy = useDeskState((state) => state.activity !== null);

  const buttons = useRef<HTMLDivElement>(null);

  useEffect(() => void reports.refresh(), [reports]);

  const plan = planned?.plan ?? null;
  const undecided = plan ? plan.conflicts.filter(({ id }) => !choices.has(id)).length : 0;
  const canWrite =
    plan !== null &&
    plan.linked.length + plan.figures.length + plan.adopted.length + plan.rewritten.length + choices.size > 0;

  // The button that was pressed may have gone with its reason: the next one takes the focus, not the top of the page.
  const had = useRef({ canWrite, isChosen: chosen !== null });
  useEffect(() => {
    const isGone = (had.current.canWrite && !canWrite) || (had.current.isChosen && chosen === null);
    had.current = { canWrite, isChosen: chosen !== null };
    if (isGone && document.activeElement === document.body) buttons.current?.querySelector("button")?.focus();
  }, [canWrite, chosen]);

  return (
    <section className={styles.panel} aria-label={words.update} data-report-update="">
      <div className={styles.head}>
        <h2 className={styles.title}>{words.update}</h2>
        {chosen ? (
          <span className={styles.name}>{chosen.name}</span>
        ) : (
          <p className={styles.quiet}>{words.updateWhy}</p>
        )}
      </div>
      {problem && (
        <NoticeBar kind="error">
          {words.refused(problem.name)}
          {inWords(problem.failure, texts)}
        </NoticeBar>
      )}
      {lookAgain && <NoticeBar kind="warning">{words.lookAgain}</NoticeBar>}
      {planning && !plan && <p className={styles.quiet}>{words.planning}</p>}
      {planned?.note && <NoticeBar kind="info">{planned.note[texts.language]}</NoticeBar>}
      {plan && isUpToDate(plan) && <NoticeBar kind="success">{words.upToDate}</NoticeBar>}
      {plan && (
        <UpdatePlanView
          language={texts.language}
          plan={plan}
          choices={choices}
          off={busy}
          onChoose={(conflict, choice) => reports.choose(conflict, choice)}
          onGoTo={(target) => void desk.goTo(target)}
        />
      )}
      {chosen && planned && canWrite && <p className={styles.quiet}>{whereTo(chosen, planned, words)}</p>}
      {isOwnCopy && <p className={styles.quiet}>{words.ownCopy}</p>}
      <div ref={buttons} className={styles.buttons}>
        {chosen && canWrite && (
          <PaneButton
            small
            look="primary"
            off={busy || planning}
            data-update="write"
            onClick={() => void reports.write()}
          >
            {words.write(undecided)}
          </PaneButton>
        )}
        <FileButton
          off={busy}
          accept=".docx"
          several={false}
          pick={reports.pick}
          icon={<DocumentSync16Regular />}
          onChoose={([file]) => {
            if (file) void reports.take(file);
          }}
        >
          {chosen ? words.change : words.choose}
        </FileButton>
        {chosen && (
          <PaneButton small look="subtle" off={busy} data-update="forget" onClick={() => reports.forget()}>
            {words.forget}
          </PaneButton>
        )}
      </div>
    </section>
  );
}

function whereTo(chosen: ChosenFile, { fileName }: PlannedReport, words: ReportTexts): string {
  if (fileName !== null) return words.newName(fileName);
  return chosen.linked ? words.overLinked(chosen.name) : words.sameName(chosen.name);
}
