import { makeStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { LapsedChoice } from "./engine.js";
import { LinkButton } from "./link-button.js";
import { NoticeBar } from "./notice-bar.js";
import { usePane } from "./pane-context.js";
import { useScoreTexts } from "./score-texts.js";

const useStyles = makeStyles({ list: { margin: "2px 0 0", paddingLeft: "18px" } });

/** Decisions that no longer hold, each with its reason: the lines are computed again without them. */
export function LapsedChoices({ lapsed }: { readonly lapsed: readonly LapsedChoice[] }): ReactElement {
  const styles = useStyles();
  const { desk, texts } = usePane();
  const readOnly = desk.capabilities().readOnly;
  const words = useScoreTexts();
  return (
    <NoticeBar kind="warning">
      {words.lapsed(lapsed.length)}
      <ul className={styles.list} data-lapsed="">
        {lapsed.map(({ annexKey, path, name, sheet, reason }) => (
          <li key={`${annexKey} ${path}`}>
            {[sheet, name].filter((part) => part !== "").join(" · ")}
            {texts.language === "zh" ? "：" : ": "}
            {reason[texts.language]}{" "}
            {!readOnly && (
              <LinkButton onClick={() => void desk.decide({ annexKey, path, name }, null)}>{words.forget}</LinkButton>
            )}
          </li>
        ))}
      </ul>
    </NoticeBar>
  );
}
