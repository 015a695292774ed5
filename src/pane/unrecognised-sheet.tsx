import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState, type ReactElement } from "react";
import { ChoiceButtons } from "./choice-buttons.js";
import { PaneButton } from "./pane-button.js";
import { useDeskState, usePane } from "./pane-context.js";
import { PointForm } from "./point-form.js";
import type { AnnexKind } from "./recognition.js";
import { useRecognitionTexts } from "./recognition-texts.js";

const useStyles = makeStyles({
  item: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "4px", padding: "4px 8px 6px 24px" },
  name: { color: tokens.colorNeutralForeground1, overflowWrap: "anywhere" },
  reason: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  form: { display: "flex", flexDirection: "column", gap: "8px", width: "100%" },
  field: { display: "flex", flexDirection: "column", gap: "3px", color: tokens.colorNeutralForeground3 },
  select: {
    width: "100%",
    boxSizing: "border-box",
    minHeight: "28px",
    padding: "3px 6px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: "12px",
    ":focus-visible": { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: "-1px" },
  },
});

export interface UnrecognisedSheetProps {
  readonly sheet: string;
  readonly reason: string;
  readonly kinds: readonly AnnexKind[];
}

/** A sheet without an annex: why, and the way to say what it is by pointing at its title or a header. */
export function UnrecognisedSheet({ sheet, reason, kinds }: UnrecognisedSheetProps): ReactElement {
  const styles = useStyles();
  const { desk } = usePane();
  const words = useRecognitionTexts();
  const [kindId, setKindId] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const pointing = useDeskState(({ pointing: now }) => (now?.sheet === sheet ? now : null));
  const kind = kinds.find((one) => one.id === kindId) ?? null;
  const wasShown = useRef(false);

  const ask = (wanted: AnnexKind, role: string): void => {
    const found = wanted.roles.find((one) => one.role === role);
    if (!found) return;
    const name = role === "title" ? `${wanted.name} · ${words.titleRole}` : found.name;
    desk.point({ annex: wanted.id, sheet, role, name, part: found.part });
  };
  const choose = (value: string): void => {
    const chosen = kinds.find((one) => one.id === value);
    setKindId(value);
    if (chosen) ask(chosen, "title");
  };
  const close = (): void => {
    setOpen(false);
    setKindId(null);
    if (pointing) desk.point(null);
  };
  const showForm = open && (kind === null || pointing !== null);

  useEffect(() => {
    if (wasShown.current && !showForm) button.current?.focus();
    wasShown.current = showForm;
  }, [showForm]);

  return (
    <li className={styles.item} data-rest={sheet}>
      <span className={styles.name}>{sheet}</span>
      <span className={styles.reason}>{reason}</span>
      {!desk.capabilities().readOnly && (
        <PaneButton
          ref={button}
          small
          aria-expanded={showForm}
          aria-label={`${words.restIs} ${sheet}`}
          data-recognition-row=""
          onClick={() => (showForm ? close() : (setKindId(null), setOpen(true)))}
        >
          {words.restIs}
        </PaneButton>
      )}
      {showForm && (
        <div className={styles.form} onKeyDown={({ key }) => key === "Escape" && close()}>
          <ChoiceButtons
            label={words.restKind}
            options={kinds.map(({ id: value, name, number }) => ({
              value,
              label: number === "" ? name : `${number} ${name}`,
            }))}
            chosen={kindId}
            onChoose={choose}
          />
          {kind && pointing && (
            <>
              <label className={styles.field} htmlFor={id}>
                {words.restRole}
                <select
                  id={id}
                  className={styles.select}
                  value={pointing.role}
                  onChange={({ target: { value } }) => ask(kind, value)}
                >
                  {kind.roles.map(({ role, name, block }) => (
                    <option key={role} value={role}>
                      {role === "title" ? words.titleRole : block === "" ? name : `${block} · ${name}`}
                    </option>
                  ))}
                </select>
              </label>
              <PointForm key={pointing.role} pointing={pointing} />
            </>
          )}
        </div>
      )}
    </li>
  );
}
