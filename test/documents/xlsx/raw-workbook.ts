import { writeArchive } from "../../../src/documents/archive/index.js";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRels = "http://schemas.openxmlformats.org/package/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface RawSheetText {
  readonly name: string;
  /** The content of `<sheetData>`. */
  readonly data: string;
  readonly before?: string;
  readonly after?: string;
  readonly state?: string;
}

export interface RawWorkbookText {
  readonly sheets: readonly RawSheetText[];
  /** The content of `<sst>`. */
  readonly strings?: string;
  /** The content of `<styleSheet>`. */
  readonly styles?: string;
  /** What stands in `<workbook>` before the sheets, after them. */
  readonly before?: string;
  readonly after?: string;
  readonly calcChain?: string;
  /** Further parts, or others' contents, by name; null leaves a part out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

/** A workbook written by hand, so that tests can say exactly what a producer may write, and what none should. */
export function rawWorkbook(book: RawWorkbookText): Uint8Array {
  const links: string[] = [];
  const types: string[] = [];
  const parts = new Map<string, string | Uint8Array>();
  const link = (kind: string, target: string, type: string): string => {
    const id = `rId${links.length + 1}`;
    links.push(`<Relationship Id="${id}" Type="${rels}/${kind}" Target="${target}"/>`);
    types.push(
      `<Override PartName="/xl/${target}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
    );
    return id;
  };
  const entries = book.sheets.map((sheet, index) => {
    const target = `worksheets/sheet${index + 1}.xml`;
    parts.set(
      `xl/${target}`,
      `${declaration}<worksheet xmlns="${main}" xmlns:r="${rels}">${sheet.before ?? ""}<sheetData>${sheet.data}</sheetData>${sheet.after ?? ""}</worksheet>`,
    );
    const state = sheet.state === undefined ? "" : ` state="${sheet.state}"`;
    return `<sheet name="${sheet.name}" sheetId="${index + 1}"${state} r:id="${link("worksheet", target, "worksheet")}"/>`;
  });
  if (book.strings !== undefined) {
    link("sharedStrings", "sharedStrings.xml", "sharedStrings");
    parts.set("xl/sharedStrings.xml", `${declaration}<sst xmlns="${main}">${book.strings}</sst>`);
  }
  if (book.styles !== undefined) {
    link("styles", "styles.xml", "styles");
    parts.set("xl/styles.xml", `${declaration}<styleSheet xmlns="${main}">${book.styles}</styleSheet>`);
  }
  if (book.calcChain !== undefined) {
    link("calcChain", "calcChain.xml", "calcChain");
    parts.set("xl/calcChain.xml", `${declaration}<calcChain xmlns="${main}">${book.calcChain}</calcChain>`);
  }
  const head: [string, string | Uint8Array][] = [
    [
      "[Content_Types].xml",
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${types.join("")}</Types>`,
    ],
    [
      "_rels/.rels",
      `${declaration}<Relationships xmlns="${packageRels}"><Relationship Id="rId1" Type="${rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${declaration}<workbook xmlns="${main}" xmlns:r="${rels}">${book.before ?? ""}<sheets>${entries.join("")}</sheets>${book.after ?? ""}</workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${declaration}<Relationships xmlns="${packageRels}">${links.join("")}</Relationships>`,
    ],
  ];
  const all = new Map<string, string | Uint8Array | null>([...head, ...parts, ...Object.entries(book.parts ?? {})]);
  return writeArchive(
    [...all].flatMap(([name, content]) =>
      content === null
        ? []
        : [[name, typeof content === "string" ? new TextEncoder().encode(content) : content] as const],
    ),
  );
}

/** A plain style sheet: general, per cent, a date, two decimals unlocked, all with the parts that Excel demands. */
export const plainStyles =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>' +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyProtection="1"><protection locked="0"/></xf></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';
