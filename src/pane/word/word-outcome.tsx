import { makeStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { NoticeBar } from "../notice-bar.js";
import { useWord } from "./word-context.js";
import type { ShownOutcome } from "./word-state.js";

const useStyles = makeStyles({ list: { margin: "2px 0 0", paddingLeft: "18px" } });

/** What an update came to: what stands in the document, what Word did not take, what was left out. */
export function WordOutcome({ outcome }: { readonly outcome: ShownOutcome }): ReactElement {
  const styles = useStyles();
  const { texts } = useWord();
  const { refused, left } = outcome;
  const isEmpty = outcome.figures + outcome.sections === 0;
  return (
    <>
      {(!isEmpty || refused.length + left.length === 0) && (
        <NoticeBar kind="success">
          {texts.updated(outcome)}
          {outcome.tracked && <div>{texts.tracked}</div>}
        </NoticeBar>
      )}
      {refused.length > 0 && (
        <NoticeBar kind="error">
          {texts.refused}
          <ul className={styles.list} data-word-refused="">
            {refused.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          {texts.leftHow}
        </NoticeBar>
      )}
      {left.length > 0 && (
        <NoticeBar kind="warning">
          {texts.left}
          <ul className={styles.list} data-word-left="">
            {left.map(({ name, reason }) => (
              <li key={name}>
                {name || texts.leftOutside}
                {texts.language === "zh" ? "：" : ": "}
                {reason[texts.language]}
              </li>
            ))}
          </ul>
          {texts.leftHow}
        </NoticeBar>
      )}
    </>
  );
}
