import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type KeyboardEvent, type ReactElement } from "react";
import { useCheckSheetTexts } from "./check-sheet-texts.js";
import { PaneButton } from "./pane-button.js";
import { useDeskState, usePane } from "./pane-context.js";

const useStyles = makeStyles({
  panel: {
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: "12px",
    lineHeight: "18px",
  },
  text: { margin: 0, textWrap: "pretty" },
  note: { margin: 0, color: tokens.colorNeutralForeground3, textWrap: "pretty" },
  buttons: { display: "flex", gap: "8px", flexWrap: "wrap" },
});

/** What a check sheet is and does to the workbook, before it is made. Escape puts it away. */
export function CheckSheetPanel(): ReactElement {
  const styles = useStyles();
  const { desk } = usePane();
  const words = useCheckSheetTexts();
  const busy = useDeskState((state) => state.activity !== null);
  const first = useRef<HTMLDivElement>(null);
  const { undo, readOnly } = desk.capabilities();

  useEffect(() => first.current?.querySelector("button")?.focus(), []);

  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape") desk.previewCheckSheet(false);
  };
  return (
    <div className={styles.panel} role="group" aria-label={words.title} data-check-sheet="" onKeyDown={onKey}>
      <p className={styles.text}>{words.what}</p>
      {!readOnly && <p className={styles.text}>{words.into}</p>}
      {!readOnly && <p className={styles.note}>{words.undo[undo]}</p>}
      <div ref={first} className={styles.buttons}>
        {!readOnly && (
          <PaneButton small look="primary" off={busy} onClick={() => void desk.drawCheckSheet()}>
            {words.draw}
          </PaneButton>
        )}
        <PaneButton small off={busy} onClick={() => void desk.saveCheckSheet()}>
          {words.save}
        </PaneButton>
        <PaneButton small look="subtle" onClick={() => desk.previewCheckSheet(false)}>
          {words.cancel}
        </PaneButton>
      </div>
    </div>
  );
}
