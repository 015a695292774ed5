import { Field, Input, Textarea, makeStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { BasicsField } from "./engine.js";
import { usePane } from "./pane-context.js";
import type { PaneTexts } from "./texts.js";

const useStyles = makeStyles({
  prose: { "& textarea": { minHeight: "96px", maxHeight: "320px" } },
  list: { "& textarea": { minHeight: "72px", maxHeight: "240px" } },
});

export interface BasicsQuestionProps {
  readonly field: BasicsField;
  readonly answer: string;
  readonly readOnly: boolean;
  readonly onAnswer: (value: string) => void;
}

/** One question with the control that suits its kind; a wrong figure is said at once, never thrown away. */
export function BasicsQuestion({ field, answer, readOnly, onAnswer }: BasicsQuestionProps): ReactElement {
  const styles = useStyles();
  const { texts } = usePane();
  const complaint = complaintOf(field, answer, texts);
  const isLong = field.kind === "prose" || field.kind === "list";
  const hint = field.hint?.[texts.language] ?? kindHint(field, texts);
  return (
    <Field
      label={field.label[texts.language]}
      size="small"
      {...(hint === null ? {} : { hint })}
      {...(complaint === null ? {} : { validationState: "error" as const, validationMessage: complaint })}
    >
      {isLong ? (
        <Textarea
          className={field.kind === "prose" ? styles.prose : styles.list}
          resize="vertical"
          value={answer}
          placeholder={field.standard ?? ""}
          readOnly={readOnly}
          maxLength={20_000}
          onChange={(_, { value }) => onAnswer(value)}
        />
      ) : (
        <Input
          value={answer}
          readOnly={readOnly}
          maxLength={200}
          inputMode={field.kind === "money" ? "decimal" : "text"}
          onChange={(_, { value }) => onAnswer(value)}
        />
      )}
    </Field>
  );
}

function kindHint(field: BasicsField, texts: PaneTexts): string | null {
  switch (field.kind) {
    case "money":
      return texts.basicsMoneyEmpty;
    case "list":
      return texts.basicsListHint;
    case "date":
      return texts.basicsDateHint;
    case "prose":
    case "text":
      return null;
  }
}

function complaintOf(field: BasicsField, answer: string, texts: PaneTexts): string | null {
  const text = answer.trim();
  if (text === "") return null;
  if (field.kind === "money" && text !== "无" && !/^-?[0-9][0-9,]*(\.[0-9]+)?$/.test(text)) return texts.basicsBadMoney;
  if (field.kind === "date" && !/^[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?$/.test(text))
    return texts.basicsBadDate;
  return null;
}
