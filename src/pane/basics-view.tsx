import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Checkmark16Regular } from "@fluentui/react-icons/svg/checkmark";
import { Form24Regular } from "@fluentui/react-icons/svg/form";
import { Suspense, useEffect, type ReactElement } from "react";
import { BasicsFromReport } from "./basics-from-report.js";
import { BasicsQuestion } from "./basics-question.js";
import { inWords } from "./in-words.js";
import type { BasicsState } from "./desk-state.js";
import { Face } from "./face.js";
import { LinkButton } from "./link-button.js";
import { NoticeBar } from "./notice-bar.js";
import { useDeskState, usePane } from "./pane-context.js";
import type { PaneTexts } from "./texts.js";
import { PaneButton } from "./pane-button.js";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "10px" },
  intro: {
    margin: "0 2px",
    fontSize: "12px",
    lineHeight: "18px",
    color: tokens.colorNeutralForeground2,
    textWrap: "pretty",
  },
  bar: {
    position: "sticky",
    top: "-12px",
    zIndex: 2,
    display: "flex",
    justifyContent: "space-between",
    gap: "8px",
    margin: "0 -2px 0 -12px",
    padding: "6px 14px",
    fontSize: "12px",
    lineHeight: "18px",
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  state: { display: "inline-flex", alignItems: "center", gap: "4px" },
  saved: { color: tokens.colorStatusSuccessForeground1 },
  questions: {
    display: "flex",
    flexDirection: "column",
    gap: "14px",
    padding: "14px 12px 16px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** 基本情况: what no annex holds. Stored in the workbook a moment after the last key. */
export function BasicsView(): ReactElement {
  const styles = useStyles();
  const { desk, texts } = usePane();
  const basics = useDeskState((state) => state.basics);
  const readOnly = desk.capabilities().readOnly;

  useEffect(() => () => void desk.flushAnswers(), [desk]);

  if (!basics) {
    return (
      <Face
        tone="neutral"
        icon={<Form24Regular />}
        title={texts.basicsIdleTitle}
        text={texts.basicsIdleWhat}
        actions={<PaneButton onClick={() => void desk.open("basics")}>{texts.fillIn}</PaneButton>}
      />
    );
  }
  const filled = basics.form.fields.filter(({ id }) => (basics.answers[id] ?? "").trim() !== "").length;
  return (
    <div className={styles.view}>
      <p className={styles.intro}>{texts.basicsIntro}</p>
      {!readOnly && basics.form.fields.some(({ inReports }) => inReports) && (
        <Suspense fallback={null}>
          <BasicsFromReport />
        </Suspense>
      )}
      {readOnly && <NoticeBar kind="warning">{texts.basicsReadOnly}</NoticeBar>}
      <div className={styles.bar}>
        <span>{texts.basicsFilled(filled, basics.form.fields.length)}</span>
        <span
          className={mergeClasses(styles.state, basics.save === "saved" && styles.saved)}
          role="status"
          data-save={basics.save}
        >
          {basics.save === "saved" && <Checkmark16Regular aria-hidden="true" />}
          {saveWords(basics, desk.capabilities().undo === "own", texts)}
        </span>
      </div>
      {basics.save === "failed" && basics.failure && (
        <NoticeBar
          kind="error"
          action={<LinkButton onClick={() => void desk.flushAnswers()}>{texts.retry}</LinkButton>}
        >
          {texts.basicsFailed}
          {inWords(basics.failure, texts)}
        </NoticeBar>
      )}
      <div className={styles.questions} onBlur={() => void desk.flushAnswers()}>
        {basics.form.fields.map((field) => (
          <BasicsQuestion
            key={field.id}
            field={field}
            answer={basics.answers[field.id] ?? ""}
            readOnly={readOnly}
            onAnswer={(value) => desk.answer(field.id, value)}
          />
        ))}
      </div>
    </div>
  );
}

function saveWords(basics: BasicsState, isFile: boolean, texts: PaneTexts): string {
  switch (basics.save) {
    case "untouched":
    case "failed":
      return "";
    case "pending":
      return texts.basicsPending;
    case "saving":
      return texts.basicsSaving;
    case "saved":
      return isFile ? texts.basicsSavedFile : texts.basicsSaved;
  }
}
