import { makeStyles, tokens } from "@fluentui/react-components";
import { ClipboardTaskListLtr24Filled } from "@fluentui/react-icons/svg/clipboard-task-list-ltr";
import { ErrorCircle24Regular } from "@fluentui/react-icons/svg/error-circle";
import type { ReactElement } from "react";
import { useStore } from "zustand";
import { PaneButton, Face, Waiting, type Language } from "../pane/index.js";
import { OpenButton } from "./open-button.js";
import type { PageModel } from "./page-model.js";
import { sampleName, samples } from "./samples.js";
import type { PageTexts } from "./texts.js";

const useStyles = makeStyles({
  welcome: { display: "flex", flexDirection: "column", alignItems: "center", paddingTop: "8vh" },
  promise: { margin: "4px 0 0", fontSize: "12px", lineHeight: "18px", color: tokens.colorNeutralForeground3 },
  samples: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "center",
    gap: "8px",
    padding: "0 16px 24px",
  },
  try: {
    width: "100%",
    textAlign: "center",
    fontSize: "12px",
    lineHeight: "18px",
    color: tokens.colorNeutralForeground3,
  },
});

export interface WelcomeProps {
  readonly model: PageModel;
  readonly texts: PageTexts;
  readonly language: Language;
  readonly openSample: (id: string) => void;
}

/** Before a workbook is open: how to open one, what became of the last try. */
export function Welcome({ model, texts, language, openSample }: WelcomeProps): ReactElement {
  const styles = useStyles();
  const opening = useStore(model.store, (state) => state.opening);
  const failure = useStore(model.store, (state) => state.failure);
  if (opening !== null) {
    return (
      <main className={styles.welcome} role="main" data-welcome="opening">
        <Face tone="neutral" icon={<Waiting />} title={texts.opening(opening)} text={texts.promise} />
      </main>
    );
  }
  const open = (
    <OpenButton label={texts.openLong} look="primary" purpose="open" chosen={(files) => void model.take(files)} />
  );
  return (
    <main className={styles.welcome} data-welcome={failure ? "failed" : "empty"}>
      {failure ? (
        <div role="alert">
          <Face
            tone="danger"
            icon={<ErrorCircle24Regular />}
            title={texts.failed}
            text={failure.message[language]}
            actions={open}
          />
        </div>
      ) : (
        <Face
          tone="neutral"
          icon={<ClipboardTaskListLtr24Filled />}
          title={texts.welcome}
          text={texts.welcomeWhat}
          actions={
            <>
              {open}
              <p className={styles.promise}>{texts.promise}</p>
            </>
          }
        />
      )}
      <div className={styles.samples}>
        <span className={styles.try}>{texts.trySample}</span>
        {samples.map((id) => (
          <PaneButton key={id} small data-sample={id} onClick={() => openSample(id)}>
            {sampleName(id, texts)}
          </PaneButton>
        ))}
      </div>
    </main>
  );
}
