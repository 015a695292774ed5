import { makeStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { LinkButton } from "./link-button.js";
import { NoticeBar } from "./notice-bar.js";
import { usePane } from "./pane-context.js";
import type { LapsedAssignment } from "./recognition.js";
import { useRecognitionTexts } from "./recognition-texts.js";

const useStyles = makeStyles({ list: { margin: "2px 0 0", paddingLeft: "18px" } });

/** Corrections that found no place any more, each with its reason: the roles are found as if nothing had been said. */
export function LapsedAssignments({ lapsed }: { readonly lapsed: readonly LapsedAssignment[] }): ReactElement {
  const styles = useStyles();
  const { desk, texts } = usePane();
  const words = useRecognitionTexts();
  const { readOnly } = desk.capabilities();
  const names = (entries: readonly LapsedAssignment[]): string => entries.map(({ roleName }) => roleName).join("、");
  const clear = (entries: readonly LapsedAssignment[]): void => void desk.unassign(entries, names(entries));
  return (
    <NoticeBar
      kind="warning"
      action={!readOnly && lapsed.length > 1 && <LinkButton onClick={() => clear(lapsed)}>{words.clearAll}</LinkButton>}
    >
      {words.lapsed(lapsed.length)}
      <ul className={styles.list} data-lapsed-assignments="">
        {lapsed.map((entry) => (
          <li key={`${entry.annex} ${entry.sheet} ${entry.role}`}>
            {[entry.sheet, entry.roleName].join(" · ")}
            {texts.language === "zh" ? "：" : ": "}
            {entry.reason} {!readOnly && <LinkButton onClick={() => clear([entry])}>{words.clear}</LinkButton>}
          </li>
        ))}
      </ul>
    </NoticeBar>
  );
}
