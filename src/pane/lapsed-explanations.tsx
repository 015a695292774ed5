import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { waiverText, type LapsedExplanation } from "../core/findings/index.js";
import { useExplainTexts } from "./explain-texts.js";
import { groupFindings, listedFindings } from "./finding-keys.js";
import { LinkButton } from "./link-button.js";
import { NoticeBar } from "./notice-bar.js";
import { useDeskState, usePane } from "./pane-context.js";

const useStyles = makeStyles({
  list: { margin: "4px 0 0", padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: "8px" },
  entry: { display: "flex", flexDirection: "column", gap: "2px", overflowWrap: "anywhere" },
  why: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  acts: { display: "flex", flexWrap: "wrap", gap: "12px" },
});

/** Explanations that explain nothing now: what each was about, why it lapsed, and the way to clear it. */
export function LapsedExplanations({ lapsed }: { readonly lapsed: readonly LapsedExplanation[] }): ReactElement {
  const styles = useStyles();
  const { desk } = usePane();
  const words = useExplainTexts();
  const { readOnly } = desk.capabilities();
  const clear = (entries: readonly LapsedExplanation[]): void =>
    void desk.clearLapsed(entries.map(({ explanation }) => explanation.id));
  return (
    <NoticeBar
      kind="warning"
      action={!readOnly && lapsed.length > 1 && <LinkButton onClick={() => clear(lapsed)}>{words.clearAll}</LinkButton>}
    >
      {words.lapsed(lapsed.length)}
      <ul className={styles.list} data-lapsed-explanations="">
        {lapsed.map((entry) => (
          <li key={entry.explanation.id} className={styles.entry}>
            <Entry entry={entry} />
            <span className={styles.acts}>
              {entry.now && <ShowFinding entry={entry} />}
              {!readOnly && <LinkButton onClick={() => clear([entry])}>{words.clear}</LinkButton>}
            </span>
          </li>
        ))}
      </ul>
    </NoticeBar>
  );
}

function Entry({ entry: { explanation, why, now } }: { readonly entry: LapsedExplanation }): ReactElement {
  const styles = useStyles();
  const { texts } = usePane();
  const words = useExplainTexts();
  const colon = texts.language === "zh" ? "：" : ": ";
  return (
    <>
      <span className={styles.why}>{words.why[why]}</span>
      <span>{waiverText(explanation)}</span>
      {explanation.about !== "" && <span className={styles.quiet}>{`${words.then}${colon}${explanation.about}`}</span>}
      {now && <span className={styles.quiet}>{`${words.now}${colon}${now.message}`}</span>}
    </>
  );
}

/** Opens the finding that stands in the explanation's place. */
function ShowFinding({ entry: { now } }: { readonly entry: LapsedExplanation }): ReactElement | null {
  const { desk } = usePane();
  const words = useExplainTexts();
  const findings = useDeskState((state) => state.outcome?.check.findings ?? null);
  const open = useDeskState((state) => state.openFinding);
  const keyed = listedFindings(groupFindings(findings ?? [])).find(
    ({ finding }) => finding.fingerprint === now?.fingerprint,
  );
  if (!keyed) return null;
  const show = (): void => {
    if (open !== keyed.key) void desk.toggleFinding(keyed);
    desk.focusFinding(keyed.key);
  };
  return <LinkButton onClick={show}>{words.show}</LinkButton>;
}
