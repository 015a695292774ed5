import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronRight12Regular } from "@fluentui/react-icons/svg/chevron-right";
import { Suspense, lazy, useEffect, useId, useRef, type ReactElement } from "react";
import { addressOf, areaAddress } from "../core/sheet/index.js";
import { waiverText, type Finding } from "../core/findings/index.js";
import type { FindingGroup, KeyedFinding } from "./finding-keys.js";
import { useDeskState, usePane } from "./pane-context.js";

const FindingDetails = lazy(async () => ({ default: (await import("./finding-details.js")).FindingDetails }));

const useStyles = makeStyles({
  item: {
    position: "relative",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ":last-child": { borderBottom: "none" },
  },
  open: { backgroundColor: tokens.colorNeutralBackground2 },
  mark: {
    "::before": {
      content: '""',
      position: "absolute",
      insetBlock: 0,
      left: 0,
      width: "3px",
      backgroundColor: "currentcolor",
      "@media (forced-colors: active)": { backgroundColor: "Highlight" },
    },
  },
  error: { "::before": { color: tokens.colorStatusDangerForeground1 } },
  warning: { "::before": { color: tokens.colorStatusWarningForeground3 } },
  info: { "::before": { color: tokens.colorPaletteBlueForeground2 } },
  waived: { "::before": { color: tokens.colorStatusSuccessForeground1 } },
  row: {
    appearance: "none",
    display: "grid",
    gridTemplateColumns: "12px minmax(0, 1fr) auto",
    columnGap: "8px",
    rowGap: "2px",
    width: "100%",
    padding: "9px 12px 9px 14px",
    border: "none",
    background: "none",
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":active": { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  chevron: {
    alignSelf: "start",
    marginTop: "3px",
    display: "inline-flex",
    color: tokens.colorNeutralForeground3,
    transitionProperty: "transform",
    transitionDuration: tokens.durationFaster,
    "@media (prefers-reduced-motion: reduce)": { transitionDuration: "0s" },
  },
  turned: { transform: "rotate(90deg)" },
  title: { fontSize: "13px", lineHeight: "18px", fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  place: {
    display: "flex",
    gap: "4px",
    minWidth: 0,
    maxWidth: "132px",
    fontSize: "12px",
    lineHeight: "18px",
    color: tokens.colorBrandForeground1,
    fontVariantNumeric: "tabular-nums",
    whiteSpace: "nowrap",
  },
  sheet: { overflow: "hidden", textOverflow: "ellipsis" },
  message: {
    gridColumn: "2 / -1",
    fontSize: "12px",
    lineHeight: "18px",
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
    textWrap: "pretty",
  },
  clamped: { display: "-webkit-box", WebkitLineClamp: 2, WebkitBoxOrient: "vertical", overflow: "hidden" },
});

/** One finding: closed it names the mistake, open it tells everything. Opening it selects its cell. */
export function FindingRow({
  keyed,
  group,
}: {
  readonly keyed: KeyedFinding;
  readonly group: FindingGroup;
}): ReactElement {
  const styles = useStyles();
  const { desk, texts } = usePane();
  const { key, finding } = keyed;
  const button = useRef<HTMLButtonElement>(null);
  const detailsId = useId();
  const open = useDeskState((state) => state.openFinding === key);
  const wanted = useDeskState((state) => state.focusOn === key);

  useEffect(() => {
    if (!wanted) return;
    button.current?.focus();
    desk.focusTaken();
  }, [wanted, desk]);

  return (
    <li className={mergeClasses(styles.item, open && styles.open, open && styles.mark, open && styles[group])}>
      <button
        ref={button}
        type="button"
        className={styles.row}
        aria-expanded={open}
        aria-controls={open ? detailsId : undefined}
        data-finding-row={finding.id}
        onClick={() => void desk.toggleFinding(keyed)}
      >
        <span className={mergeClasses(styles.chevron, open && styles.turned)} aria-hidden="true">
          <ChevronRight12Regular />
        </span>
        <span className={styles.title}>{finding.title}</span>
        <span className={styles.place}>
          <span className={styles.sheet} title={finding.sheet ?? undefined}>
            {finding.sheet ?? texts.whole}
          </span>{" "}
          {addressIn(finding)}
        </span>
        <span className={mergeClasses(styles.message, !open && styles.clamped)}>
          {finding.waived && !open ? waiverText(finding.waived) : finding.message}
        </span>
      </button>
      {open && (
        <Suspense fallback={null}>
          <FindingDetails id={detailsId} keyed={keyed} />
        </Suspense>
      )}
    </li>
  );
}

/** `H6`, or the range; empty where the whole sheet or workbook is meant. */
function addressIn(finding: Finding): string {
  return finding.cell ? addressOf(finding.cell) : finding.range ? areaAddress(finding.range) : "";
}
