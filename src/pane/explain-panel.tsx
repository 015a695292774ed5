import { makeStyles, tokens } from "@fluentui/react-components";
import { ArrowUndo16Regular } from "@fluentui/react-icons/svg/arrow-undo";
import { Comment16Regular } from "@fluentui/react-icons/svg/comment";
import { Edit16Regular } from "@fluentui/react-icons/svg/edit";
import { useEffect, useRef, type ReactElement } from "react";
import type { Waiver } from "../core/findings/index.js";
import { explainKey } from "./desk-state.js";
import { ExplainForm } from "./explain-form.js";
import { useExplainTexts } from "./explain-texts.js";
import type { KeyedFinding } from "./finding-keys.js";
import { PaneButton } from "./pane-button.js";
import { useDeskState, usePane } from "./pane-context.js";

const useStyles = makeStyles({
  offer: { alignSelf: "flex-start" },
  given: {
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
    backgroundColor: tokens.colorStatusSuccessBackground1,
  },
  reason: { margin: 0, color: tokens.colorNeutralForeground1, overflowWrap: "anywhere", whiteSpace: "pre-line" },
  who: { margin: 0, color: tokens.colorNeutralForeground3 },
  buttons: { display: "flex", gap: "8px", flexWrap: "wrap" },
});

/** A warning may be answered in words: the way to do so, the form, or what was answered, by whom and when. */
export function ExplainPanel({ keyed }: { readonly keyed: KeyedFinding }): ReactElement {
  const styles = useStyles();
  const { desk } = usePane();
  const words = useExplainTexts();
  const { key, finding } = keyed;
  const writing = useDeskState((state) => state.previewing === explainKey(key));
  const busy = useDeskState((state) => state.activity !== null);
  const box = useRef<HTMLDivElement>(null);
  const wasWriting = useRef(false);
  const { readOnly } = desk.capabilities();

  useEffect(() => {
    if (!writing && wasWriting.current) box.current?.querySelector<HTMLElement>("[data-explain=open]")?.focus();
    wasWriting.current = writing;
  }, [writing]);

  if (writing) return <ExplainForm keyed={keyed} />;
  const open = (): void => desk.openExplaining(key);
  if (finding.waived === null) {
    if (readOnly) return <p className={styles.who}>{words.readOnly}</p>;
    return (
      <div ref={box} className={styles.offer}>
        <PaneButton
          small
          icon={<Comment16Regular />}
          off={busy}
          data-explain="open"
          aria-label={`${words.offer} ${finding.title}`}
          onClick={open}
        >
          {words.offer}
        </PaneButton>
      </div>
    );
  }
  return (
    <div ref={box} className={styles.given} role="group" aria-label={words.given} data-explain="given">
      <p className={styles.reason}>{finding.waived.reason}</p>
      <p className={styles.who}>{whoAndWhen(finding.waived)}</p>
      {!readOnly && (
        <div className={styles.buttons}>
          <PaneButton
            small
            icon={<Edit16Regular />}
            off={busy}
            data-explain="open"
            aria-label={`${words.edit} ${finding.title}`}
            onClick={open}
          >
            {words.edit}
          </PaneButton>
          <PaneButton
            small
            look="subtle"
            icon={<ArrowUndo16Regular />}
            off={busy}
            aria-label={`${words.withdraw} ${finding.title}`}
            onClick={() => void desk.withdraw(keyed)}
          >
            {words.withdraw}
          </PaneButton>
        </div>
      )}
    </div>
  );
}

/** `张三 · 2025-03-01` */
function whoAndWhen({ by, on }: Waiver): string {
  return [by, on].filter((part) => part !== "").join(" · ");
}
