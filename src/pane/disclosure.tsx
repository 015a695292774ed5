import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronRight12Regular } from "@fluentui/react-icons/svg/chevron-right";
import type { HTMLAttributes, ReactElement, ReactNode } from "react";

const useStyles = makeStyles({
  box: {
    fontSize: "12px",
    lineHeight: "18px",
    color: tokens.colorNeutralForeground2,
    "&[open] > summary .annex-chevron": { transform: "rotate(90deg)" },
  },
  summary: {
    display: "flex",
    alignItems: "baseline",
    gap: "8px",
    padding: "6px 14px",
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    listStyleType: "none",
    "::-webkit-details-marker": { display: "none" },
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  chevron: {
    display: "inline-flex",
    alignSelf: "flex-start",
    paddingTop: "3px",
    color: tokens.colorNeutralForeground3,
  },
  words: { minWidth: 0, overflowWrap: "anywhere" },
  body: { padding: "4px 8px 8px 14px" },
});

export interface DisclosureProps extends Omit<HTMLAttributes<HTMLDetailsElement>, "title"> {
  readonly title: ReactNode;
  readonly open?: boolean;
}

/** Something that few look at: a quiet line that opens. */
export function Disclosure({ title, children, ...details }: DisclosureProps): ReactElement {
  const styles = useStyles();
  return (
    <details {...details} className={styles.box}>
      <summary className={styles.summary}>
        <span className={mergeClasses(styles.chevron, "annex-chevron")} aria-hidden="true">
          <ChevronRight12Regular />
        </span>
        <span className={styles.words}>{title}</span>
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
