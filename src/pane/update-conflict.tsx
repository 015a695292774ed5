import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import { ChoiceButtons } from "./choice-buttons.js";
import type { Language } from "./language.js";
import { markedTexts, type MarkedPiece } from "./marked-texts.js";
import type { ConflictChoice } from "../documents/docx/index.js";
import type { PlannedConflict } from "./planned-update.js";
import { sectionName } from "./section-name.js";
import { UpdateSource, type GoToSource } from "./update-source.js";
import { updatePlanTexts, type UpdatePlanTexts } from "./update-plan-texts.js";

const useStyles = makeStyles({
  conflict: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "6px",
    padding: "8px 10px",
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  what: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  reason: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: "pretty" },
  texts: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    columnGap: "10px",
    rowGap: "6px",
    width: "100%",
    margin: 0,
  },
  whose: { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
  cell: { margin: 0, minWidth: 0 },
  text: {
    maxHeight: "180px",
    overflowY: "auto",
    overflowWrap: "anywhere",
    whiteSpace: "pre-line",
    userSelect: "text",
    scrollbarWidth: "thin",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  mark: {
    padding: "0 1px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorStatusWarningBackground2,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "@media (forced-colors: active)": { forcedColorAdjust: "none", backgroundColor: "Mark", color: "MarkText" },
  },
});

export interface UpdateConflictProps {
  readonly language: Language;
  readonly conflict: PlannedConflict;
  readonly choice: ConflictChoice | null;
  readonly onChoose: (choice: ConflictChoice) => void;
  readonly onGoTo: GoToSource | null;
  readonly off: boolean;
}

/** Both texts one above the other, what differs marked, and whose is to stand. */
export function UpdateConflict({
  language,
  conflict,
  choice,
  onChoose,
  onGoTo,
  off,
}: UpdateConflictProps): ReactElement {
  const styles = useStyles();
  const words = updatePlanTexts(language);
  const { theirs, ours } = conflict;
  const { first, second } = useMemo(() => markedTexts(theirs, ours), [theirs, ours]);
  const section = sectionName(conflict.section, words);
  const what = [section, conflict.figure ?? ""].filter((part) => part !== "").join(" · ");
  return (
    <li className={styles.conflict} data-conflict={conflict.id}>
      <span className={styles.what}>{what}</span>
      <p className={styles.reason}>{conflict.reason[language]}</p>
      <dl className={styles.texts}>
        <dt className={styles.whose}>{words.theirs}</dt>
        <Text pieces={first} name={words.theirs} words={words} />
        <dt className={styles.whose}>{words.ours}</dt>
        <Text pieces={second} name={words.ours} words={words} />
      </dl>
      {conflict.source && <UpdateSource source={conflict.source} words={words} onGoTo={onGoTo} />}
      <ChoiceButtons
        label={words.choose(what)}
        hideLabel
        options={[
          { value: "ours", label: words.takeOurs },
          { value: "theirs", label: words.keepTheirs },
        ]}
        chosen={choice}
        off={off}
        onChoose={onChoose}
      />
    </li>
  );
}

interface TextProps {
  readonly pieces: readonly MarkedPiece[];
  readonly name: string;
  readonly words: UpdatePlanTexts;
}

/** Long texts scroll, by keys too. */
function Text({ pieces, name, words }: TextProps): ReactElement {
  const styles = useStyles();
  const isLong = pieces.reduce((sum, { text }) => sum + text.length, 0) > 240;
  return (
    <dd className={styles.cell}>
      <div className={styles.text} lang="zh-CN" {...(isLong && { tabIndex: 0, role: "group", "aria-label": name })}>
        {pieces.length === 0
          ? words.nothing
          : pieces.map(({ text, differs }, index) =>
              differs ? (
                <mark key={index} className={styles.mark}>
                  {text}
                </mark>
              ) : (
                <span key={index}>{text}</span>
              ),
            )}
      </div>
    </dd>
  );
}
