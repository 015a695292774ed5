import { makeStyles, tokens } from "@fluentui/react-components";
import { Checkmark24Filled } from "@fluentui/react-icons/svg/checkmark";
import { ClipboardCheckmark24Regular } from "@fluentui/react-icons/svg/clipboard-checkmark";
import { DocumentSearch24Regular } from "@fluentui/react-icons/svg/document-search";
import { Suspense, lazy, useEffect, useMemo, useRef, type ReactElement } from "react";
import { CheckSheetOffer } from "./check-sheet-offer.js";
import { CheckSummary } from "./check-summary.js";
import { Face } from "./face.js";
import { groupFindings } from "./finding-keys.js";
import { FindingList } from "./finding-list.js";
import { useDeskState, usePane } from "./pane-context.js";
import { RecognisedAnnexes } from "./recognised-annexes.js";
import { PaneButton } from "./pane-button.js";

const LapsedExplanations = lazy(async () => ({
  default: (await import("./lapsed-explanations.js")).LapsedExplanations,
}));

const PackPicker = lazy(async () => ({ default: (await import("./pack-picker.js")).PackPicker }));

const PriorWorkbook = lazy(async () => ({ default: (await import("./prior-workbook.js")).PriorWorkbook }));

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "10px" },
  looked: {
    margin: 0,
    padding: "8px 12px 8px 26px",
    textAlign: "left",
    fontSize: "12px",
    lineHeight: "20px",
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  promise: { margin: 0, fontSize: "12px", lineHeight: "18px", color: tokens.colorNeutralForeground3 },
  start: { outline: "none" },
});

/** 校验: what is wrong, where, why, and how to mend it. */
export function CheckView(): ReactElement {
  const styles = useStyles();
  const { desk, texts } = usePane();
  const outcome = useDeskState((state) => state.outcome);
  const wanted = useDeskState((state) => state.focusOn === "");
  const start = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => groupFindings(outcome?.check.findings ?? []), [outcome]);

  useEffect(() => {
    if (!wanted) return;
    start.current?.focus();
    desk.focusTaken();
  }, [wanted, desk]);

  if (!outcome) {
    return (
      <Face tone="neutral" icon={<ClipboardCheckmark24Regular />} title={texts.idleTitle} text={texts.idleWhat}>
        <p className={styles.promise}>{texts.idlePromise}</p>
      </Face>
    );
  }
  const { check } = outcome;
  if (check.annexes.length === 0) {
    return (
      <div className={styles.view}>
        <Face
          tone="warning"
          icon={<DocumentSearch24Regular />}
          title={texts.noAnnexTitle}
          text={texts.noAnnexWhat}
          actions={<PaneButton onClick={() => void desk.run("check")}>{texts.recheck}</PaneButton>}
        >
          <ul className={styles.looked} aria-label={texts.noAnnexLooked}>
            {desk.recognition()?.kinds.map(({ id, number, name }) => (
              <li key={id}>{number === "" ? name : `${number} ${name}`}</li>
            ))}
          </ul>
        </Face>
        <RecognisedAnnexes />
        <Suspense fallback={null}>
          <PackPicker />
        </Suspense>
      </div>
    );
  }
  const rules = check.rules.filter((rule) => rule.notApplicable === null).length;
  return (
    <div className={styles.view}>
      <div ref={start} tabIndex={-1} className={styles.start}>
        {check.findings.length === 0 ? (
          <Face
            tone="success"
            icon={<Checkmark24Filled />}
            title={texts.cleanTitle}
            text={texts.cleanWhat(check.annexes.length, rules)}
          />
        ) : (
          <CheckSummary outcome={outcome} rules={rules} />
        )}
      </div>
      {check.lapsed.length > 0 && (
        <Suspense fallback={null}>
          <LapsedExplanations lapsed={check.lapsed} />
        </Suspense>
      )}
      <FindingList groups={groups} />
      <CheckSheetOffer />
      <RecognisedAnnexes />
      <Suspense fallback={null}>
        <PackPicker />
        <PriorWorkbook />
      </Suspense>
    </div>
  );
}
