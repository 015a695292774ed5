import { describe, expect, it } from "vitest";
import { parseXmlDocument } from "slimdom";
import { redCross, redCrossSheets } from "../../core/narrative/redcross.js";
import { edit, part, schemaErrors, unsound } from "./package.js";
import { bureauTemplate, fill, p, sourceOf } from "./template-package.js";

const { a2 } = redCrossSheets;
const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const document = "word/document.xml";

interface Item {
  readonly name: string;
  readonly score: string;
  readonly actual?: string;
}
const indicator = ({ name, score, actual = "" }: Item): Readonly<Record<string, string>> => ({
  level2: "数量指标",
  name,
  target: "10",
  actual,
  weight: "10",
  score,
});
const book = (items: readonly Item[], project = "甲项目") =>
  sourceOf(
    redCross({
      a2: { ...a2, indicators: items.map(indicator) },
      a3: { header: { project }, fund: { total: { initial: "1", budget: "2", executed: "1.5" } }, indicators: [] },
    }),
  );
const [a, b, c, d] = [
  { name: "甲", score: "10", actual: "11" },
  { name: "乙", score: "8", actual: "7" },
  { name: "丙", score: "9" },
  { name: "丁", score: "6", actual: "5" },
];

const cell = (text: string): string => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${p(text)}</w:tc>`;
const row = (...texts: readonly string[]): string =>
  `<w:tr w14:paraId="0A0B0C0D"><w:trPr><w:cantSplit/></w:trPr>${texts.map(cell).join("")}</w:tr>`;
const table = (...rows: readonly string[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>${rows.join("")}</w:tbl>${p("完")}`;
const template = bureauTemplate({
  body: table(row("指标", "得分", "说明"), row("{{指标.名称}}", "{{指标.得分}}分", ""), row("合计", "", "")),
});

async function grid(bytes: Uint8Array): Promise<readonly string[]> {
  return parseXmlDocument(await part(bytes, document))
    .getElementsByTagNameNS(w, "tr")
    .map((tr) =>
      tr
        .getElementsByTagNameNS(w, "tc")
        .map((tc) => (tc.textContent ?? "").replaceAll("\u200B", "·"))
        .join("|"),
    );
}
/** Somebody writes into the last cell of the row that begins like this. */
const write = (bytes: Uint8Array, name: string, words: string): Promise<Uint8Array> =>
  edit(bytes, document, (xml) => {
    const from = xml.indexOf(`>${name}<`);
    return (
      xml.slice(0, from) + xml.slice(from).replace(/<w:t xml:space="preserve"(?:\/>|><\/w:t>)/, `<w:t>${words}</w:t>`)
    );
  });

describe("一行一条的表格", () => {
  it("每条一行，前后的行不动；符合规范；再填不变", async () => {
    expect(await schemaErrors(template)).toEqual([]);
    const { bytes, issues, plan } = await fill(template, book([a, b]));
    expect(issues).toEqual([]);
    expect(plan.updated).toEqual(expect.arrayContaining(["indicators.name", "indicators.score"]));
    expect(await grid(bytes)).toEqual(["指标|得分|说明", "甲|10分|", "乙|8分|", "合计||"]);
    expect(await unsound(bytes)).toEqual([]);
    expect(await schemaErrors(bytes)).toEqual([]);
    expect((await part(bytes, document)).match(/0A0B0C0D/g)).toHaveLength(3);
    const again = await fill(bytes, book([a, b]));
    expect(again.bytes).toEqual(bytes);
    expect(again.plan.updated).toEqual([]);
  });

  /** From two records, with a remark in the row of 乙, to others. */
  it.each([
    ["添在后面", [a, b, c], ["甲|10分|", "乙|8分|说过", "丙|9分|"], []],
    ["添在前面", [c, a, b], ["丙|9分|", "甲|10分|", "乙|8分|说过"], []],
    ["添在中间", [a, c, b], ["甲|10分|", "丙|9分|", "乙|8分|说过"], []],
    ["换了次序", [b, a], ["乙|8分|说过", "甲|10分|"], []],
    ["全换了次序，又添两条", [d, b, c, a], ["丁|6分|", "乙|8分|说过", "丙|9分|", "甲|10分|"], []],
    ["没人写过字的一条没了", [b], ["乙|8分|说过"], []],
    ["写过字的一条没了：留下，说一声", [a], ["甲|10分|", "乙|8分|说过"], ["row-kept"]],
    ["数变了", [a, { ...b, score: "7" }], ["甲|10分|", "乙|7分|说过"], []],
    ["全没了：写过字的留下", [], ["乙|8分|说过"], ["row-kept"]],
    ["全换了新的", [c, d], ["丙|9分|", "丁|6分|", "乙|8分|说过"], ["row-kept"]],
  ] as const)("%s", async (_, items, rows, kinds) => {
    const { bytes } = await fill(template, book([a, b]));
    const written = await write(bytes, "乙", "说过");
    expect((await fill(written, book([a, b]))).bytes).toEqual(written);
    const next = await fill(written, book(items));
    expect([...(await grid(next.bytes))].sort()).toEqual(["指标|得分|说明", ...rows, "合计||"].sort());
    expect((await grid(next.bytes)).filter((line) => !line.includes("说过"))).toEqual(
      ["指标|得分|说明", ...rows, "合计||"].filter((line) => !line.includes("说过")),
    );
    expect(next.issues.map(({ kind }) => kind)).toEqual(kinds);
    expect(await unsound(next.bytes)).toEqual([]);
    expect((await fill(next.bytes, book(items))).bytes).toEqual(next.bytes);
  });

  it("一条也没有：留一个空行，有了再填", async () => {
    const { bytes } = await fill(template, book([]));
    expect(await grid(bytes)).toEqual(["指标|得分|说明", "·|·分|", "合计||"]);
    const some = await fill(bytes, book([a, b]));
    expect(await grid(some.bytes)).toEqual(["指标|得分|说明", "甲|10分|", "乙|8分|", "合计||"]);
    const none = await fill(some.bytes, book([]));
    expect(await grid(none.bytes)).toEqual(["指标|得分|说明", "·|·分|", "合计||"]);
    expect(await schemaErrors(none.bytes)).toEqual([]);
    expect(await grid((await fill(none.bytes, book([c]))).bytes)).toEqual(["指标|得分|说明", "丙|9分|", "合计||"]);
  });

  it("人改了格里的数：留下，问；行还认得", async () => {
    const { bytes } = await fill(template, book([a, b]));
    const typed = await edit(bytes, document, (xml) => xml.replace(">8<", ">8.5<"));
    const next = await fill(typed, book([c, a, b]));
    expect(await grid(next.bytes)).toEqual(["指标|得分|说明", "丙|9分|", "甲|10分|", "乙|8.5分|", "合计||"]);
    expect(next.plan.conflicts).toMatchObject([{ kind: "typed-over", figure: "indicators[乙].score", theirs: "8.5" }]);
  });

  it("每一行都写过字：新行不带别人写的字", async () => {
    const { bytes } = await fill(template, book([a]));
    const written = await write(bytes, "甲", "说过");
    const next = await fill(written, book([a, b]));
    expect((await grid(next.bytes)).slice(1, 3)).toEqual(["甲|10分|说过", "乙|8|"]);
  });

  it("同名的指标各是各的；格里没有话的留空白", async () => {
    const twins = bureauTemplate({ body: table(row("{{指标.名称}}", "{{指标.得分}}", "{{指标.实际完成值}}")) });
    const { bytes } = await fill(twins, book([a, { ...a, score: "3" }, c]));
    expect(await grid(bytes)).toEqual(["甲|10|11", "甲|3|11", "丙|9|·"]);
    expect(await unsound(bytes)).toEqual([]);
  });

  it("两张表、两个清单；行里也能写别的数", async () => {
    const { bytes } = await fill(
      bureauTemplate({
        body:
          table(row("{{项目.名称}}", "{{项目.全年执行数}}", "{{年度}}")) +
          table(row("{{未达标指标.名称}}", "{{未达标指标.得分}}", "")),
      }),
      book([a, b, c]),
    );
    expect(await grid(bytes)).toEqual(["甲项目|1.5|2024", "乙|8|", "丙|9|"]);
    expect(await unsound(bytes)).toEqual([]);
  });

  it.each([
    ["一行两个清单", table(row("{{指标.名称}}", "{{项目.名称}}", "")), ["two-lists"]],
    ["一张表里同一清单两行", table(row("{{指标.名称}}", "", ""), row("{{指标.得分}}", "", "")), ["second-row"]],
    ["没有这一列", table(row("{{指标.名称}}", "{{指标.得分数}}", "")), ["unknown"]],
  ])("%s：说一声，留在原处", async (_, body, kinds) => {
    const { bytes, issues } = await fill(bureauTemplate({ body }), book([a, b]));
    expect(issues.map(({ kind }) => kind)).toEqual(kinds);
    expect((await grid(bytes)).filter((line) => line.includes("{{")).length).toBeGreaterThan(0);
  });

  it("记录没了（换过程序存盘）：按控件的标记认行，写过的字还在", async () => {
    const { bytes } = await fill(template, book([a, b, c]));
    const written = await write(bytes, "乙", "说过");
    const lost = await edit(written, "word/_rels/document.xml.rels", (xml) =>
      xml.replaceAll(/<Relationship Id="annexDesk\d"[^>]*\/>/g, ""),
    );
    const next = await fill(lost, book([c, b]));
    expect(await grid(next.bytes)).toEqual(["指标|得分|说明", "丙|9分|", "乙|8分|说过", "合计||"]);
  });

  it("上千行也不慢", async () => {
    const items = Array.from({ length: 1_000 }, (_, index) => ({ name: `指标${index}`, score: "1" }));
    const { bytes } = await fill(template, book(items));
    const from = performance.now();
    await fill(bytes, book([...items].reverse()));
    expect(performance.now() - from).toBeLessThan(5_000);
  });
});
