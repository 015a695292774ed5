import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import { ErrorCircle16Filled } from "@fluentui/react-icons/svg/error-circle";
import { Info16Filled } from "@fluentui/react-icons/svg/info";
import { Warning16Filled } from "@fluentui/react-icons/svg/warning";
import type { ReactElement, ReactNode } from "react";
import type { Notice } from "./desk-state.js";
import { usePane } from "./pane-context.js";
import { PaneButton } from "./pane-button.js";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "flex-start",
    gap: "8px",
    padding: "8px 8px 8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    border: "1px solid",
    fontSize: "12px",
    lineHeight: "18px",
    color: tokens.colorNeutralForeground1,
  },
  sign: { display: "inline-flex", paddingTop: "1px", flexShrink: 0 },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  action: { flexShrink: 0, paddingRight: "4px" },
  close: { flexShrink: 0, minWidth: "24px", width: "24px", height: "24px", padding: 0, margin: "-3px -2px -3px 0" },
  success: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  info: { backgroundColor: tokens.colorNeutralBackground3, border: `1px solid ${tokens.colorNeutralStroke2}` },
  successSign: { color: tokens.colorStatusSuccessForeground1 },
  warningSign: { color: tokens.colorStatusWarningForeground3 },
  errorSign: { color: tokens.colorStatusDangerForeground1 },
  infoSign: { color: tokens.colorNeutralForeground3 },
});

export interface NoticeBarProps {
  readonly kind: Notice["kind"];
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly onDismiss?: () => void;
}

/** One line of news inside a view, with at most one action. */
export function NoticeBar({ kind, children, action, onDismiss }: NoticeBarProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.bar, styles[kind])} data-notice={kind}>
      <span className={mergeClasses(styles.sign, styles[`${kind}Sign`])} aria-hidden="true">
        {signs[kind]}
      </span>
      <div className={styles.words}>{children}</div>
      {action && <div className={styles.action}>{action}</div>}
      {onDismiss && <DismissButton onDismiss={onDismiss} />}
    </div>
  );
}

function DismissButton({ onDismiss }: { readonly onDismiss: () => void }): ReactElement {
  const styles = useStyles();
  const { texts } = usePane();
  return (
    <PaneButton
      className={styles.close}
      look="subtle"
      small
      icon={<Dismiss16Regular />}
      aria-label={texts.dismiss}
      onClick={onDismiss}
    />
  );
}

const signs: Record<Notice["kind"], ReactElement> = {
  success: <CheckmarkCircle16Filled />,
  warning: <Warning16Filled />,
  error: <ErrorCircle16Filled />,
  info: <Info16Filled />,
};
