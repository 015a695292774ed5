import { fail, success, type Result } from "../../core/result/index.js";
import type { Visibility } from "../../core/sheet/index.js";
import type { Archive } from "../archive/index.js";
import { prefixedAttribute } from "../xml/index.js";
import { notAWorkbook } from "./identify.js";
import { flag, readPart } from "./part.js";
import { readRelationships, type Relationship } from "./relationships.js";

export interface SheetEntry {
  readonly name: string;
  readonly visibility: Visibility;
  /** The worksheet's part in the package. */
  readonly part: string;
}

/** The workbook part with the places of everything it refers to. */
export interface WorkbookPart {
  readonly name: string;
  readonly text: string;
  /** Worksheets in the order of their tabs; chart sheets and macro sheets hold no cells and are left out. */
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  readonly structureProtected: boolean;
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  readonly calcChain: string | null;
  readonly customXml: readonly string[];
  readonly relationships: readonly Relationship[];
}

/** Failures: `not-a-workbook` for a package without a workbook part (a .docx, an .ods), `damaged`, `unsafe`. */
export async function readWorkbookPart(archive: Archive): Promise<Result<WorkbookPart>> {
  const root = await readRelationships(archive, "");
  if (!root.ok) return root;
  const main = root.value.find(({ kind, external }) => kind === "officeDocument" && !external)?.target;
  const name = main !== undefined && archive.has(main) ? main : "xl/workbook.xml";
  if (!archive.has(name) || !name.toLowerCase().endsWith(".xml")) return notAWorkbook();

  const listed: { name: string; visibility: Visibility; id: string }[] = [];
  let date1904 = false;
  let structureProtected = false;
  let isWorkbook = false;
  const read = await readPart(archive, name, {
    open: (tag) => {
      const { attributes } = tag;
      if (tag.name === "workbook") isWorkbook = true;
      else if (tag.name === "workbookPr") date1904 = flag(attributes["date1904"]);
      else if (tag.name === "workbookProtection") structureProtected = flag(attributes["lockStructure"]);
      else if (tag.name === "sheet") {
        listed.push({
          name: attributes["name"] ?? "",
          visibility: visibilityOf(attributes["state"]),
          id: prefixedAttribute(tag, "id") ?? "",
        });
      }
    },
  });
  if (!read.ok) return read;
  if (!isWorkbook) return notAWorkbook();

  const relationships = await readRelationships(archive, name);
  if (!relationships.ok) return relationships;
  const own = relationships.value.filter(({ external }) => !external);
  const partOf = (kind: string): string | null =>
    own.find((relationship) => relationship.kind === kind)?.target ?? null;
  const targets = new Map(own.map((relationship) => [relationship.id, relationship]));
  if (listed.length > 0 && !listed.some(({ id }) => targets.has(id))) {
    return fail(
      "damaged",
      "文件已损坏：找不到任何一张工作表的内容，请用 Excel 或 WPS 打开并另存后再试。",
      "The file is damaged: the contents of its sheets are nowhere to be found; open it in Excel or WPS, save it anew and try again.",
    );
  }
  const sheets = new Map<string, SheetEntry>();
  for (const { name: sheet, visibility, id } of listed) {
    const target = targets.get(id);
    // No producer lists one part twice; whoever does wants it read over and over.
    if (target?.kind !== "worksheet" || sheets.has(target.target)) continue;
    sheets.set(target.target, { name: sheet, visibility, part: target.target });
  }
  return success({
    name,
    text: read.value,
    sheets: [...sheets.values()],
    date1904,
    structureProtected,
    sharedStrings: partOf("sharedStrings"),
    styles: partOf("styles"),
    calcChain: partOf("calcChain"),
    customXml: own.filter(({ kind }) => kind === "customXml").map(({ target }) => target),
    relationships: relationships.value,
  });
}

function visibilityOf(state: string | undefined): Visibility {
  return state === "hidden" || state === "veryHidden" ? state : "visible";
}
