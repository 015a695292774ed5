import { success, type Result } from "../../core/result/index.js";
import { escapeAttribute, escapeText, readXml } from "../xml/index.js";
import type { NewSheet } from "./new-book.js";
import { rowsReference, sheetReference } from "./new-sheet.js";
import { count } from "./part.js";
import { applySplices, prefixOf, spanOf, type Span, type Splice } from "./splice.js";

interface Listed extends Span {
  end: number;
}

/** The names that print settings are kept under. */
const printNames = new Set(["_xlnm.Print_Area", "_xlnm.Print_Titles"]);

/** `definedNames` may stand after these only. */
const before = new Set(["sheets", "functionGroups", "externalReferences"]);

/**
 * The workbook part with a sheet at the end of its tabs (`relationship` is the id of its part), or with the print
 * settings of a sheet that is there already; `name` is the sheet's name in either case.
 */
export function listSheet(
  source: string,
  part: string,
  sheet: NewSheet,
  name: string,
  relationship: string | null,
): Result<string> {
  const sheets: Listed[] = [];
  const names: Listed[] = [];
  const open: (Span & { readonly name: string })[] = [];
  let sheetsEnd = 0;
  let namesEnd: number | null = null;
  let after = 0;
  let prefix = "";
  const read = readXml(source, part, {
    open: (tag) => {
      const span = spanOf(source, tag);
      if (open.length === 0) prefix = prefixOf(span.rawName);
      open.push({ ...span, name: tag.name });
    },
    close: (tag, end) => {
      const span = open.pop();
      const parent = open.at(-1)?.name;
      if (!span) return;
      if (tag === "sheet" && parent === "sheets") sheets.push({ ...span, end });
      else if (tag === "definedName") names.push({ ...span, end });
      else if (tag === "sheets") sheetsEnd = source.lastIndexOf("<", end - 1);
      else if (tag === "definedNames" && !span.selfClosing) namesEnd = source.lastIndexOf("<", end - 1);
      if (open.length === 1 && before.has(tag)) after = end;
    },
  });
  if (!read.ok) return read;
  const found = sheets.findIndex(({ attributes }) => attributes["name"] === name);
  const index = found >= 0 ? found : sheets.length;
  const splices: Splice[] = names
    .filter(({ attributes }) => printNames.has(attributes["name"] ?? "") && count(attributes["localSheetId"]) === index)
    .map(({ start, end }) => ({ from: start, to: end, text: "" }));
  if (relationship !== null) {
    const ids = sheets.map(({ attributes }) => count(attributes["sheetId"]) ?? 0);
    const entry =
      `<${prefix}sheet name="${escapeAttribute(name)}" sheetId="${Math.max(0, ...ids) + 1}"` +
      ` ${relationAttribute(source, sheets)}="${relationship}"/>`;
    splices.push({ from: sheetsEnd, to: sheetsEnd, text: entry });
  }
  const own = printSettings(sheet, name)
    .map(([id, text]) => `<${prefix}definedName name="${id}" localSheetId="${index}">${text}</${prefix}definedName>`)
    .join("");
  splices.push(
    namesEnd === null
      ? { from: after, to: after, text: `<${prefix}definedNames>${own}</${prefix}definedNames>` }
      : { from: namesEnd, to: namesEnd, text: own },
  );
  return success(applySplices(source, splices));
}

function printSettings({ print }: NewSheet, name: string): readonly (readonly [id: string, text: string])[] {
  const area = ["_xlnm.Print_Area", escapeText(sheetReference(name, print.area))] as const;
  if (!print.repeatRows) return [area];
  return [area, ["_xlnm.Print_Titles", escapeText(rowsReference(name, ...print.repeatRows))]];
}

/** `r:id`, by whatever prefix the part declares for relationships. */
function relationAttribute(source: string, sheets: readonly Listed[]): string {
  const [first] = sheets;
  const tag = first ? source.slice(first.start, first.tagEnd) : "";
  return /\s([A-Za-z_][\w.-]{0,30}:id)\s*=/.exec(tag)?.[1] ?? "r:id";
}
