import { makeStyles, tokens } from "@fluentui/react-components";
import { DocumentArrowRight16Regular } from "@fluentui/react-icons/svg/document-arrow-right";
import { useEffect, useRef, type ReactElement } from "react";
import type { ProposedText } from "./engine.js";
import { FileButton } from "./file-button.js";
import { inWords } from "./in-words.js";
import { NoticeBar } from "./notice-bar.js";
import { numbersIn } from "./numbers-in.js";
import { PaneButton } from "./pane-button.js";
import { useDeskState, usePane } from "./pane-context.js";
import { openTexts } from "./proposal-acts.js";
import { proposalTexts } from "./proposal-texts.js";
import { useReports, useReportState } from "./use-reports.js";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "8px" },
  panel: {
    display: "flex",
    flexDirection: "column",
    gap: "10px",
    alignSelf: "stretch",
    padding: "10px 12px 12px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: "12px",
    lineHeight: "18px",
  },
  title: { margin: 0, fontSize: "13px", fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, textWrap: "pretty", overflowWrap: "anywhere" },
  list: { display: "flex", flexDirection: "column", gap: "10px", margin: 0, padding: 0, listStyleType: "none" },
  head: { display: "flex", alignItems: "flex-start", justifyContent: "space-between", gap: "8px" },
  name: { fontWeight: tokens.fontWeightSemibold },
  text: {
    maxHeight: "150px",
    overflowY: "auto",
    marginTop: "4px",
    padding: "6px 8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: "anywhere",
    whiteSpace: "pre-line",
    scrollbarWidth: "thin",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  mark: {
    padding: "0 1px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorStatusWarningBackground2,
    color: tokens.colorNeutralForeground1,
    "@media (forced-colors: active)": { forcedColorAdjust: "none", backgroundColor: "Mark", color: "MarkText" },
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
});

/** Texts of last year's report for the empty entries of the form: chosen, seen, taken one by one or all. */
export function BasicsFromReport(): ReactElement {
  const styles = useStyles();
  const { texts } = usePane();
  const reports = useReports();
  const words = proposalTexts(texts.language);
  const proposal = useReportState((state) => state.proposal);
  const problem = useReportState((state) => state.proposalProblem);
  const answers = useDeskState((state) => state.basics?.answers) ?? {};
  const busy = useDeskState((state) => state.activity !== null);
  const panel = useRef<HTMLDivElement>(null);

  const open = openTexts(proposal?.texts ?? [], answers);

  // The panel takes the focus, and keeps it when the button that was pressed goes with its text.
  useEffect(() => {
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (proposal && isLost) panel.current?.querySelector("button")?.focus();
  }, [proposal, open.length]);

  const filled = (proposal?.texts.length ?? 0) - open.length;
  return (
    <div className={styles.box} data-from-report="">
      <FileButton
        off={busy}
        accept=".docx"
        several={false}
        icon={<DocumentArrowRight16Regular />}
        onChoose={([file]) => {
          if (file) void reports.propose(file);
        }}
      >
        {words.choose}
      </FileButton>
      {problem && (
        <NoticeBar kind="error" onDismiss={() => reports.dismissProposal()}>
          {words.refused(problem.name)}
          {inWords(problem.failure, texts)}
        </NoticeBar>
      )}
      {proposal && (
        <div ref={panel} className={styles.panel} role="group" aria-label={words.title(proposal.name)}>
          <h2 className={styles.title}>{words.title(proposal.name)}</h2>
          {open.length > 0 && <p className={styles.quiet}>{words.look}</p>}
          <ul className={styles.list}>
            {open.map((proposed) => (
              <Proposed key={proposed.field.id} proposed={proposed} off={busy} />
            ))}
          </ul>
          {filled > 0 && <p className={styles.quiet}>{open.length === 0 ? words.allFilled : words.filled(filled)}</p>}
          <div className={styles.buttons}>
            {open.length > 1 && (
              <PaneButton
                small
                look="primary"
                off={busy}
                data-proposal="all"
                onClick={() => void reports.accept(open.map(({ field }) => field.id))}
              >
                {words.acceptAll(open.length)}
              </PaneButton>
            )}
            <PaneButton small look="subtle" data-proposal="none" onClick={() => reports.dismissProposal()}>
              {open.length === 0 ? texts.dismiss : words.dismiss}
            </PaneButton>
          </div>
        </div>
      )}
    </div>
  );
}

function Proposed({ proposed, off }: { readonly proposed: ProposedText; readonly off: boolean }): ReactElement {
  const styles = useStyles();
  const { texts } = usePane();
  const reports = useReports();
  const words = proposalTexts(texts.language);
  const { field, heading, text } = proposed;
  const label = field.label[texts.language];
  return (
    <li data-proposed={field.id}>
      <div className={styles.head}>
        <span>
          <span className={styles.name}>{label}</span> <span className={styles.quiet}>{words.under(heading)}</span>
        </span>
        <PaneButton small off={off} aria-label={words.acceptOne(label)} onClick={() => void reports.accept([field.id])}>
          {words.accept}
        </PaneButton>
      </div>
      <div className={styles.text} lang="zh-CN" tabIndex={0} role="group" aria-label={label}>
        {numbersIn(text).map((piece, index) =>
          piece.differs ? (
            <mark key={index} className={styles.mark}>
              {piece.text}
            </mark>
          ) : (
            <span key={index}>{piece.text}</span>
          ),
        )}
      </div>
    </li>
  );
}
