import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, type ReactElement } from "react";
import { Disclosure } from "../disclosure.js";
import { useWord, useWordState } from "./word-context.js";

const useStyles = makeStyles({
  figures: { display: "flex", flexDirection: "column", gap: "4px", fontSize: "12px", lineHeight: "18px" },
  cursor: {
    display: "flex",
    flexDirection: "column",
    padding: "8px 12px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: "anywhere",
  },
  title: { margin: 0, fontSize: "12px", lineHeight: "18px", fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, textWrap: "pretty" },
  list: { display: "flex", flexDirection: "column", gap: "6px", margin: 0, padding: 0, listStyleType: "none" },
  item: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: "10px", overflowWrap: "anywhere" },
  place: { gridColumn: "1 / -1", color: tokens.colorNeutralForeground3 },
  text: { fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold },
});

/** Where figures come from: the one at the cursor where Word can tell, and all of them as a list. */
export function WordFigures(): ReactElement | null {
  const styles = useStyles();
  const { desk, texts } = useWord();
  const source = useWordState((state) => state.source);
  const cursor = useWordState((state) => state.cursor);
  const listed = useWordState((state) => state.listed);
  const { tellsFigure } = desk.host.capabilities();

  useEffect(() => desk.follow(), [desk]);

  if (!tellsFigure && listed.length === 0) return null;
  return (
    <div className={styles.figures}>
      {tellsFigure && (
        <section className={styles.cursor} aria-label={texts.cursor} aria-live="polite" data-word-cursor="">
          <h2 className={styles.title}>{texts.cursor}</h2>
          {cursor ? <span>{cursor.title}</span> : <p className={styles.quiet}>{texts.cursorNone}</p>}
          {cursor && source?.workbook && <span className={styles.quiet}>{texts.cursorBook(source.workbook)}</span>}
        </section>
      )}
      {listed.length > 0 && (
        <Disclosure title={texts.listed(listed.length)} data-word-listed="">
          <ul className={styles.list}>
            {listed.map(({ id, label, text, source: cell }) => (
              <li key={id} className={styles.item}>
                <span>{label}</span>
                <span className={styles.text}>{text}</span>
                <span className={styles.place}>{cell?.place ?? texts.computed}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
