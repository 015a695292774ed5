import { makeStyles, tokens } from "@fluentui/react-components";
import { DocumentTable20Regular } from "@fluentui/react-icons/svg/document-table";
import { useRef, useState, type ReactElement } from "react";
import { FileButton } from "../file-button.js";
import { NoticeBar } from "../notice-bar.js";
import { PaneButton } from "../pane-button.js";
import { useWord, useWordState } from "./word-context.js";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "10px 12px 12px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: "12px",
    lineHeight: "18px",
  },
  title: { margin: 0, fontSize: "13px", lineHeight: "18px", fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, textWrap: "pretty" },
  chosen: { display: "flex", alignItems: "flex-start", gap: "8px", minWidth: 0 },
  icon: { display: "grid", flexShrink: 0, color: tokens.colorBrandForeground1 },
  names: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  about: { color: tokens.colorNeutralForeground3 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
  field: {
    boxSizing: "border-box",
    width: "100%",
    minHeight: "72px",
    padding: "6px 8px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: "11px",
    lineHeight: "16px",
    resize: "vertical",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
});

/** Where the figures come from: a workbook, or data copied from the pane in Excel. */
export function WordSource(): ReactElement {
  const styles = useStyles();
  const { desk, texts } = useWord();
  const source = useWordState((state) => state.source);
  const busy = useWordState((state) => state.step !== null);
  const [pasting, setPasting] = useState(false);
  return (
    <section className={styles.card} aria-label={texts.source} data-word-source="">
      <h2 className={styles.title}>{texts.source}</h2>
      {source ? (
        <div className={styles.chosen}>
          <span className={styles.icon} aria-hidden="true">
            <DocumentTable20Regular />
          </span>
          <div className={styles.names}>
            <span>{source.workbook ?? texts.pasted}</span>
            {source.about !== "" && <span className={styles.about}>{source.about}</span>}
          </div>
        </div>
      ) : (
        <p className={styles.quiet}>{texts.sourceWhy}</p>
      )}
      {source && source.errors > 0 && <NoticeBar kind="warning">{texts.errors(source.errors)}</NoticeBar>}
      {pasting && <PasteField onDone={() => setPasting(false)} />}
      <div className={styles.buttons}>
        <FileButton
          off={busy}
          several={false}
          look={source ? "plain" : "primary"}
          onChoose={([file]) => {
            if (!file) return;
            setPasting(false);
            void desk.takeWorkbook(file);
          }}
        >
          {source ? texts.change : texts.choose}
        </FileButton>
        {!pasting && (
          <PaneButton small off={busy} data-word="paste" onClick={() => setPasting(true)}>
            {texts.paste}
          </PaneButton>
        )}
        {source && (
          <PaneButton small look="subtle" off={busy} data-word="forget" onClick={() => desk.forget()}>
            {texts.forget}
          </PaneButton>
        )}
      </div>
    </section>
  );
}

/** Taken as soon as something is pasted; the button is for what was typed or dropped. */
function PasteField({ onDone }: { readonly onDone: () => void }): ReactElement {
  const styles = useStyles();
  const { desk, texts } = useWord();
  const field = useRef<HTMLTextAreaElement>(null);
  const take = async (text: string): Promise<void> => {
    await desk.takePasted(text);
    if (desk.store.getState().problem?.during !== "source") onDone();
  };
  return (
    <>
      <textarea
        ref={field}
        autoFocus
        className={styles.field}
        aria-label={texts.pasteLabel}
        placeholder={texts.pasteLabel}
        spellCheck={false}
        onPaste={(event) => {
          const text = event.clipboardData.getData("text/plain");
          if (text !== "") void take(text);
        }}
        onKeyDown={({ key }) => {
          if (key === "Escape") onDone();
        }}
      />
      <div className={styles.buttons}>
        <PaneButton small data-word="paste-take" onClick={() => void take(field.current?.value ?? "")}>
          {texts.pasteTake}
        </PaneButton>
        <PaneButton small look="subtle" onClick={onDone}>
          {texts.pasteCancel}
        </PaneButton>
      </div>
    </>
  );
}
