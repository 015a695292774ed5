import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronRight12Regular } from "@fluentui/react-icons/svg/chevron-right";
import type { KeyboardEvent, ReactElement } from "react";
import { findingGroupOrder, type FindingGroup, type FindingGroups } from "./finding-keys.js";
import { FindingRow } from "./finding-row.js";
import { usePane } from "./pane-context.js";
import { SeverityIcon, levelName } from "./severity.js";

const useStyles = makeStyles({
  groups: { display: "flex", flexDirection: "column", gap: "8px" },
  group: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: "clip",
    "&[open] > summary .annex-chevron": { transform: "rotate(90deg)" },
  },
  summary: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    padding: "8px 12px 8px 14px",
    cursor: "pointer",
    listStyleType: "none",
    userSelect: "none",
    position: "sticky",
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    "::-webkit-details-marker": { display: "none" },
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  chevron: {
    display: "inline-flex",
    color: tokens.colorNeutralForeground3,
    transitionProperty: "transform",
    transitionDuration: tokens.durationFaster,
    "@media (prefers-reduced-motion: reduce)": { transitionDuration: "0s" },
  },
  name: { margin: 0, fontSize: "13px", lineHeight: "20px", fontWeight: tokens.fontWeightSemibold, flexGrow: 1 },
  count: { fontSize: "12px", color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  list: { margin: 0, padding: 0, listStyleType: "none", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** The findings by level; ↑ ↓ Home End move through them, Enter opens one. */
export function FindingList({ groups }: { readonly groups: FindingGroups }): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.groups} onKeyDown={moveAmongFindings}>
      {findingGroupOrder
        .filter((group) => groups[group].length > 0)
        .map((group) => (
          <Group key={group} group={group} groups={groups} />
        ))}
    </div>
  );
}

function Group({ group, groups }: { readonly group: FindingGroup; readonly groups: FindingGroups }): ReactElement {
  const styles = useStyles();
  const { texts } = usePane();
  return (
    <details className={styles.group} open={group !== "waived"} id={groupId(group)} data-group={group}>
      <summary className={styles.summary}>
        <span className={mergeClasses(styles.chevron, "annex-chevron")} aria-hidden="true">
          <ChevronRight12Regular />
        </span>
        <SeverityIcon level={group} />
        <h2 className={styles.name}>{levelName(group, texts)}</h2>
        <span className={styles.count}>{texts.count(groups[group].length)}</span>
      </summary>
      <ul className={styles.list}>
        {groups[group].map((keyed) => (
          <FindingRow key={keyed.key} keyed={keyed} group={group} />
        ))}
      </ul>
    </details>
  );
}

export function groupId(group: FindingGroup): string {
  return `annex-group-${group}`;
}

function moveAmongFindings(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLElement) || !event.target.matches("[data-finding-row]")) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("details[open] [data-finding-row]")];
  const at = rows.indexOf(event.target);
  const next = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1], Home: rows[0], End: rows.at(-1) }[event.key];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
