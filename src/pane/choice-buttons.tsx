import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, type ReactElement } from "react";

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column", gap: "4px", border: "none", margin: 0, padding: 0, minWidth: 0 },
  label: { color: tokens.colorNeutralForeground3 },
  row: { display: "flex", flexWrap: "wrap", gap: "6px" },
  chip: {
    appearance: "none",
    minHeight: "24px",
    padding: "2px 10px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: "12px",
    lineHeight: "18px",
    overflowWrap: "anywhere",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":active": { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  chosen: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    ":hover": { backgroundColor: tokens.colorBrandBackground2Hover },
    "@media (forced-colors: active)": {
      forcedColorAdjust: "none",
      backgroundColor: "Highlight",
      color: "HighlightText",
      border: "1px solid Highlight",
    },
  },
  off: { color: tokens.colorNeutralForegroundDisabled, cursor: "default" },
});

export interface ChoiceButtonsProps<T extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly chosen: T | null;
  readonly off?: boolean;
  readonly onChoose: (value: T) => void;
}

/** A row of toggle buttons of which at most one is on. */
export function ChoiceButtons<T extends string>({
  label,
  hideLabel = false,
  options,
  chosen,
  off = false,
  onChoose,
}: ChoiceButtonsProps<T>): ReactElement {
  const styles = useStyles();
  const labelId = useId();
  const naming = hideLabel ? { "aria-label": label } : { "aria-labelledby": labelId };
  return (
    <div className={styles.group} role="group" {...naming}>
      {!hideLabel && (
        <span id={labelId} className={styles.label}>
          {label}
        </span>
      )}
      <div className={styles.row}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            className={mergeClasses(styles.chip, option.value === chosen && styles.chosen, off && styles.off)}
            aria-pressed={option.value === chosen}
            aria-disabled={off || undefined}
            data-choice={option.value}
            onClick={off ? undefined : () => onChoose(option.value)}
          >
            {option.label}
          </button>
        ))}
      </div>
    </div>
  );
}
