import { makeStyles, tokens } from "@fluentui/react-components";
import { FolderOpen28Regular } from "@fluentui/react-icons/svg/folder-open";
import type { ReactElement } from "react";
import type { PageTexts } from "./texts.js";

const useStyles = makeStyles({
  veil: {
    position: "absolute",
    inset: 0,
    zIndex: 2000,
    display: "grid",
    placeItems: "center",
    padding: "24px",
    backgroundColor: tokens.colorBackgroundOverlay,
  },
  words: {
    display: "flex",
    alignItems: "center",
    gap: "12px",
    padding: "24px 32px",
    borderRadius: tokens.borderRadiusXLarge,
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow28,
    fontSize: "16px",
    fontWeight: tokens.fontWeightSemibold,
    pointerEvents: "none",
  },
  icon: { display: "inline-flex", color: tokens.colorBrandForeground1 },
});

/** Says that a file may be let go here. */
export function DropVeil({
  texts,
  onLeave,
}: {
  readonly texts: PageTexts;
  readonly onLeave: () => void;
}): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.veil} onDragLeave={onLeave} data-drop="">
      <div className={styles.words}>
        <span className={styles.icon} aria-hidden="true">
          <FolderOpen28Regular />
        </span>
        {texts.drop}
      </div>
    </div>
  );
}
