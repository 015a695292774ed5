import { escapeText } from "../../xml/index.js";
import { normalised } from "../skeleton.js";
import type { AnnexTable } from "./annex-table.js";

/** Where the ledger keeps what was written of an annex. */
export function tableRecord(annex: string): string {
  return `table:${annex}`;
}

/** The words of tables as a fingerprint is made of them: row by row, cells by tabs; layout is no word. */
export function tableWords(tables: readonly AnnexTable[]): string {
  const lines = tables.flatMap(({ rows }) => [
    ...rows.map(({ cells }) => cells.map(({ text, down }) => (down === "further" ? "" : oneBreak(text))).join("\t")),
    "",
  ]);
  return wordsOfLines(lines);
}

/** What XML cannot carry is left out on both sides. */
export function wordsOfLines(lines: readonly string[]): string {
  return escapeText(normalised(lines.map((line) => line.trimEnd()).join("\n")).trim());
}

function oneBreak(text: string): string {
  return text.replace(/\r\n|\r/g, "\n");
}
