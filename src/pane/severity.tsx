import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircle16Filled } from "@fluentui/react-icons/svg/error-circle";
import { Info16Filled } from "@fluentui/react-icons/svg/info";
import { Warning16Filled } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import type { FindingGroup } from "./finding-keys.js";
import type { PaneTexts } from "./texts.js";

const useStyles = makeStyles({
  icon: { flexShrink: 0, display: "inline-flex", fontSize: "16px" },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorPaletteBlueForeground2 },
  waived: { color: tokens.colorStatusSuccessForeground1 },
});

/** The level's sign; its shape tells it apart without colour. */
export function SeverityIcon({
  level,
  className,
}: {
  readonly level: FindingGroup;
  readonly className?: string;
}): ReactElement {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.icon, styles[level], className)} aria-hidden="true">
      {signOf(level)}
    </span>
  );
}

function signOf(level: FindingGroup): ReactElement {
  switch (level) {
    case "error":
      return <ErrorCircle16Filled />;
    case "warning":
      return <Warning16Filled />;
    case "info":
      return <Info16Filled />;
    case "waived":
      return <CheckmarkCircle16Filled />;
  }
}

export function levelName(level: FindingGroup, texts: PaneTexts): string {
  switch (level) {
    case "error":
      return texts.levelError;
    case "warning":
      return texts.levelWarning;
    case "info":
      return texts.levelInfo;
    case "waived":
      return texts.levelWaived;
  }
}
