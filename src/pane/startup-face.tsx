import { FluentProvider, makeStyles, tokens, type Theme } from "@fluentui/react-components";
import { HourglassHalf24Regular } from "@fluentui/react-icons/svg/hourglass-half";
import { PlugDisconnected24Regular } from "@fluentui/react-icons/svg/plug-disconnected";
import { type ReactElement } from "react";
import { Face } from "./face.js";
import type { PaneTexts } from "./texts.js";
import { PaneButton } from "./pane-button.js";

/** Before there is a workbook to talk to. */
export type Startup = "slow" | "not-excel" | "old-excel";

const useStyles = makeStyles({
  root: {
    height: "100%",
    boxSizing: "border-box",
    paddingTop: "10vh",
    overflowY: "auto",
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

export interface StartupFaceProps {
  readonly startup: Startup;
  readonly texts: PaneTexts;
  readonly theme: Theme;
  readonly onReload: () => void;
  /** Address of the page without Excel. */
  readonly page: string;
}

export function StartupFace({ startup, texts, theme, onReload, page }: StartupFaceProps): ReactElement {
  const styles = useStyles();
  return (
    <FluentProvider theme={theme} className={styles.root} lang={texts.language === "zh" ? "zh-CN" : "en"}>
      <main role="main" data-startup={startup}>
        {faceOf(startup, texts, onReload, page)}
      </main>
    </FluentProvider>
  );
}

function faceOf(startup: Startup, texts: PaneTexts, onReload: () => void, page: string): ReactElement {
  const reload = <PaneButton onClick={onReload}>{texts.reload}</PaneButton>;
  const elsewhere = <PaneButton onClick={() => location.assign(page)}>{texts.openPage}</PaneButton>;
  switch (startup) {
    case "slow":
      return (
        <Face
          tone="warning"
          icon={<HourglassHalf24Regular />}
          title={texts.slowOffice}
          text={texts.slowOfficeWhat}
          actions={reload}
        />
      );
    case "not-excel":
      return (
        <Face
          tone="warning"
          icon={<PlugDisconnected24Regular />}
          title={texts.notExcel}
          text={texts.notExcelWhat}
          actions={elsewhere}
        />
      );
    case "old-excel":
      return (
        <Face
          tone="warning"
          icon={<PlugDisconnected24Regular />}
          title={texts.oldExcel}
          text={texts.oldExcelWhat}
          actions={elsewhere}
        />
      );
  }
}
