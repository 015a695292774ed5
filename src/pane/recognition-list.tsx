import { makeStyles, tokens } from "@fluentui/react-components";
import type { KeyboardEvent, ReactElement } from "react";
import { Disclosure } from "./disclosure.js";
import { LapsedAssignments } from "./lapsed-assignments.js";
import type { RecognitionView } from "./recognition.js";
import { RecognisedAnnex } from "./recognised-annex.js";
import { useRecognitionTexts } from "./recognition-texts.js";
import { UnrecognisedSheet } from "./unrecognised-sheet.js";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", gap: "4px" },
  plain: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: "2px" },
  why: { margin: 0, padding: "2px 8px", color: tokens.colorNeutralForeground3, textWrap: "pretty" },
});

export interface RecognitionListProps {
  readonly view: RecognitionView;
  readonly packWhy: string;
}

/** Every sheet and what it was taken for; ↑ ↓ Home End move through what can be opened. */
export function RecognitionList({ view, packWhy }: RecognitionListProps): ReactElement {
  const styles = useStyles();
  const words = useRecognitionTexts();
  const rest = view.rest.map(({ sheet, reason }) => (
    <UnrecognisedSheet key={sheet} sheet={sheet} reason={reason} kinds={view.kinds} />
  ));
  return (
    <div className={styles.list} onKeyDown={moveAmongRows}>
      {view.lapsed.length > 0 && <LapsedAssignments lapsed={view.lapsed} />}
      {view.annexes.length > 0 && (
        <ul className={styles.plain}>
          {view.annexes.map((annex) => (
            <RecognisedAnnex key={`${annex.key} ${annex.sheet}`} annex={annex} />
          ))}
        </ul>
      )}
      {rest.length > 0 && (
        <Disclosure title={words.rest(rest.length)} data-rest-list="" open={view.annexes.length === 0}>
          <ul className={styles.plain}>{rest}</ul>
        </Disclosure>
      )}
      {packWhy && <p className={styles.why}>{packWhy}</p>}
    </div>
  );
}

function moveAmongRows(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLElement) || !event.target.matches("[data-recognition-row]")) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-recognition-row]")];
  const rows = all.filter((row) => row.closest("details:not([open])") === null || row === event.target);
  const at = rows.indexOf(event.target);
  const next = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1], Home: rows[0], End: rows.at(-1) }[event.key];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
