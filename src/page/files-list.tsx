import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useStore } from "zustand";
import { PaneButton } from "../pane/index.js";
import { OpenButton } from "./open-button.js";
import type { PageModel } from "./page-model.js";
import type { PageTexts } from "./texts.js";

const useStyles = makeStyles({
  sheet: {
    position: "absolute",
    top: "36px",
    left: 0,
    zIndex: 1500,
    boxSizing: "border-box",
    width: "360px",
    maxWidth: "calc(100vw - 16px)",
    padding: "12px",
    display: "flex",
    flexDirection: "column",
    gap: "12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow16,
    whiteSpace: "normal",
    "@media (max-width: 599px)": { position: "fixed", top: "48px", left: "8px", right: "8px", width: "auto" },
  },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: "6px" },
  file: { display: "flex", alignItems: "center", gap: "6px" },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere", fontSize: "13px", lineHeight: "20px" },
  dot: { fontSize: "9px", color: tokens.colorStatusWarningForeground3 },
  part: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "4px",
    paddingTop: "10px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  why: { margin: 0, fontSize: "12px", lineHeight: "18px", color: tokens.colorNeutralForeground3 },
});

export interface FilesListProps {
  readonly model: PageModel;
  readonly texts: PageTexts;
  readonly done: () => void;
}

export function FilesList({ model, texts, done }: FilesListProps): ReactElement {
  const styles = useStyles();
  const files = useStore(model.store, (state) => state.book?.files) ?? [];
  return (
    <div className={styles.sheet} data-files-list="">
      <ul className={styles.list} aria-label={texts.files}>
        {files.map(({ name, changed }, index) => (
          <li key={`${index} ${name}`} className={styles.file}>
            <span className={styles.name}>
              {name}{" "}
              {changed && (
                <span className={styles.dot} role="img" aria-label={texts.unsaved} title={texts.unsaved}>
                  {texts.unsavedDot}
                </span>
              )}
            </span>
            {changed && files.length > 1 && (
              <PaneButton small data-save-one={name} onClick={() => void model.save(index)}>
                {texts.saveOne}
              </PaneButton>
            )}
            <PaneButton small look="subtle" data-save-as={name} onClick={() => void model.saveAs(index)}>
              {texts.saveAs}
            </PaneButton>
          </li>
        ))}
      </ul>
      <div className={styles.part}>
        <OpenButton
          small
          look="plain"
          label={texts.addFiles}
          purpose="join"
          chosen={(chosen) => {
            done();
            void model.put("join", chosen);
          }}
        />
        <p className={styles.why}>{texts.addFilesWhy}</p>
      </div>
    </div>
  );
}
