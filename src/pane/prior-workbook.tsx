import { makeStyles, tokens } from "@fluentui/react-components";
import { FolderOpen16Regular } from "@fluentui/react-icons/svg/folder-open";
import type { ReactElement } from "react";
import type { AnnexSummary } from "../app/index.js";
import { Disclosure } from "./disclosure.js";
import { FileButton } from "./file-button.js";
import { inWords } from "./in-words.js";
import { NoticeBar } from "./notice-bar.js";
import { PaneButton } from "./pane-button.js";
import { useDeskState, usePane } from "./pane-context.js";
import { namesOf } from "./prior-acts.js";
import { usePriorTexts } from "./prior-texts.js";

const useStyles = makeStyles({
  body: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "8px" },
  text: { margin: 0, textWrap: "pretty" },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: "2px" },
  annex: { display: "flex", flexWrap: "wrap", columnGap: "8px", overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
  name: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
});

/** Last year's workbook: chosen, shown with its annexes, put away. The page may hand files over by dropping them. */
export function PriorWorkbook(): ReactElement {
  const styles = useStyles();
  const { desk, texts } = usePane();
  const words = usePriorTexts();
  const { files, annexes, problem } = useDeskState((state) => state.prior);
  const now = useDeskState((state) => state.outcome?.check.annexes) ?? [];
  const busy = useDeskState((state) => state.activity !== null && !state.activity.silent);
  const chosen = files.length > 0;
  const colon = texts.language === "zh" ? "：" : ": ";
  const wrong = wrongYear(annexes, now);
  return (
    <Disclosure
      data-prior=""
      open={problem !== null || wrong !== null}
      title={
        <>
          {words.title}
          {colon}
          {chosen ? <span className={styles.name}>{namesOf(files)}</span> : words.none}
        </>
      }
    >
      <div className={styles.body}>
        {!chosen && <p className={styles.text}>{words.why}</p>}
        {problem && (
          <NoticeBar kind="error">
            {words.refused(problem.name)}
            {inWords(problem.failure, texts)}
          </NoticeBar>
        )}
        {wrong && <NoticeBar kind="warning">{words.sameYear(wrong.prior, wrong.now)}</NoticeBar>}
        {annexes.length > 0 && (
          <ul className={styles.list} aria-label={words.annexes}>
            {annexes.map((annex) => (
              <li key={`${annex.key} ${annex.sheet}`} className={styles.annex}>
                <span>{annex.project === null ? annex.name : `${annex.name} · ${annex.project}`}</span>
                <span className={styles.quiet}>
                  {[annex.sheet, annex.year === null ? "" : words.year(annex.year)].filter(Boolean).join(" · ")}
                </span>
              </li>
            ))}
          </ul>
        )}
        <div className={styles.buttons}>
          <FileButton off={busy} icon={<FolderOpen16Regular />} onChoose={(taken) => void desk.compareWith(taken)}>
            {chosen ? words.change : words.choose}
          </FileButton>
          {chosen && (
            <PaneButton small look="subtle" off={busy} onClick={() => void desk.forgetPrior()}>
              {words.forget}
            </PaneButton>
          )}
        </div>
      </div>
    </Disclosure>
  );
}

/** Both years, where the workbook chosen is not of the year before. */
function wrongYear(
  annexes: readonly AnnexSummary[],
  open: readonly AnnexSummary[],
): { readonly prior: number; readonly now: number } | null {
  const yearOf = (list: readonly AnnexSummary[]): number | null => list.find(({ year }) => year !== null)?.year ?? null;
  const [prior, now] = [yearOf(annexes), yearOf(open)];
  return prior !== null && now !== null && prior !== now - 1 ? { prior, now } : null;
}
