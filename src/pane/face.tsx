import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

const useStyles = makeStyles({
  face: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    textAlign: "center",
    gap: "8px",
    padding: "32px 24px",
    maxWidth: "400px",
    margin: "0 auto",
  },
  icon: {
    display: "grid",
    placeItems: "center",
    width: "56px",
    height: "56px",
    boxSizing: "border-box",
    borderRadius: tokens.borderRadiusCircular,
    fontSize: "28px",
    marginBottom: "4px",
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
  },
  neutral: { color: tokens.colorBrandForeground1, backgroundColor: tokens.colorBrandBackground2 },
  success: {
    color: tokens.colorStatusSuccessForeground1,
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
  warning: {
    color: tokens.colorStatusWarningForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  danger: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  title: {
    margin: 0,
    fontSize: "16px",
    lineHeight: "22px",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  text: { margin: 0, fontSize: "13px", lineHeight: "20px", color: tokens.colorNeutralForeground2, textWrap: "pretty" },
  extra: { width: "100%", marginTop: "8px" },
  actions: { display: "flex", flexWrap: "wrap", justifyContent: "center", gap: "8px", marginTop: "8px" },
});

export interface FaceProps {
  readonly tone: "neutral" | "success" | "warning" | "danger";
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** A whole state of the pane: what it is, what it means, what to do next. */
export function Face({ tone, icon, title, text, children, actions }: FaceProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.face}>
      <span className={mergeClasses(styles.icon, styles[tone])} aria-hidden="true">
        {icon}
      </span>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {children && <div className={styles.extra}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
