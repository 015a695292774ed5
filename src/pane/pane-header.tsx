import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Calculator20Regular } from "@fluentui/react-icons/svg/calculator";
import { ClipboardTaskListLtr20Filled } from "@fluentui/react-icons/svg/clipboard-task-list-ltr";
import { ClipboardCheckmark20Regular } from "@fluentui/react-icons/svg/clipboard-checkmark";
import { DocumentText20Regular } from "@fluentui/react-icons/svg/document-text";
import type { ReactElement } from "react";
import type { CheckResult } from "../app/index.js";
import type { Job } from "./desk-state.js";
import { useDeskState, usePane } from "./pane-context.js";
import type { PaneTexts } from "./texts.js";
import { PaneButton } from "./pane-button.js";

const useStyles = makeStyles({
  header: {
    display: "flex",
    flexDirection: "column",
    gap: "10px",
    padding: "10px 12px 8px",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  name: { display: "flex", alignItems: "center", gap: "8px", minWidth: 0 },
  mark: { display: "grid", flexShrink: 0, color: tokens.colorBrandForeground1 },
  words: { minWidth: 0, display: "flex", flexDirection: "column" },
  product: { margin: 0, fontSize: "14px", lineHeight: "18px", fontWeight: tokens.fontWeightSemibold },
  unit: {
    fontSize: "12px",
    lineHeight: "16px",
    color: tokens.colorNeutralForeground3,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  actions: { display: "grid", gridTemplateColumns: "repeat(3, minmax(0, 1fr))", gap: "6px" },
  action: {
    minWidth: 0,
    padding: "5px 4px",
    fontSize: "13px",
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: "nowrap",
    gap: "2px",
  },
});

const jobs: readonly { readonly job: Job; readonly icon: ReactElement }[] = [
  { job: "check", icon: <ClipboardCheckmark20Regular /> },
  { job: "score", icon: <Calculator20Regular /> },
  { job: "report", icon: <DocumentText20Regular /> },
];

/** Product, unit and year, and the three jobs of the ribbon. `plain` leaves the name to the page around it. */
export function PaneHeader({ plain }: { readonly plain: boolean }): ReactElement {
  const styles = useStyles();
  const { desk, texts } = usePane();
  const check = useDeskState((state) => state.outcome?.check ?? null);
  const busy = useDeskState((state) => state.activity !== null && !state.activity.silent);
  return (
    <div className={styles.header}>
      {!plain && (
        <div className={styles.name}>
          <span className={styles.mark} aria-hidden="true">
            <ClipboardTaskListLtr20Filled />
          </span>
          <div className={styles.words}>
            <h1 className={styles.product}>{texts.product}</h1>
            <span className={styles.unit}>{check ? subtitleOf(check, texts) : texts.noUnit}</span>
          </div>
        </div>
      )}
      <div className={styles.actions} role="group" aria-label={texts.actions}>
        {jobs.map(({ job, icon }) => (
          <PaneButton
            key={job}
            data-job={job}
            className={mergeClasses(styles.action)}
            look={job === "check" ? "primary" : "plain"}
            icon={icon}
            off={busy}
            onClick={() => void desk.run(job)}
          >
            {jobName(job, texts)}
          </PaneButton>
        ))}
      </div>
    </div>
  );
}

export function jobName(job: Job, texts: PaneTexts): string {
  switch (job) {
    case "check":
      return texts.actionCheck;
    case "score":
      return texts.actionScore;
    case "report":
      return texts.actionReport;
  }
}

/** The unit and year that most annexes carry; empty where none says. */
export function subtitleOf(check: CheckResult, texts: PaneTexts): string {
  const unit = check.annexes.find((annex) => annex.unit)?.unit ?? null;
  const year = check.annexes.find((annex) => annex.year !== null)?.year ?? null;
  return [unit, year === null ? null : texts.year(year)].filter((part) => part !== null).join(" · ") || texts.noUnit;
}
