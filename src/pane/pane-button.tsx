import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ButtonHTMLAttributes, ReactElement, ReactNode, Ref } from "react";

const useStyles = makeStyles({
  button: {
    appearance: "none",
    display: "inline-flex",
    alignItems: "center",
    justifyContent: "center",
    gap: "6px",
    minWidth: "72px",
    minHeight: "32px",
    boxSizing: "border-box",
    padding: "5px 12px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: "13px",
    lineHeight: "20px",
    textDecorationLine: "none",
    whiteSpace: "nowrap",
    cursor: "pointer",
    ":hover": {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      border: `1px solid ${tokens.colorNeutralStroke1Hover}`,
    },
    ":active": { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  small: { minWidth: "auto", minHeight: "24px", padding: "2px 8px", fontSize: "12px", lineHeight: "18px" },
  primary: {
    border: "1px solid transparent",
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    ":hover": { backgroundColor: tokens.colorBrandBackgroundHover, border: "1px solid transparent" },
    ":active": { backgroundColor: tokens.colorBrandBackgroundPressed },
    "@media (forced-colors: active)": { border: "1px solid ButtonText", fontWeight: tokens.fontWeightSemibold },
  },
  subtle: {
    border: "1px solid transparent",
    backgroundColor: "transparent",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover, border: "1px solid transparent" },
    ":active": { backgroundColor: tokens.colorSubtleBackgroundPressed },
  },
  iconOnly: { minWidth: "auto", padding: "3px" },
  off: {
    color: tokens.colorNeutralForegroundDisabled,
    backgroundColor: tokens.colorNeutralBackgroundDisabled,
    border: `1px solid ${tokens.colorNeutralStrokeDisabled}`,
    cursor: "default",
    ":hover": {
      backgroundColor: tokens.colorNeutralBackgroundDisabled,
      border: `1px solid ${tokens.colorNeutralStrokeDisabled}`,
    },
    ":active": { backgroundColor: tokens.colorNeutralBackgroundDisabled },
    "@media (forced-colors: active)": { color: "GrayText", border: "1px solid GrayText" },
  },
  icon: { display: "inline-flex", flexShrink: 0 },
});

export interface PaneButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "type" | "disabled"> {
  readonly look?: "plain" | "primary" | "subtle";
  readonly small?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly icon?: ReactNode;
  /** Not now: the button keeps its place in the tab order and says so, but does nothing. */
  readonly off?: boolean;
}

/**
 * A button in Fluent's shapes and colours. Fluent's own brings 10 kB of slots and focus machinery, a twelfth of what the
 * pane may load before its first frame.
 */
export function PaneButton({
  look = "plain",
  small = false,
  icon,
  off = false,
  className,
  children,
  onClick,
  ...rest
}: PaneButtonProps): ReactElement {
  const styles = useStyles();
  return (
    <button
      {...rest}
      type="button"
      aria-disabled={off || undefined}
      className={mergeClasses(
        styles.button,
        look === "primary" && styles.primary,
        look === "subtle" && styles.subtle,
        small && styles.small,
        (children === undefined || children === null) && styles.iconOnly,
        off && styles.off,
        className,
      )}
      onClick={off ? undefined : onClick}
    >
      {icon && (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      {children}
    </button>
  );
}
