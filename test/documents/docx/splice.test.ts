import { describe, expect, it } from "vitest";
import { draftNarrative } from "../../../src/core/narrative/index.js";
import { writeReport } from "../../../src/documents/docx/index.js";
import { hunan, redCross, redCrossSheets } from "../../core/narrative/redcross.js";
import { edit, part, update } from "./package.js";

const { a1 } = redCrossSheets;
const report = writeReport(draftNarrative(redCross(), hunan));
const money = { ...a1.money, operating: { prior: "1.20", budget: "1.12", final: "1.5" } };
const later = draftNarrative(redCross({ a1: { ...a1, money } }), hunan);
const document = "word/document.xml";

/** The part without its figure controls. */
const outside = (xml: string): string =>
  xml.replaceAll(
    /<w:sdt><w:sdtPr>(?:(?!<\/w:sdtPr>).)*annex:fact:(?:(?!<w:sdt>).)*?<\/w:sdt>/gs,
    (found) => /annex:fact:[^"]*/.exec(found)?.[0] ?? "",
  );

/** Ways of writing that no serializer of ours would choose. */
const oddities =
  "\r\n  <!-- 留言 -->\r\n<w:p   w:rsidR='00A1'\n\tw:rsidP=\"00B2\" ><w:pPr ></w:pPr><w:r><w:t xml:space='preserve'>&quot;甲&#x4E59;&apos; 𠮷 ]]&gt;<![CDATA[<丙>]]></w:t ></w:r></w:p  ><?pi some?>\r\n";

describe("没有改的地方，一个字节也不变", () => {
  it("只有数字变：文档里数字控件以外的写法全部照旧", async () => {
    const odd = await edit(report, document, (xml) =>
      xml
        .replace(
          '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
          "<?xml version='1.0' encoding='utf-8'?>\r\n",
        )
        .replace("</w:sdt><w:sectPr>", `</w:sdt>${oddities}<w:sectPr>`)
        .replace("<w:body>", `<w:body>${oddities}`)
        .replace(/<\/w:document>$/, "</w:document>\r\n<!-- 尾 -->"),
    );
    const { plan, bytes } = await update(odd, later);
    expect(plan.figures).toHaveLength(4);
    const [before, after] = [await part(odd, document), await part(bytes, document)];
    expect(after).not.toBe(before);
    expect(outside(after)).toBe(outside(before).replace("encoding='utf-8'", 'encoding="UTF-8"'));
  });

  it("一节改写：别的节和节外的写法全部照旧", async () => {
    const indicators = redCrossSheets.a2.indicators.map((item, index) =>
      index === 2 ? { ...item, score: "15" } : item,
    );
    const fewer = draftNarrative(redCross({ a2: { ...redCrossSheets.a2, indicators }, a3: null }), hunan);
    const odd = await edit(report, document, (xml) => xml.replace("<w:body>", `<w:body>${oddities}`));
    const [before, after] = [await part(odd, document), await part((await update(odd, fewer)).bytes, document)];
    const upTo = (xml: string): string => outside(xml.slice(0, xml.indexOf("annex:section:performance")));
    expect(upTo(after)).toBe(upTo(before));
    expect(upTo(after)).toContain(oddities);
  });
});
