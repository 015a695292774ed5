import { NameFinder, contentNames, reportContent } from "../../../src/core/narrative/index.js";
import type { FactBook } from "../../../src/core/facts/index.js";
import { writeArchive } from "../../../src/documents/archive/index.js";
import {
  planUpdate,
  type TemplateIssue,
  type TemplateSource,
  type UpdatePlan,
} from "../../../src/documents/docx/index.js";
import { hunan } from "../../core/narrative/redcross.js";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export interface TemplateParts {
  readonly body: string;
  readonly header?: string;
  readonly footer?: string;
  readonly footnote?: string;
}

/** A document as a bureau has it: styles of its own, no control of ours. */
export function bureauTemplate({ body, header, footer, footnote }: TemplateParts): Uint8Array {
  const kinds: (readonly [string, string, string | undefined])[] = [
    ["header", "hdr", header],
    ["footer", "ftr", footer],
    [
      "footnotes",
      "footnotes",
      footnote === undefined
        ? undefined
        : `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id="1">${footnote}</w:footnote>`,
    ],
  ];
  const present = kinds.flatMap(([kind, root, content]) => (content === undefined ? [] : [{ kind, root, content }]));
  const references = present
    .filter(({ kind }) => kind !== "footnotes")
    .map(({ kind }) => `<w:${kind}Reference w:type="default" r:id="${kind}"/>`);
  const sectPr = `<w:sectPr w:rsidR="00AB12CD">${references.join("")}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>`;
  const overrides = present.map(
    ({ kind }) => `<Override PartName="/word/${kind}.xml" ContentType="${word}.${kind}+xml"/>`,
  );
  const relations = present.map(
    ({ kind }) => `<Relationship Id="${kind}" Type="${office}/${kind}" Target="${kind}.xml"/>`,
  );
  const parts: (readonly [string, string])[] = [
    [
      "[Content_Types].xml",
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/>${overrides.join("")}</Types>`,
    ],
    [
      "_rels/.rels",
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    ["word/document.xml", `${head}<w:document ${namespaces}><w:body>${body}${sectPr}</w:body></w:document>`],
    [
      "word/_rels/document.xml.rels",
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="styles" Type="${office}/styles" Target="styles.xml"/>${relations.join("")}</Relationships>`,
    ],
    [
      "word/styles.xml",
      `${head}<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:customStyle="1" w:styleId="zw"><w:name w:val="局正文"/><w:basedOn w:val="a"/><w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr><w:rPr><w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr></w:style><w:style w:type="paragraph" w:customStyle="1" w:styleId="bt"><w:name w:val="局标题"/><w:basedOn w:val="a"/><w:rPr><w:rFonts w:eastAsia="黑体"/><w:sz w:val="32"/></w:rPr></w:style></w:styles>`,
    ],
    ["word/vendor/extra.bin", "\u0000不认识的部件"],
    ...present.map(({ kind, root, content }): readonly [string, string] => [
      `word/${kind}.xml`,
      `${head}<w:${root} ${namespaces}>${content}</w:${root}>`,
    ]),
  ];
  return writeArchive(parts.map(([name, text]) => [name, new TextEncoder().encode(text)] as const));
}

export const p = (text: string, layout = ""): string => `<w:p>${layout}${r(text)}</w:p>`;
export const r = (text: string, format = ""): string => `<w:r>${format}<w:t xml:space="preserve">${text}</w:t></w:r>`;

const annexes = [
  { id: "a1", name: "部门整体支出绩效评价基础数据表", number: "附件1" },
  { id: "a2", name: "部门整体支出绩效自评表", number: "附件2" },
  { id: "a3", name: "项目支出绩效自评表", number: "附件3" },
];

export function sourceOf(book: FactBook, spec = hunan): TemplateSource {
  return {
    content: reportContent(book, spec),
    names: new NameFinder(contentNames(book, spec, annexes)),
    tables: () => [],
    link: null,
  };
}

export interface Filled {
  readonly bytes: Uint8Array;
  readonly plan: UpdatePlan;
  readonly issues: readonly TemplateIssue[];
}

/** The template linked and filled, or a report of it brought up to date. */
export async function fill(bytes: Uint8Array, source: TemplateSource): Promise<Filled> {
  const planned = await planUpdate(bytes, source.content.narrative, source);
  if (!planned.ok) throw new Error(planned.failure.message.en);
  const { plan, issues } = planned.value;
  const written = await planned.value.write();
  if (!written.ok) throw new Error(written.failure.message.en);
  return { bytes: written.value, plan, issues };
}
