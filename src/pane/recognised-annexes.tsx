import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronRight12Regular } from "@fluentui/react-icons/svg/chevron-right";
import type { ReactElement } from "react";
import { areaAddress } from "../core/sheet/index.js";
import { CellChip } from "./cell-chip.js";
import { placeOf } from "./fix-plan.js";
import { useDeskState, usePane } from "./pane-context.js";

const useStyles = makeStyles({
  box: {
    fontSize: "12px",
    lineHeight: "18px",
    color: tokens.colorNeutralForeground2,
    "&[open] > summary .annex-chevron": { transform: "rotate(90deg)" },
  },
  summary: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    padding: "6px 14px",
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    listStyleType: "none",
    "::-webkit-details-marker": { display: "none" },
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  chevron: { display: "inline-flex", color: tokens.colorNeutralForeground3 },
  list: {
    margin: 0,
    padding: "4px 14px 4px 34px",
    listStyleType: "none",
    display: "flex",
    flexDirection: "column",
    gap: "10px",
  },
  annex: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "3px" },
  name: { color: tokens.colorNeutralForeground1 },
  why: { margin: 0, padding: "4px 14px 4px 34px", color: tokens.colorNeutralForeground3 },
});

/** Which sheet was taken for which annex, and what could not be read. */
export function RecognisedAnnexes(): ReactElement | null {
  const styles = useStyles();
  const { texts } = usePane();
  const check = useDeskState((state) => state.outcome?.check ?? null);
  if (!check || (check.annexes.length === 0 && check.unread.length === 0)) return null;
  const unread = check.unread.length > 0 ? ` · ${texts.unread(check.unread.length)}` : "";
  return (
    <details className={styles.box} data-recognised="">
      <summary className={styles.summary}>
        <span className={mergeClasses(styles.chevron, "annex-chevron")} aria-hidden="true">
          <ChevronRight12Regular />
        </span>
        {texts.recognised(check.annexes.length)}
        {unread}
      </summary>
      <ul className={styles.list}>
        {check.annexes.map((annex) => (
          <li key={annex.key} className={styles.annex}>
            <span className={styles.name}>
              {annex.project === null ? annex.name : `${annex.name} · ${annex.project}`}
            </span>
            <CellChip
              place={placeOf(annex.sheet, areaAddress(annex.range))}
              target={{ sheet: annex.sheet, area: annex.range }}
            />
          </li>
        ))}
        {check.unread.map(({ sheet, reason }) => (
          <li key={`unread ${sheet}`} className={styles.annex}>
            <span className={styles.name}>{sheet}</span>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
      {check.packWhy && <p className={styles.why}>{check.packWhy}</p>}
    </details>
  );
}
