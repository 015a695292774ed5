import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redCross, redCrossSheets } from "../../core/narrative/redcross.js";
import { bodyText, edit, open, part, schemaErrors, unsound } from "./package.js";
import { bureauTemplate, fill, p, r, sourceOf } from "./template-package.js";

const { a1 } = redCrossSheets;
const first = sourceOf(redCross());
const money = { ...a1.money, operating: { prior: "1.20", budget: "1.12", final: "1.5" } };
const second = sourceOf(redCross({ a1: { ...a1, money } }));
const document = "word/document.xml";

const control = (kind: string, text: string): string =>
  `<w:sdt><w:sdtPr><w:alias w:val="别人的"/><w:id w:val="77"/>${kind}</w:sdtPr><w:sdtContent>${r(text)}</w:sdtContent></w:sdt>`;
const field = (text: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> REF a </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const ins = (content: string): string =>
  `<w:ins w:id="5" w:author="甲" w:date="2025-01-01T00:00:00Z">${content}</w:ins>`;

/** What a paragraph holds, how it reads afterwards, and what is told. */
const places: readonly (readonly [name: string, xml: string, text: string, issues?: readonly string[]])[] = [
  ["一个文字段里", r("公用经费{{公用经费}}万元"), "公用经费1.12万元"],
  ["两个占位符挨着", r("{{基本支出}}{{公用经费}}"), "12.951.12"],
  ["全角括号", r("｛｛公用经费｝｝万元"), "1.12万元"],
  ["括号一半全角一半半角，名称里有空格", r("{｛ 公用 经费 }｝"), "1.12"],
  ["按标识写", r("{{basic.operating}}"), "1.12"],
  ["按附件里的位置写", r("{{a2.fund.total.executed}}"), "28.45"],
  ["Word 拆成许多段", r("公用{") + r("{公用", "<w:rPr><w:b/></w:rPr>") + r("经费}") + r("}万元"), "公用1.12万元"],
  [
    "中间有拼写标记、书签和修订号",
    `<w:bookmarkStart w:id="1" w:name="甲"/>${r("{{公")}<w:proofErr w:type="spellStart"/><w:r w:rsidR="00112233"><w:t>用经</w:t></w:r><w:bookmarkEnd w:id="1"/><w:proofErr w:type="spellEnd"/>${r("费}}万元")}`,
    "1.12万元",
  ],
  [
    "中间有删掉的文字",
    `${r("{{公用")}<w:del w:id="3" w:author="甲"><w:r><w:delText>车</w:delText></w:r></w:del>${r("经费}}")}`,
    "1.12",
  ],
  [
    "整个在删掉的文字里",
    `${r("无")}<w:del w:id="3" w:author="甲"><w:r><w:delText>{{公用经费}}</w:delText></w:r></w:del>`,
    "无",
  ],
  ["在插入的文字里", ins(r("新增{{公用经费}}万元")), "新增1.12万元"],
  ["跨两次插入", ins(r("{{公用")) + ins(r("经费}}万元")), "1.12万元"],
  ["一半在插入的文字里", r("{{公用") + ins(r("经费}}")), "{{公用经费}}", ["across"]],
  ["在超链接里", `<w:hyperlink w:anchor="a">${r("见{{公用经费}}万元")}</w:hyperlink>`, "见1.12万元"],
  ["在域的结果里", field("{{公用经费}}"), "{{公用经费}}", ["inside-field"]],
  ["在简单域里", `<w:fldSimple w:instr=" PAGE ">${r("{{公用经费}}")}</w:fldSimple>`, "{{公用经费}}", ["inside-field"]],
  ["在别人的格式文本控件里", control("", "{{公用经费}}万元"), "1.12万元"],
  ["在别人的纯文本控件里", control("<w:text/>", "{{公用经费}}"), "{{公用经费}}", ["inside-control"]],
  ["在别人的下拉控件里", control("<w:dropDownList/>", "{{公用经费}}"), "{{公用经费}}", ["inside-control"]],
  ["中间夹着制表符", `<w:r><w:t>{{公用</w:t><w:tab/><w:t>经费}}</w:t></w:r>`, "{{公用经费}}", ["unclosed"]],
  ["没有这个名称", r("{{公用经费用}}"), "{{公用经费用}}", ["unknown"]],
  ["不止一处", r("{{节:支出情况}}"), "{{节:支出情况}}", ["several"]],
  ["没有右括号", r("{{公用经费"), "{{公用经费", ["unclosed"]],
  ["空的", r("{{}}"), "{{}}", ["unknown"]],
  ["套了两层，里面的算", r("{{{{公用经费}}}}"), "{{1.12}}"],
  ["三个括号", r("{{{公用经费}}}"), "{1.12}"],
  ["单括号不是占位符", r("{公用经费}"), "{公用经费}"],
  ["名称里有标记", r("{{&lt;/w:t&gt;&amp;}}"), "{{</w:t>&}}", ["unknown"]],
  ["清单的列不在表格里", r("{{指标.得分}}"), "{{指标.得分}}", ["not-in-row"]],
  ["章节夹在别的文字里", r("见{{节:存在的问题}}"), "见{{节:存在的问题}}", ["not-alone"]],
  ["附表里没有的数：留提示", r("{{国有资本经营预算支出}}{{公开日期}}"), "0〔公开日期〕", ["no-value"]],
];

describe("占位符变成数字控件", () => {
  it.each(places)("%s", async (_, xml, text, kinds = []) => {
    const { bytes, issues } = await fill(
      bureauTemplate({ body: `${p("前")}<w:p>${xml}</w:p>${p("后{{年度}}")}` }),
      first,
    );
    expect([(await bodyText(bytes))[1], issues.map(({ kind }) => kind)]).toEqual([text, kinds]);
    expect(await unsound(bytes)).toEqual([]);
    expect((await fill(bytes, first)).bytes).toEqual(bytes);
  });

  it("样样都有的一份：前后都符合规范", async () => {
    let id = 100;
    const body = places
      .map(([, xml]) => `<w:p>${xml}</w:p>`)
      .join("")
      .replaceAll(/(<w:id w:val="|<w:(?:ins|del) w:id=")\d+/g, (_, start: string) => `${start}${id++}`);
    const template = bureauTemplate({ body });
    expect(await schemaErrors(template)).toEqual([]);
    const { bytes } = await fill(template, first);
    expect(await schemaErrors(bytes)).toEqual([]);
    expect(await unsound(bytes)).toEqual([]);
  });

  it("附表变了，控件跟着变；在 Word 里改过的留下", async () => {
    const { bytes } = await fill(
      bureauTemplate({ body: p("公用{{公用经费}}，三公{{上年“三公”经费决算}}，又{{公用经费}}") }),
      first,
    );
    expect(await bodyText(bytes)).toEqual(["公用1.12，三公0.3，又1.12"]);
    const next = await fill(bytes, second);
    expect(await bodyText(next.bytes)).toEqual(["公用1.5，三公0.3，又1.5"]);
    expect(next.plan.figures).toMatchObject([{ id: "basic.operating", before: "1.12", after: "1.5" }]);
    const typed = await edit(bytes, document, (xml) => xml.replace(">0.3<", ">0.4<"));
    const kept = await fill(typed, second);
    expect(await bodyText(kept.bytes)).toEqual(["公用1.5，三公0.4，又1.5"]);
    expect(kept.plan.conflicts).toMatchObject([{ kind: "typed-over", figure: "threePublic.prior", theirs: "0.4" }]);
  });

  it("后来又写一处，与改过的那处一致；附表没有的数，有了就填上", async () => {
    const { bytes } = await fill(bureauTemplate({ body: p("{{公用经费}}{{公开日期}}") }), first);
    const typed = await edit(bytes, document, (xml) =>
      xml.replace(">1.12<", ">9<").replace("<w:sectPr", `${p("又{{公用经费}}")}<w:sectPr`),
    );
    const bound = await edit(typed, "customXml/item1.xml", (xml) => xml.replace(">1.12<", ">9<"));
    const again = await fill(bound, first);
    expect(await bodyText(again.bytes)).toEqual(["9〔公开日期〕", "又9"]);
    expect(again.plan.conflicts).toHaveLength(1);
    const dated = sourceOf(redCross({}, { publishedOn: "2025年6月30日" }));
    expect((await bodyText((await fill(again.bytes, dated)).bytes))[0]).toBe("92025年6月30日");
  });

  it("控件用占位符的字体，标题写明出处，绑定到部件", async () => {
    const bold = '<w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr>';
    const { bytes } = await fill(
      bureauTemplate({ body: `<w:p>${r("甲")}${r("{{公用经费}}", bold)}${r("乙")}</w:p>` }),
      first,
    );
    const xml = await part(bytes, document);
    expect(xml).toContain(
      `${r("甲")}<w:sdt><w:sdtPr>${bold}<w:alias w:val="附件1!D11 公用经费"/><w:tag w:val="annex:fact:basic.operating"/><w:id w:val="1"/><w:dataBinding `,
    );
    expect(xml).toContain(`<w:text/></w:sdtPr><w:sdtContent>${r("1.12", bold)}</w:sdtContent></w:sdt>${r("乙")}`);
  });

  it("说清在哪里、像是什么", async () => {
    const { issues } = await fill(
      bureauTemplate({
        body: `${p("一{{年度}}")}<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>${p("{{公用经费用}}")}</w:tc></w:tr></w:tbl>${p("")}`,
        header: p("{{单位名}}"),
      }),
      first,
    );
    expect(issues).toMatchObject([
      { kind: "unknown", placeholder: "{{公用经费用}}", place: "table", paragraph: 2, closest: "公用经费" },
      { kind: "unknown", placeholder: "{{单位名}}", place: "header", paragraph: 1, closest: "单位名称" },
    ]);
    expect(issues[0]?.message.zh).toBe("表格第 2 段 {{公用经费用}}：没有这个名称，是不是“公用经费”");
  });
});

const textBox = (text: string): string =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="1000000" cy="500000"/><wp:docPr id="1" name="b"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:90pt;height:40pt"><v:textbox><w:txbxContent>${p(text)}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;

describe("占位符写在哪里都认得", () => {
  const template = bureauTemplate({
    body: `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>${p("表{{公用经费}}")}</w:tc></w:tr></w:tbl><w:p>${r("注")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>${textBox("框{{公用经费}}{{没有}}")}`,
    header: p("眉{{单位名称}}"),
    footer: p("脚{{年度}}"),
    footnote: `<w:p><w:r><w:footnoteRef/></w:r>${r("脚注{{公用经费}}万元")}</w:p>`,
  });

  it("表格、文本框（两份）、页眉、页脚、脚注", async () => {
    expect(await schemaErrors(template)).toEqual([]);
    const { bytes, issues } = await fill(template, first);
    const xml = await part(bytes, document);
    expect(xml.match(/annex:fact:basic\.operating/g)).toHaveLength(3);
    expect(await part(bytes, "word/header.xml")).toContain(">屈原管理区红十字会<");
    expect(await part(bytes, "word/footer.xml")).toContain(">2024<");
    expect(await part(bytes, "word/footnotes.xml")).toMatch(/脚注<\/w:t><\/w:r><w:sdt>.*>1\.12<.*万元/);
    // The second drawing of a text box is told of once.
    expect(issues).toMatchObject([{ kind: "unknown", placeholder: "{{没有}}", place: "textbox" }]);
    expect(await unsound(bytes)).toEqual([]);
    expect(await schemaErrors(bytes)).toEqual([]);
    const next = await fill(bytes, second);
    expect((await part(next.bytes, document)).match(/>1\.5</g)).toHaveLength(3);
    expect(await part(next.bytes, "word/footnotes.xml")).toContain(">1.5<");
  });

  it("别的部件一个字节也不变，别的段落一个字符也不变", async () => {
    const others = `${p("甲 “乙” &amp; <!-- 注 -->")}<w:p w14:paraId="11111111" w:rsidR="00AA00BB"><w:pPr><w:jc w:val='both'/></w:pPr><w:r><w:t>丙</w:t></w:r><w:proofErr w:type="gramEnd"/></w:p>`;
    const given = bureauTemplate({ body: `${others}${p("{{公用经费}}")}` });
    const { bytes } = await fill(given, first);
    const [before, after] = [await open(given), await open(bytes)];
    const changed: string[] = [];
    for (const name of before.names) {
      const [a, b] = [await before.read(name), await after.read(name)];
      if (!a.ok || !b.ok || Buffer.compare(a.value, b.value) !== 0) changed.push(name);
    }
    expect(changed.sort()).toEqual(["[Content_Types].xml", "word/_rels/document.xml.rels", document]);
    const [old, now] = [await part(given, document), await part(bytes, document)];
    const from = now.indexOf("<w:sdt>");
    const to = now.indexOf("</w:sdt>") + "</w:sdt>".length;
    expect(now.slice(0, from) + r("{{公用经费}}") + now.slice(to)).toBe(old);
  });
});

describe("Word 怎样拆都一样", () => {
  const text = "甲{{公用经费}}乙｛｛ 年度 }}{{{基本支出}}}丙{{没有}}";
  const between = [
    "",
    '<w:proofErr w:type="spellStart"/>',
    "<w:r><w:lastRenderedPageBreak/></w:r>",
    "<w:r><w:rPr><w:b/></w:rPr></w:r>",
  ];

  it("在任何地方断开，换成的都一样，其余一字不差", async () => {
    const cuts = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: text.length - 1 }), fc.nat({ max: 3 })), {
      selector: ([at]) => at,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(cuts, async (places) => {
        const sorted = [...places].sort(([a], [b]) => a - b);
        const runs = [...sorted, [text.length, 0] as const].map(([to, kind], index) => {
          const words = text.slice(sorted[index - 1]?.[0] ?? 0, to);
          return r(words, kind === 2 ? "<w:rPr><w:i/></w:rPr>" : "") + (between[kind] ?? "");
        });
        const { bytes, issues } = await fill(bureauTemplate({ body: `<w:p>${runs.join("")}</w:p>` }), first);
        expect(await bodyText(bytes)).toEqual(["甲1.12乙2024{12.95}丙{{没有}}"]);
        expect(issues).toHaveLength(1);
        expect(await unsound(bytes)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("来路不明的模板", () => {
  it("占位符成千上万：认前两千个，说一声；很长的段落也不慢", async () => {
    const body = Array.from({ length: 2_100 }, () => p("{{公用经费}}")).join("");
    const from = performance.now();
    const { bytes, issues } = await fill(bureauTemplate({ body }), first);
    expect((await part(bytes, document)).match(/<w:sdt>/g)).toHaveLength(2_000);
    expect(issues.map(({ kind }) => kind)).toEqual(["too-many"]);
    const braces = await fill(bureauTemplate({ body: p("{{".repeat(100_000)) + p("年{{年度}}") }), first);
    expect((await bodyText(braces.bytes))[1]).toBe("年2024");
    expect(performance.now() - from).toBeLessThan(5_000);
  });

  it("附表里的文字写不进标记", async () => {
    const book = redCross({}, { reportUnit: '</w:t><w:br/>"&甲' });
    const { bytes } = await fill(bureauTemplate({ body: p("{{报告中的单位名称}}") }), sourceOf(book));
    expect(await bodyText(bytes)).toEqual(['</w:t><w:br/>"&甲']);
    expect(await unsound(bytes)).toEqual([]);
  });

  it("没有占位符也没有控件：说清楚该怎么写", async () => {
    const template = bureauTemplate({ body: p("没有什么") });
    await expect(fill(template, first)).rejects.toThrow("placeholders like {{公用经费}}");
  });
});
