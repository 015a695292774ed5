import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

const useStyles = makeStyles({
  link: {
    appearance: "none",
    padding: 0,
    border: "none",
    background: "none",
    color: tokens.colorBrandForegroundLink,
    fontFamily: tokens.fontFamilyBase,
    fontSize: "12px",
    lineHeight: "18px",
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
    cursor: "pointer",
    ":hover": { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px", borderRadius: "2px" },
  },
});

/** A small act inside a sentence or a notice. */
export function LinkButton({
  onClick,
  title,
  children,
}: {
  readonly onClick: () => void;
  readonly title?: string;
  readonly children: ReactNode;
}): ReactElement {
  const styles = useStyles();
  return (
    <button type="button" title={title} className={styles.link} onClick={onClick}>
      {children}
    </button>
  );
}
