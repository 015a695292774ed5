import { FluentProvider, makeStyles, tokens, type Theme } from "@fluentui/react-components";
import { HourglassHalf24Regular } from "@fluentui/react-icons/svg/hourglass-half";
import { PlugDisconnected24Regular } from "@fluentui/react-icons/svg/plug-disconnected";
import type { ReactElement } from "react";
import { Face } from "../face.js";
import { PaneButton } from "../pane-button.js";
import type { WordTexts } from "./word-texts.js";

/** Before there is a document to talk to. */
export type WordStartup = "slow" | "not-word" | "old-word";

const useStyles = makeStyles({
  root: {
    height: "100%",
    boxSizing: "border-box",
    paddingTop: "10vh",
    overflowY: "auto",
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

export interface WordStartupFaceProps {
  readonly startup: WordStartup;
  readonly texts: WordTexts;
  readonly theme: Theme;
}

export function WordStartupFace({ startup, texts, theme }: WordStartupFaceProps): ReactElement {
  const styles = useStyles();
  const [title, text] = wordsOf(startup, texts);
  const isSlow = startup === "slow";
  return (
    <FluentProvider theme={theme} className={styles.root} lang={texts.language === "zh" ? "zh-CN" : "en"}>
      <main data-startup={startup}>
        <Face
          tone="warning"
          icon={isSlow ? <HourglassHalf24Regular /> : <PlugDisconnected24Regular />}
          title={title}
          text={text}
          actions={
            <PaneButton onClick={() => (isSlow ? location.reload() : location.assign("page.html"))}>
              {isSlow ? texts.reload : texts.openPage}
            </PaneButton>
          }
        />
      </main>
    </FluentProvider>
  );
}

function wordsOf(startup: WordStartup, texts: WordTexts): readonly [title: string, text: string] {
  switch (startup) {
    case "slow":
      return [texts.slow, texts.slowWhat];
    case "not-word":
      return [texts.notWord, texts.notWordWhat];
    case "old-word":
      return [texts.oldWord, texts.oldWordWhat];
  }
}
