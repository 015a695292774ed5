import { makeStyles, tokens } from "@fluentui/react-components";
import { DocumentAdd16Regular } from "@fluentui/react-icons/svg/document-add";
import type { ReactElement } from "react";
import { ChoiceButtons } from "./choice-buttons.js";
import { Disclosure } from "./disclosure.js";
import { FileButton } from "./file-button.js";
import { NoticeBar } from "./notice-bar.js";
import { usePackTexts } from "./pack-texts.js";
import { useDeskState, usePane } from "./pane-context.js";

const useStyles = makeStyles({
  body: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "8px" },
  text: { margin: 0, textWrap: "pretty", overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
  name: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  problems: { margin: "4px 0 0", paddingLeft: "18px", display: "flex", flexDirection: "column", gap: "4px" },
  place: { fontWeight: tokens.fontWeightSemibold },
});

const automatic = "";
/** Mistakes shown of one pack; the rest is counted. */
const mostShown = 20;

/** The pack in use, why, and the way to another: one that ships or a person's own. */
export function PackPicker(): ReactElement | null {
  const styles = useStyles();
  const { desk, texts } = usePane();
  const words = usePackTexts();
  useDeskState((state) => state.outcome?.check ?? null);
  const problem = useDeskState((state) => state.packProblem);
  const busy = useDeskState((state) => state.activity !== null && !state.activity.silent);
  const view = desk.packView();
  if (!view) return null;
  const { inUse, why, chosen, packs } = view;
  const { language } = texts;
  const off = busy || desk.capabilities().readOnly;
  const options = [
    { value: automatic, label: words.automatic },
    ...packs.map(({ id, title, own }) => ({
      value: id,
      label: own ? `${title[language]}（${words.own}）` : title[language],
    })),
  ];
  return (
    <Disclosure
      data-pack={inUse.id}
      open={problem !== null || inUse.own}
      title={
        <>
          {words.title}
          {language === "zh" ? "：" : ": "}
          <span className={styles.name}>{inUse.title[language]}</span>
        </>
      }
    >
      <div className={styles.body}>
        <p className={styles.text}>{why}</p>
        <p className={styles.text}>
          <span className={styles.quiet}>{words.scope}</span>
          {inUse.scope}
        </p>
        {inUse.own && <NoticeBar kind="warning">{words.ownWhat}</NoticeBar>}
        {problem && (
          <NoticeBar kind="error">
            {words.refused(problem.name, problem.problems.length)}
            <ol className={styles.problems}>
              {problem.problems.slice(0, mostShown).map(({ file, line, column, message }, index) => (
                <li key={`${file} ${line} ${index}`}>
                  <span className={styles.place}>
                    {[file, line === null ? "" : words.place(line, column ?? 1)].filter(Boolean).join(" ")}
                  </span>{" "}
                  {message}
                </li>
              ))}
            </ol>
          </NoticeBar>
        )}
        <ChoiceButtons
          label={words.choose}
          options={options}
          chosen={chosen ? inUse.id : automatic}
          off={off}
          onChoose={(id) => void desk.choosePack(id === automatic ? null : id)}
        />
        <FileButton
          off={off}
          accept=".yaml,.yml"
          icon={<DocumentAdd16Regular />}
          onChoose={(files) => void desk.takePack(files)}
        >
          {words.load}
        </FileButton>
        <p className={`${styles.text} ${styles.quiet}`}>{words.loadWhat}</p>
      </div>
    </Disclosure>
  );
}
