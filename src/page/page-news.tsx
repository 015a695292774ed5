import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactElement } from "react";
import { useStore } from "zustand";
import type { PageModel } from "./page-model.js";
import { isDirty } from "./page-state.js";
import type { PageTexts } from "./texts.js";
import { PaneButton, type Language } from "../pane/index.js";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: "8px 12px",
    padding: "6px 16px",
    fontSize: "13px",
    lineHeight: "20px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flexGrow: 1, flexBasis: "200px" },
  warning: { backgroundColor: tokens.colorStatusWarningBackground1 },
  success: { backgroundColor: tokens.colorStatusSuccessBackground1 },
  info: { backgroundColor: tokens.colorBrandBackground2 },
  error: { backgroundColor: tokens.colorStatusDangerBackground1 },
});

export interface PageNewsProps {
  readonly model: PageModel;
  readonly texts: PageTexts;
  readonly language: Language;
}

/** News of the file: saved or not, and the question before unsaved changes are dropped. */
export function PageNews({ model, texts, language }: PageNewsProps): ReactElement | null {
  const styles = useStyles();
  const notice = useStore(model.store, (state) => state.notice);
  const waiting = useStore(model.store, (state) => state.waiting);
  const failure = useStore(model.store, (state) => (state.workbook ? state.failure : null));
  const dirty = useStore(model.store, isDirty);
  if (waiting?.ask === "replace") {
    return (
      <div className={mergeClasses(styles.bar, styles.warning)} role="alert" data-news="replace">
        <span className={styles.words}>{texts.replace}</span>
        <PaneButton small onClick={() => void model.putWaiting("replace")}>
          {texts.replaceYes}
        </PaneButton>
        <PaneButton small look="primary" onClick={() => model.dropWaiting()}>
          {texts.replaceNo}
        </PaneButton>
      </div>
    );
  }
  if (waiting) {
    return (
      <div className={mergeClasses(styles.bar, styles.info)} role="alert" data-news="purpose">
        <span className={styles.words}>{texts.purpose(waiting.files.map(({ name }) => name).join("、"))}</span>
        <PaneButton small look="primary" data-purpose="join" onClick={() => void model.putWaiting("join")}>
          {texts.purposeJoin}
        </PaneButton>
        <PaneButton small data-purpose="prior" onClick={() => void model.putWaiting("prior")}>
          {texts.purposePrior}
        </PaneButton>
        <PaneButton small data-purpose="replace" onClick={() => void model.putWaiting("replace")}>
          {dirty ? texts.purposeReplaceDirty : texts.purposeReplace}
        </PaneButton>
        <PaneButton small look="subtle" onClick={() => model.dropWaiting()}>
          {texts.purposeNothing}
        </PaneButton>
      </div>
    );
  }
  const kind = failure ? "error" : notice?.kind;
  const text = failure ? `${texts.failed}${texts.colon}${failure.message[language]}` : notice?.text;
  if (!kind || !text) return null;
  return (
    <div className={mergeClasses(styles.bar, styles[kind])} role="status" data-news={kind}>
      <span className={styles.words}>{text}</span>
      <PaneButton
        small
        look="subtle"
        icon={<Dismiss16Regular />}
        aria-label={texts.dismiss}
        onClick={() => model.dismissNotice()}
      />
    </div>
  );
}
