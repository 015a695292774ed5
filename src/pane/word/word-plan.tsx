import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { NoticeBar } from "../notice-bar.js";
import { isUpToDate } from "../planned-update.js";
import { UpdatePlanView } from "../update-plan-view.js";
import { useWord, useWordState } from "./word-context.js";
import { WordOutcome } from "./word-outcome.js";

const useStyles = makeStyles({
  plan: { display: "flex", flexDirection: "column", gap: "10px", fontSize: "12px", lineHeight: "18px" },
  title: { margin: 0, fontSize: "13px", lineHeight: "18px", fontWeight: tokens.fontWeightSemibold },
});

/** What an update would do to the open report, and what the last one came to. */
export function WordPlan(): ReactElement | null {
  const styles = useStyles();
  const { desk, texts } = useWord();
  const plan = useWordState((state) => state.plan?.update ?? null);
  const choices = useWordState((state) => state.choices);
  const busy = useWordState((state) => state.step !== null);
  const lookAgain = useWordState((state) => state.lookAgain);
  const outcome = useWordState((state) => state.outcome);
  if (!plan) return null;
  const upToDate = isUpToDate(plan);
  return (
    <section className={styles.plan} aria-label={texts.plan} data-word-plan="">
      {outcome && <WordOutcome outcome={outcome} />}
      {lookAgain && <NoticeBar kind="warning">{texts.lookAgain}</NoticeBar>}
      {upToDate && !outcome && <NoticeBar kind="success">{texts.upToDate}</NoticeBar>}
      {!upToDate && <h2 className={styles.title}>{texts.plan}</h2>}
      <UpdatePlanView
        language={texts.language}
        plan={plan}
        choices={choices}
        off={busy}
        onChoose={(conflict, choice) => desk.choose(conflict, choice)}
        onGoTo={null}
      />
    </section>
  );
}
