import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ClipboardTaskListLtr24Filled } from "@fluentui/react-icons/svg/clipboard-task-list-ltr";
import { Save20Regular } from "@fluentui/react-icons/svg/save";
import type { ReactElement } from "react";
import { useStore } from "zustand";
import { PaneButton, subtitleOf, type PaneTexts } from "../pane/index.js";
import { OpenButton } from "./open-button.js";
import { FilesMenu } from "./files-menu.js";
import type { PageModel } from "./page-model.js";
import { isDirty, type OpenWorkbook } from "./page-state.js";
import { SampleMenu } from "./sample-menu.js";
import type { PageTexts } from "./texts.js";

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "center",
    gap: "12px",
    minHeight: "48px",
    boxSizing: "border-box",
    padding: "6px 12px 6px 16px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    "@media (max-width: 599px)": { gap: "4px", padding: "6px 8px 6px 10px" },
  },
  mark: { display: "grid", color: tokens.colorBrandForeground1 },
  product: {
    margin: 0,
    fontSize: "15px",
    lineHeight: "20px",
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
    "@media (max-width: 599px)": { fontSize: "14px" },
  },
  // On a small telephone the file's name gets the room; the heading is still read out.
  roomForFile: {
    "@media (max-width: 419px)": { position: "absolute", width: "1px", overflow: "hidden", clipPath: "inset(50%)" },
  },
  file: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    minWidth: 0,
    flexGrow: 1,
    fontSize: "13px",
    lineHeight: "20px",
    color: tokens.colorNeutralForeground2,
  },
  divider: {
    width: "1px",
    height: "20px",
    backgroundColor: tokens.colorNeutralStroke2,
    "@media (max-width: 599px)": { display: "none" },
  },
  unit: {
    minWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground3,
    "@media (max-width: 899px)": { display: "none" },
  },
  dot: { fontSize: "9px", color: tokens.colorStatusWarningForeground3 },
  actions: {
    display: "flex",
    alignItems: "center",
    gap: "4px",
    "& button, & summary": { whiteSpace: "nowrap", minWidth: "auto" },
  },
});

export interface PageHeaderProps {
  readonly model: PageModel;
  readonly texts: PageTexts;
  readonly paneTexts: PaneTexts;
  readonly openSample: (id: string) => void;
}

/** Product, the open file, and what can be done with files. */
export function PageHeader({ model, texts, paneTexts, openSample }: PageHeaderProps): ReactElement {
  const styles = useStyles();
  const workbook = useStore(model.store, (state) => state.workbook);
  const dirty = useStore(model.store, isDirty);
  return (
    <header className={styles.header}>
      <span className={styles.mark} aria-hidden="true">
        <ClipboardTaskListLtr24Filled />
      </span>
      <h1 className={mergeClasses(styles.product, workbook !== null && styles.roomForFile)}>{texts.product}</h1>
      <div className={styles.file}>
        {workbook && (
          <>
            <span className={styles.divider} aria-hidden="true" />
            <FilesMenu model={model} texts={texts} />
            <UnitName workbook={workbook} paneTexts={paneTexts} />
            {dirty && (
              <span className={styles.dot} role="img" aria-label={texts.unsaved} title={texts.unsaved}>
                {texts.unsavedDot}
              </span>
            )}
          </>
        )}
      </div>
      {workbook && (
        <div className={styles.actions}>
          <SampleMenu texts={texts} openSample={openSample} />
          <OpenButton label={texts.open} look="subtle" purpose="open" chosen={(files) => void model.take(files)} />
          <PaneButton
            look={dirty ? "primary" : "plain"}
            icon={<Save20Regular />}
            off={!dirty}
            title={dirty ? texts.unsaved : texts.saveNothing}
            aria-label={texts.save}
            data-save-workbook=""
            onClick={() => void model.save()}
          >
            <SaveWords texts={texts} />
          </PaneButton>
        </div>
      )}
    </header>
  );
}

const useSaveStyles = makeStyles({ wide: { "@media (max-width: 599px)": { display: "none" } } });

/** On a telephone the icon alone. */
function SaveWords({ texts }: { readonly texts: PageTexts }): ReactElement {
  return <span className={useSaveStyles().wide}>{texts.save}</span>;
}

/** Unit and year, once read. */
function UnitName({
  workbook,
  paneTexts,
}: {
  readonly workbook: OpenWorkbook;
  readonly paneTexts: PaneTexts;
}): ReactElement {
  const styles = useStyles();
  const check = useStore(workbook.desk.store, (state) => state.outcome?.check ?? null);
  return <span className={styles.unit}>{check ? subtitleOf(check, paneTexts) : ""}</span>;
}
