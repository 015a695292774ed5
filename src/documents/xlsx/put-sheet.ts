import { fail, success, type Result } from "../../core/result/index.js";
import { rewriteArchive, type Archive } from "../archive/index.js";
import { encodeXml } from "../xml/index.js";
import { addedStyles } from "./added-styles.js";
import type { NewSheet } from "./new-book.js";
import { newSheetXml } from "./new-sheet.js";
import { NewStyles } from "./new-styles.js";
import { changeLinks, type LinkChanges } from "./package-links.js";
import { readPartText } from "./part.js";
import { openPackage } from "./read-workbook.js";
import { readWorkbookPart, type WorkbookPart } from "./workbook-part.js";
import { listSheet } from "./workbook-sheets.js";

const spreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * The workbook with a sheet at the end of its tabs, or in place of the contents of the sheet named `replaces`, which
 * keeps its name and its place. Styles are added behind those that are there; every other part keeps its stored bytes.
 * Failures beside those of reading: `structure-protected` where no sheet may be added, `unknown-sheet`.
 */
export async function putSheet(
  bytes: Uint8Array,
  sheet: NewSheet,
  replaces: string | null = null,
): Promise<Result<Uint8Array>> {
  const archive = await openPackage(bytes);
  if (!archive.ok) return archive;
  const workbook = await readWorkbookPart(archive.value);
  if (!workbook.ok) return workbook;
  const { structureProtected, sheets } = workbook.value;
  const present = sheets.find(({ name }) => name === replaces);
  if (replaces !== null && !present) {
    return fail("unknown-sheet", `工作簿中没有工作表“${replaces}”。`, `The workbook has no sheet “${replaces}”.`);
  }
  if (structureProtected && !present) {
    return fail(
      "structure-protected",
      "工作簿的结构受保护，不能添加工作表。",
      "The structure of the workbook is protected; no sheet can be added.",
    );
  }
  return splice(archive.value, workbook.value, sheet, present?.part ?? null, replaces ?? sheet.name);
}

async function splice(
  archive: Archive,
  workbook: WorkbookPart,
  sheet: NewSheet,
  present: string | null,
  name: string,
): Promise<Result<Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  const links: Mutable<LinkChanges> = { link: [], type: [], drop: [] };
  const styled = await styledSheet(archive, workbook, sheet);
  if (!styled.ok) return styled;
  const part = present ?? freePart(archive);
  const relationship = present === null ? freeRelationship(workbook) : null;
  parts.set(part, encodeXml(styled.value.xml));
  parts.set(styled.value.stylesPart, encodeXml(styled.value.styles));
  if (relationship !== null) {
    links.link = [{ kind: "worksheet", target: part, id: relationship }];
    links.type = [{ part, contentType: `${spreadsheetType}.worksheet+xml` }];
  }
  if (workbook.styles === null) {
    links.link = [...links.link, { kind: "styles", target: styled.value.stylesPart }];
    links.type = [...links.type, { part: styled.value.stylesPart, contentType: `${spreadsheetType}.styles+xml` }];
  }
  const listed = listSheet(workbook.text, workbook.name, sheet, name, relationship);
  if (!listed.ok) return listed;
  parts.set(workbook.name, encodeXml(listed.value));
  const changed = await changeLinks(archive, workbook.name, links);
  if (!changed.ok) return changed;
  for (const [changedName, content] of changed.value) parts.set(changedName, content);
  return success(rewriteArchive(archive, parts));
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface StyledSheet {
  readonly xml: string;
  readonly stylesPart: string;
  readonly styles: string;
}

async function styledSheet(archive: Archive, workbook: WorkbookPart, sheet: NewSheet): Promise<Result<StyledSheet>> {
  if (workbook.styles === null) {
    const styles = new NewStyles({ font: "宋体", size: 11 });
    const xml = newSheetXml(sheet, styles, null, false);
    return success({ xml, stylesPart: "xl/annexStyles.xml", styles: styles.xml() });
  }
  const source = await readPartText(archive, workbook.styles);
  if (!source.ok) return source;
  const styles = addedStyles(source.value, workbook.styles);
  if (!styles.ok) return styles;
  const xml = newSheetXml(sheet, styles.value, null, false);
  return success({ xml, stylesPart: workbook.styles, styles: styles.value.text() });
}

function freePart(archive: Archive): string {
  const taken = new Set(archive.names.map((name) => name.toLowerCase()));
  let number = 1;
  while (taken.has(`xl/worksheets/sheet${number}.xml`)) number++;
  return `xl/worksheets/sheet${number}.xml`;
}

function freeRelationship({ relationships }: WorkbookPart): string {
  const taken = new Set(relationships.map(({ id }) => id));
  let number = relationships.length + 1;
  while (taken.has(`rId${number}`)) number++;
  return `rId${number}`;
}
