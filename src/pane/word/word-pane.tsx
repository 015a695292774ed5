import { FluentProvider, makeStyles, tokens, type Theme } from "@fluentui/react-components";
import { DocumentSync20Filled } from "@fluentui/react-icons/svg/document-sync";
import { useMemo, useState, type DragEvent, type ReactElement } from "react";
import { NoticeBar } from "../notice-bar.js";
import { PaneButton } from "../pane-button.js";
import { ProgressLine } from "../progress-line.js";
import { useLasting } from "../use-lasting.js";
import { WordActions } from "./word-actions.js";
import { WordContext, useWord, useWordState } from "./word-context.js";
import type { WordDesk } from "./word-desk.js";
import { WordFigures } from "./word-figures.js";
import { WordPlan } from "./word-plan.js";
import { WordSource } from "./word-source.js";
import type { WordProblem } from "./word-state.js";
import type { WordTexts } from "./word-texts.js";

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
  head: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    padding: "10px 12px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  mark: { display: "grid", flexShrink: 0, color: tokens.colorBrandForeground1 },
  words: { display: "flex", flexDirection: "column", minWidth: 0 },
  product: { margin: 0, fontSize: "14px", lineHeight: "18px", fontWeight: tokens.fontWeightSemibold },
  subtitle: { fontSize: "12px", lineHeight: "16px", color: tokens.colorNeutralForeground3 },
  view: {
    flexGrow: 1,
    minHeight: 0,
    display: "flex",
    flexDirection: "column",
    gap: "12px",
    overflowY: "auto",
    padding: "12px 2px 12px 12px",
    scrollbarGutter: "stable",
    scrollbarWidth: "thin",
  },
  spoken: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
  veil: {
    position: "absolute",
    inset: "6px",
    zIndex: 10,
    display: "grid",
    placeItems: "center",
    padding: "24px",
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "center",
  },
});

export interface WordPaneProps {
  readonly desk: WordDesk;
  readonly texts: WordTexts;
  readonly theme: Theme;
}

/** The whole pane in Word. */
export function WordPane({ desk, texts, theme }: WordPaneProps): ReactElement {
  const styles = useStyles();
  const context = useMemo(() => ({ desk, texts }), [desk, texts]);
  const { over, handlers } = useDroppedFile((file) => void desk.takeWorkbook(file));
  return (
    <FluentProvider theme={theme} className={styles.root} lang={texts.language === "zh" ? "zh-CN" : "en"}>
      <WordContext value={context}>
        <div className={styles.pane} data-word-pane="" {...handlers}>
          <header className={styles.head}>
            <span className={styles.mark} aria-hidden="true">
              <DocumentSync20Filled />
            </span>
            <div className={styles.words}>
              <h1 className={styles.product}>{texts.product}</h1>
              <span className={styles.subtitle}>{texts.subtitle}</span>
            </div>
          </header>
          <Progress />
          <main className={styles.view}>
            <Spoken />
            <WordSource />
            <Problem />
            <WordPlan />
            <WordFigures />
          </main>
          <WordActions />
          {over && <div className={styles.veil}>{texts.drop}</div>}
        </div>
      </WordContext>
    </FluentProvider>
  );
}

function Progress(): ReactElement | null {
  const { texts } = useWord();
  const step = useWordState((state) => state.step);
  const shown = useLasting(step !== null);
  return step && shown ? <ProgressLine step={step}>{texts.steps[step]}</ProgressLine> : null;
}

function Spoken(): ReactElement {
  const styles = useStyles();
  const announcement = useWordState((state) => state.announcement);
  return (
    <div className={styles.spoken} role="status" aria-live="polite">
      {announcement}
    </div>
  );
}

/** Why something did not work, and what can be done instead; how a copy went out. */
function Problem(): ReactElement | null {
  const { desk, texts } = useWord();
  const problem = useWordState((state) => state.problem);
  const copy = useWordState((state) => state.copy);
  const planned = useWordState((state) => state.plan !== null);
  if (copy) {
    const kind = copy.kind === "saved" ? "success" : "warning";
    return <NoticeBar kind={kind}>{texts.copied(copy.kind, copy.name)}</NoticeBar>;
  }
  if (!problem) return null;
  const again = problem.during === "plan" && !planned;
  return (
    <NoticeBar
      kind="error"
      action={
        again && (
          <PaneButton small data-word="again" onClick={() => void desk.planAgain()}>
            {texts.again}
          </PaneButton>
        )
      }
    >
      <strong>{titleOf(problem, texts)}</strong>
      <div data-word-problem={problem.failure.code}>{problem.failure.message[texts.language]}</div>
    </NoticeBar>
  );
}

function titleOf({ during }: WordProblem, texts: WordTexts): string {
  switch (during) {
    case "source":
      return texts.failedSource;
    case "plan":
      return texts.failedPlan;
    case "update":
      return texts.failedUpdate;
    case "copy":
      return texts.failedCopy;
  }
}

interface Dropped {
  readonly name: string;
  readonly size: number;
  readonly bytes: () => Promise<Uint8Array>;
}

function useDroppedFile(take: (file: Dropped) => void): {
  readonly over: boolean;
  readonly handlers: Readonly<Record<"onDragOver" | "onDragLeave" | "onDrop", (event: DragEvent) => void>>;
} {
  const [over, setOver] = useState(false);
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes("Files");
  return {
    over,
    handlers: {
      onDragOver: (event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      },
      onDrop: (event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file)
          take({ name: file.name, size: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) });
      },
    },
  };
}
