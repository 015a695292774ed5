import type { Element } from "slimdom";
import { textHash } from "../../../core/hash/index.js";
import { contentOf, type Control } from "../control.js";
import { fragment } from "../fragment.js";
import { wordNamespace } from "../names.js";
import { readRecord, type ParagraphRecord } from "../paragraph-record.js";
import { textOf } from "../words.js";
import { conflictReasons, type UpdateConflict } from "../update-plan.js";
import { renderTables, standardWidth, type AnnexTable } from "./annex-table.js";
import { tableRecord, tableWords, wordsOfLines } from "./table-words.js";

/** An annex as Word tables: replaced as a whole, or left as it is. */
export interface TablePlan {
  /** `table:a2`, in the ledger and in what is told. */
  readonly id: string;
  readonly control: Control;
  /** same: nothing to do · ours: to be written · theirs: a person edited it, the workbook says nothing new · conflict. */
  readonly kind: "same" | "ours" | "theirs" | "conflict";
  readonly fresh: readonly Element[];
  readonly question: UpdateConflict | null;
  readonly recorded: readonly ParagraphRecord[];
}

/** `known` is what the ledger says of `tableRecord`, null for a control made just now. */
export function planTable(
  annex: string,
  control: Control,
  tables: readonly AnnexTable[],
  known: readonly ParagraphRecord[] | null,
): TablePlan {
  const id = tableRecord(annex);
  const standing = contentOf(control.element)?.children ?? [];
  const plan = { id, control, fresh: [], question: null, recorded: known ?? [] };
  // A workbook without the annex, or one of which only the facts are known, says nothing about it.
  if (tables.length === 0) return { ...plan, kind: "same" };
  const fresh = fragment(renderTables(tables, textWidth(control.element)));
  const [theirs, ours] = [wordsOf(standing), tableWords(tables)];
  const [theirHash, ourHash] = [textHash(theirs), textHash(ours)];
  const base = known?.[0]?.hash ?? null;
  const recorded = [readRecord(ourHash)];
  if (theirHash === ourHash) return { ...plan, kind: "same", recorded };
  if (theirs === "" || theirHash === base) return { ...plan, kind: "ours", fresh, recorded };
  if (base === ourHash) return { ...plan, kind: "theirs", fresh, recorded };
  return { ...plan, kind: "conflict", fresh, question: questionOf(id, base !== null, theirs, ours) };
}

/** Puts the tables of the workbook in the place of what stands there. */
export function rewriteTable({ control, kind, fresh }: TablePlan): void {
  const content = contentOf(control.element);
  if (!content || kind !== "ours") return;
  const [sections] = content.getElementsByTagNameNS(wordNamespace, "sectPr");
  for (const child of [...content.childNodes]) content.removeChild(child);
  content.append(...fresh);
  // A page section ends in a paragraph's properties, and must not go with the paragraph.
  const last = fresh[fresh.length - 1]?.firstElementChild;
  if (sections && last?.localName === "pPr") last.append(sections);
}

/** Characters of a table that are shown with a question. */
const mostShown = 2_000;

function questionOf(id: string, isKnown: boolean, theirs: string, ours: string): UpdateConflict {
  const kind = isKnown ? "edited" : "record-gone";
  return {
    id: textHash([kind, id, theirs, ours].join("\n")),
    kind,
    section: id,
    figure: null,
    reason: conflictReasons[kind],
    theirs: theirs.slice(0, mostShown),
    ours: ours.slice(0, mostShown),
  };
}

function wordsOf(blocks: readonly Element[]): string {
  const lines = blocks.flatMap((block) =>
    block.localName === "tbl"
      ? block.getElementsByTagNameNS(wordNamespace, "tr").map((row) =>
          row
            .getElementsByTagNameNS(wordNamespace, "tc")
            .map((cell) => textOf(cell, false))
            .join("\t"),
        )
      : [textOf(block, false)],
  );
  return wordsOfLines(lines);
}

/** Between the margins of the document's last page section, in twentieths of a point; A4 as we write it by default. */
function textWidth(element: Element): number {
  const sections = element.ownerDocument?.getElementsByTagNameNS(wordNamespace, "sectPr") ?? [];
  const last = sections[sections.length - 1];
  const number = (part: string, name: string): number =>
    Number(last?.children.find(({ localName }) => localName === part)?.getAttributeNS(wordNamespace, name) ?? "NaN");
  const width = number("pgSz", "w") - number("pgMar", "left") - number("pgMar", "right");
  return width > 1_000 && width < 60_000 ? width : standardWidth;
}
