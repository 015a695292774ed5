import { rewriteArchive } from "../../../../src/documents/archive/index.js";
import { edit, open } from "../package.js";

/** What a person did to a report, by hand in the package; `words` are theirs and have to stay. */
export interface CorpusEdit {
  readonly name: string;
  readonly words: readonly string[];
  apply(report: Uint8Array): Promise<Uint8Array>;
}

const document = "word/document.xml";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types = "application/vnd.openxmlformats-officedocument.wordprocessingml";

const section = (id: string): RegExp =>
  new RegExp(
    `<w:sdt><w:sdtPr><w:alias [^>]*/><w:tag w:val="annex:section:${id}"/>.*?</w:sdt>(?=<w:sdt><w:sdtPr><w:alias [^>]*/><w:tag w:val="annex:section|<w:sectPr)`,
    "s",
  );
const fact = (id: string): RegExp =>
  new RegExp(
    `<w:sdt><w:sdtPr><w:rPr>(?:(?!</w:rPr>).)*</w:rPr><w:alias [^>]*/><w:tag w:val="annex:fact:${id.replaceAll(".", "\\.")}"/>.*?</w:sdt>`,
    "s",
  );
const words = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inner: string): string => `<w:p>${inner}</w:p>`;

/** A further part of the package, related from the document. */
async function withPart(
  bytes: Uint8Array,
  name: string,
  content: string | Uint8Array,
  type: string,
  relation: string,
): Promise<Uint8Array> {
  const data = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const more = rewriteArchive(await open(bytes), new Map([[`word/${name}`, data]]));
  const typed = await edit(more, "[Content_Types].xml", (xml) =>
    xml.replace("</Types>", `<Override PartName="/word/${name}" ContentType="${type}"/></Types>`),
  );
  const related = `<Relationship Id="rId${relation}" Type="${office}/${relation}" Target="${name}"/>`;
  return edit(typed, "word/_rels/document.xml.rels", (xml) =>
    xml.replace("</Relationships>", `${related}</Relationships>`),
  );
}

const inDocument =
  (change: (xml: string) => string) =>
  (bytes: Uint8Array): Promise<Uint8Array> =>
    edit(bytes, document, change);

/** A figure once more, with another id of its control. */
function copyOf(xml: string, id: string, number: number): string {
  const found = fact(id).exec(xml)?.[0] ?? "";
  return found.replace(/<w:id w:val="\d+"\/>/, `<w:id w:val="${number}"/>`);
}

/** The smallest picture there is. */
const dot = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="),
  (letter) => letter.charCodeAt(0),
);
const drawing = `<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="图 1"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="图 1"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdimage"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;

const body = '<w:pPr><w:pStyle w:val="AnnexBody"/></w:pPr>';
const revised = 'w:author="李四" w:date="2025-03-01T08:00:00Z"';

export const corpus: readonly CorpusEdit[] = [
  {
    name: "样式编号换过（Word 存盘就会换），名称没变",
    words: [],
    apply: async (bytes) => {
      const renamed = (xml: string): string =>
        ["Title", "Section", "Heading", "Body", "List", "Figure"].reduce(
          (text, name, index) => text.replaceAll(`"Annex${name}"`, `"a${index + 3}"`),
          xml,
        );
      return edit(await edit(bytes, "word/styles.xml", renamed), document, renamed);
    },
  },
  {
    name: "文字被 Word 切成几段：拼写标记、修订编号、分页标记、智能标记、书签",
    words: [],
    apply: inDocument((xml) =>
      xml
        .replace(
          "年度财政拨款基本支出",
          '年度</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00AB12CD"><w:lastRenderedPageBreak/><w:t>财政</w:t></w:r><w:proofErr w:type="spellEnd"/><w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place"><w:r><w:t>拨款</w:t></w:r></w:smartTag><w:bookmarkStart w:id="11" w:name="_GoBack"/><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>基本支出',
        )
        .replace(">12.95<", ">12</w:t></w:r><w:r><w:t>.95<")
        .replace("</w:body>", "</w:body>")
        .replace("万元，其中：人员经费", '万元，</w:t></w:r><w:bookmarkEnd w:id="11"/><w:r><w:t>其中：人员经费'),
    ),
  },
  {
    name: "有未接受的修订：加了一句，删了一词",
    words: ["以上数据经财政所核对。"],
    apply: inDocument((xml) =>
      xml
        .replace(
          /(annex:section:general-budget.*?主要包括：办公费.*?)<\/w:p>/s,
          `$1<w:ins w:id="901" ${revised}>${words("以上数据经财政所核对。")}</w:ins></w:p>`,
        )
        .replace(
          "是指单位为完成",
          `是指</w:t></w:r><w:del w:id="902" ${revised}><w:r><w:delText>单位</w:delText></w:r></w:del><w:r><w:t xml:space="preserve">为完成`,
        ),
    ),
  },
  {
    name: "批注",
    words: [],
    apply: async (bytes) => {
      const comments = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:comments ${main}><w:comment w:id="3" ${revised} w:initials="李"><w:p>${words("请核对")}</w:p></w:comment></w:comments>`;
      const more = await withPart(bytes, "comments.xml", comments, `${types}.comments+xml`, "comments");
      return edit(more, document, (xml) =>
        xml.replace(
          "其原因为人道救助资金缺少",
          '其原因为</w:t></w:r><w:commentRangeStart w:id="3"/><w:r><w:t>人道救助资金缺少</w:t></w:r><w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r><w:r><w:t xml:space="preserve">',
        ),
      );
    },
  },
  {
    name: "节挪了位置",
    words: [],
    apply: inDocument((xml) => {
      const problems = section("problems").exec(xml)?.[0] ?? "";
      return xml.replace(problems, "").replace("<w:body>", `<w:body>${problems}`);
    }),
  },
  {
    name: "删了一个数字和一节的控件，写上自己的话",
    words: ["占比不大", "我会没有国有资本经营预算。"],
    apply: inDocument((xml) =>
      xml
        .replace(fact("basic.operating.share"), words("占比不大"))
        .replace(section("state-capital"), paragraph(words("我会没有国有资本经营预算。"))),
    ),
  },
  {
    name: "一节有两份，其中一份改过",
    words: ["另附说明。"],
    apply: inDocument((xml) =>
      xml.replace(
        section("problems"),
        (found) => found + found.replace(/<\/w:p>/, `</w:p>${paragraph(words("另附说明。"))}`),
      ),
    ),
  },
  {
    name: "表格里的数字：单元格里的，和占满单元格的",
    words: ["公用经费（万元）"],
    apply: inDocument((xml) => {
      const inline = copyOf(xml, "basic.operating", 7001);
      const cell = copyOf(xml, "basic.personnel", 7002).replace(
        /<w:sdtContent>(.*?)<\/w:sdtContent>/s,
        '<w:sdtContent><w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p>$1</w:p></w:tc></w:sdtContent>',
      );
      const plain = (inner: string): string =>
        `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p>${inner}</w:p></w:tc>`;
      const row = `<w:tr>${plain(words("公用经费（万元）"))}${plain(inline)}${cell}</w:tr>`;
      const table = `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>${row}</w:tbl>`;
      return xml.replace("<w:sectPr>", `${table}<w:p/><w:sectPr>`);
    }),
  },
  {
    name: "清空了一个数字和一节",
    words: [],
    apply: inDocument((xml) =>
      xml
        .replace(fact("score"), (found) => found.replace(/<w:sdtContent>.*<\/w:sdtContent>/s, "<w:sdtContent/>"))
        .replace(section("other"), (found) =>
          found.replace(/<w:sdtContent>.*$/s, "<w:sdtContent><w:p/></w:sdtContent></w:sdt>"),
        ),
    ),
  },
  {
    name: "脚注，里面有数字",
    words: ["含人员经费", "见决算报表。"],
    apply: async (bytes) => {
      const xml = await (await open(bytes)).read(document);
      const figure = copyOf(xml.ok ? new TextDecoder().decode(xml.value) : "", "basic.personnel", 7003);
      const notes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes ${main}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${words("含人员经费")}${figure}${words("万元，见决算报表。")}</w:p></w:footnote></w:footnotes>`;
      const more = await withPart(bytes, "footnotes.xml", notes, `${types}.footnotes+xml`, "footnotes");
      return edit(more, document, (text) =>
        text.replace(/(annex:fact:basic".*?<\/w:sdt>)/s, '$1<w:r><w:footnoteReference w:id="2"/></w:r>'),
      );
    },
  },
  {
    name: "图片，和自己的一段",
    words: ["下图为活动现场。"],
    apply: async (bytes) => {
      const more = await withPart(bytes, "media/image1.png", dot, "image/png", "image");
      return edit(more, document, (xml) =>
        xml.replace(
          /(annex:section:performance.*?<\/w:p>.*?<\/w:p>)/s,
          `$1<w:p>${body}${words("下图为活动现场。")}</w:p><w:p><w:r>${drawing}</w:r></w:p>`,
        ),
      );
    },
  },
  {
    name: "页眉里的数字",
    words: ["自评得分"],
    apply: async (bytes) => {
      const xml = await (await open(bytes)).read(document);
      const figure = copyOf(xml.ok ? new TextDecoder().decode(xml.value) : "", "basic", 7004);
      const header = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:hdr ${main}><w:p>${words("自评得分 基本支出")}${figure}</w:p></w:hdr>`;
      const more = await withPart(bytes, "header1.xml", header, `${types}.header+xml`, "header");
      return edit(more, document, (text) =>
        text.replace("<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader"/>'),
      );
    },
  },
  {
    name: "段落拆开、合并，加了一句",
    words: ["详见附件。"],
    apply: inDocument((xml) =>
      xml
        .replace("从评价来看，", `</w:t></w:r></w:p><w:p>${body}<w:r><w:t xml:space="preserve">从评价来看，`)
        .replace(/(annex:section:measures.*?)<\/w:p>/s, `$1</w:p><w:p>${body}${words("详见附件。")}</w:p>`),
    ),
  },
  {
    name: "标签没了，绑定还在",
    words: [],
    apply: inDocument((xml) => xml.replaceAll(/<w:tag w:val="annex:fact:[^>]*>/g, "")),
  },
];
