import { makeStyles, tokens } from "@fluentui/react-components";
import { Wrench16Regular } from "@fluentui/react-icons/svg/wrench";
import { useEffect, useMemo, useRef, type ReactElement } from "react";
import type { KeyedFinding } from "./finding-keys.js";
import { FixChange } from "./fix-change.js";
import { planFix } from "./fix-plan.js";
import { useDeskState, usePane } from "./pane-context.js";
import { PaneButton } from "./pane-button.js";
import { undoNote } from "./undo-note.js";

const shownChanges = 6;

const useStyles = makeStyles({
  panel: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  changes: { display: "flex", flexDirection: "column", gap: "8px", margin: 0, padding: 0, listStyleType: "none" },
  note: { margin: 0, color: tokens.colorNeutralForeground3, textWrap: "pretty" },
  buttons: { display: "flex", gap: "8px", flexWrap: "wrap" },
  offer: { alignSelf: "flex-start" },
});

/** Offers the fix, shows old → new, and writes only after the second press. */
export function FixPanel({ keyed }: { readonly keyed: KeyedFinding }): ReactElement | null {
  const styles = useStyles();
  const { desk, texts } = usePane();
  const { finding, key } = keyed;
  const snapshot = useDeskState((state) => state.outcome?.snapshot ?? null);
  const previewing = useDeskState((state) => state.previewing === key);
  const busy = useDeskState((state) => state.activity !== null);
  const box = useRef<HTMLDivElement>(null);
  const wasPreviewing = useRef(false);
  const abilities = desk.capabilities();
  const plan = useMemo(
    () => (snapshot ? planFix(finding, snapshot, abilities.readOnly) : null),
    [finding, snapshot, abilities.readOnly],
  );

  useEffect(() => {
    if (previewing !== wasPreviewing.current) {
      box.current?.querySelector<HTMLElement>(previewing ? "[data-fix=apply]" : "[data-fix=offer]")?.focus();
    }
    wasPreviewing.current = previewing;
  }, [previewing]);

  if (!plan) return null;
  const changes = (
    <ul className={styles.changes}>
      {plan.changes.slice(0, shownChanges).map((change) => (
        <FixChange key={`${change.place} ${change.typed}`} change={change} copyable={plan.blocked !== null} />
      ))}
      {plan.changes.length > shownChanges && (
        <li className={styles.note}>{texts.fixMore(plan.changes.length - shownChanges)}</li>
      )}
    </ul>
  );
  if (plan.blocked) {
    return (
      <div className={styles.panel}>
        <p className={styles.note}>
          {plan.blocked.kind === "read-only" ? texts.fixReadOnly : texts.fixProtected(plan.blocked.sheet)}
        </p>
        {changes}
      </div>
    );
  }
  if (!previewing) {
    return (
      <div ref={box} className={styles.offer}>
        <PaneButton small icon={<Wrench16Regular />} onClick={() => desk.previewFix(key)} data-fix="offer">
          {plan.changes.length > 1 ? texts.fixOfferMany(plan.changes.length) : texts.fixOffer}
        </PaneButton>
      </div>
    );
  }
  return (
    <div ref={box} className={styles.panel} role="group" aria-label={texts.fixTitle}>
      {changes}
      <p className={styles.note}>{undoNote(abilities.undo, texts)}</p>
      <div className={styles.buttons}>
        <PaneButton small look="primary" off={busy} onClick={() => void desk.applyFix(keyed)} data-fix="apply">
          {texts.fixApply}
        </PaneButton>
        <PaneButton small look="subtle" onClick={() => desk.previewFix(null)}>
          {texts.fixCancel}
        </PaneButton>
      </div>
    </div>
  );
}
