import type { ParagraphKind } from "../../core/narrative/index.js";

/**
 * Layout of an official document (GB/T 9704 habits): title 二号小标宋 centred, text 三号仿宋 at exactly 28.95 pt,
 * first line indented by two characters, levels 黑体 / 楷体 / 仿宋, page number 四号宋体.
 */
export type StyleName = ParagraphKind | "figure" | "placeholder" | "pageNumber";

export const styleIds: Readonly<Record<StyleName, string>> = {
  title: "AnnexTitle",
  section: "AnnexSection",
  heading: "AnnexHeading",
  body: "AnnexBody",
  list: "AnnexList",
  figure: "AnnexFigure",
  placeholder: "AnnexPlaceholder",
  pageNumber: "AnnexPageNumber",
};

const fangSong = "仿宋_GB2312";
const heiTi = "黑体";
const kaiTi = "楷体_GB2312";
const bigTitle = "方正小标宋简体";
const song = "宋体";

/** Figures and Latin letters stand in Times New Roman, as official documents have them. */
const latin = "Times New Roman";

function font(name: string, halfPoints: number, more = ""): string {
  return `<w:rFonts w:ascii="${latin}" w:eastAsia="${name}" w:hAnsi="${latin}" w:cs="${latin}"/>${more}<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
}

/** 28 characters of 16 pt take 5.8 pt more than the 156 mm of the text area has: a quarter point less each. */
const tight = '<w:spacing w:val="-5"/>';

/** 二号 22 pt, 三号 16 pt, 四号 14 pt. */
const runProperties: Readonly<Record<ParagraphKind, string>> = {
  title: font(bigTitle, 44),
  section: font(heiTi, 32, tight),
  heading: font(kaiTi, 32, tight),
  body: font(fangSong, 32, tight),
  list: font(fangSong, 32, tight),
};

const pageNumberFont = `<w:rFonts w:ascii="${song}" w:eastAsia="${song}" w:hAnsi="${song}" w:cs="${song}"/><w:sz w:val="28"/><w:szCs w:val="28"/>`;

const exactLines = '<w:spacing w:line="579" w:lineRule="exact"/>';
const twoCharacters = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';

const paragraphStyles: readonly (readonly [name: StyleName, title: string, paragraph: string, run: string])[] = [
  [
    "title",
    "公文标题",
    '<w:keepNext/><w:spacing w:after="480" w:line="680" w:lineRule="exact"/><w:contextualSpacing/><w:jc w:val="center"/>',
    runProperties.title,
  ],
  [
    "section",
    "公文一级标题",
    `<w:keepNext/>${exactLines}${twoCharacters}<w:outlineLvl w:val="0"/>`,
    runProperties.section,
  ],
  [
    "heading",
    "公文二级标题",
    `<w:keepNext/>${exactLines}${twoCharacters}<w:outlineLvl w:val="1"/>`,
    runProperties.heading,
  ],
  ["body", "公文正文", `${exactLines}${twoCharacters}`, runProperties.body],
  [
    "list",
    "公文附件清单",
    `<w:spacing w:before="579" w:line="579" w:lineRule="exact"/>${twoCharacters}<w:contextualSpacing/>`,
    runProperties.list,
  ],
  ["pageNumber", "公文页码", '<w:spacing w:line="240" w:lineRule="auto"/>', pageNumberFont],
];

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const wordRoot = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

interface OwnStyle {
  readonly name: StyleName;
  readonly id: string;
  /** As people see it. */
  readonly title: string;
  readonly xml: string;
}

export function ownStyles(): readonly OwnStyle[] {
  const paragraphs = paragraphStyles.map(([name, title, paragraph, run]): OwnStyle => {
    const content = `<w:qFormat/><w:pPr>${withSpacing(paragraph)}</w:pPr><w:rPr>${run}</w:rPr>`;
    return ownStyle(name, title, "paragraph", "Normal", content);
  });
  return [
    ...paragraphs,
    ownStyle("figure", "附表数字", "character", "DefaultParagraphFont", "<w:qFormat/><w:rPr><w:noProof/></w:rPr>"),
    ownStyle(
      "placeholder",
      "填写提示",
      "character",
      "DefaultParagraphFont",
      '<w:rPr><w:color w:val="7F7F7F"/></w:rPr>',
    ),
  ];
}

function ownStyle(
  name: StyleName,
  title: string,
  type: "paragraph" | "character",
  standard: string,
  content: string,
): OwnStyle {
  const id = styleIds[name];
  const xml = `<w:style w:type="${type}" w:customStyle="1" w:styleId="${id}"><w:name w:val="${title}"/><w:basedOn w:val="${standard}"/>${content}</w:style>`;
  return { name, id, title, xml };
}

export function stylesPart(): string {
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${font(fangSong, 32)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
  const standard =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>' +
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>';
  return `${head}<w:styles ${wordRoot}>${defaults}${standard}${ownStyles()
    .map(({ xml }) => xml)
    .join("")}</w:styles>`;
}

/**
 * Word's own gap between Chinese and figures stops at a control, so `2名` would look different inside a paragraph:
 * off, in the place the schema's order gives it.
 */
function withSpacing(paragraph: string): string {
  const closed = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>';
  const keep = "<w:keepNext/>";
  return paragraph.startsWith(keep) ? keep + closed + paragraph.slice(keep.length) : closed + paragraph;
}

/** A computer without the fonts of official documents takes the first of the other names it has. */
const fonts: readonly (readonly [name: string, others: string, family: string])[] = [
  [bigTitle, "小标宋,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC", "roman"],
  [fangSong, "仿宋,FangSong,华文仿宋,STFangsong,FangSong_GB2312,Noto Serif CJK SC", "roman"],
  [kaiTi, "楷体,KaiTi,华文楷体,STKaiti,KaiTi_GB2312,Noto Serif CJK SC", "roman"],
  [heiTi, "SimHei,华文黑体,STHeiti,Noto Sans CJK SC", "swiss"],
  [latin, "Liberation Serif", "roman"],
  [song, "SimSun,华文宋体,STSong,Noto Serif CJK SC", "roman"],
];

export function fontTablePart(): string {
  const entries = fonts.map(
    ([name, others, family]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `${head}<w:fonts ${wordRoot}>${entries.join("")}</w:fonts>`;
}
