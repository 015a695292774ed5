import { describe, expect, it, test } from "vitest";
import { readFigures, readSums, readYears, type FigureWords } from "../../../src/core/claims/index.js";
import { formatDecimal } from "../../../src/core/quantity/index.js";

const words: FigureWords = {
  about: ["约", "近"],
  changes: ["增长", "下降"],
  bounds: ["≥", "不少于", "达到"],
  parts: ["其中", "分别为"],
  open: ["等", "主要"],
};

const told = (text: string): string[] =>
  readFigures(text, words).map(
    ({ label, value, unit, approximate, changes }) =>
      `${label}|${formatDecimal(value)}${unit?.base ?? ""}${approximate ? "~" : ""}${changes ? "^" : ""}`,
  );

describe("正文里的数字", () => {
  test.each<readonly [string, readonly string[]]>([
    [
      "目标1:造林1.2万亩,目标2森林经营16.3万亩,目标3:病虫害防治3.45万亩",
      ["造林|12000亩", "目标|2", "森林经营|163000亩", "病虫害防治|34500亩"],
    ],
    [
      "培训红十字救护员不少于220人，向群众普及应急救护知识3万余人次",
      ["培训红十字救护员|220人", "向群众普及应急救护知识|30000人次~"],
    ],
    ["开展培训、讲座、演练10期以上", ["开展培训、讲座、演练|10期"]],
    ["２０２４年投入１，２００．５０万元，执行率达到98.5%", ["投入|1200.5万元", "执行率|98.5%"]],
    ["救助约30户，比上年增长5%", ["救助|30户~", "比上年增长|5%^"]],
    ["（1）第3次会议于12月25日召开，依据财预〔2020〕10号", []],
    ["1.完成造林5亩；2、完成抚育6亩", ["完成造林|5亩", "完成抚育|6亩"]],
    ["创建5A景区2个，A4纸50包", ["创建5A景区|2个", "A4纸|50包"]],
    ["公用经费1.12元，1亿2000万元", ["公用经费|0.000112万元", "|12000万元"]],
    ["", []],
  ])("%s", (text, expected) => expect(told(text)).toEqual(expected));

  it("位置就是原文里的位置", () => {
    const text = "投入１２．５万元，举办培训　6 场";
    expect(readFigures(text, words).map(({ start, end }) => text.slice(start, end))).toEqual(["１２．５万元", "6 场"]);
  });

  it("量得出的是一个区间，数得清的是一个数", () => {
    const [money, count] = readFigures("投入78.3万元，培训60场", words);
    expect([money?.low.toFixed(), money?.high.toFixed()]).toEqual(["78.295", "78.305"]);
    expect(count?.low.eq(count.high)).toBe(true);
  });

  it("再长的文字也只读一遍", () => {
    const started = performance.now();
    for (const piece of ["1", "9,", "其中", "（", "3万", "约", "2024年-"]) readFigures(piece.repeat(20_000), words);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("总数和其中", () => {
  const sums = (text: string): string[] =>
    readSums(text, readFigures(text, words), words).map(
      ({ total, parts, listed }) => `${total.text}=${parts.map((part) => part.text).join("+")} ${listed}`,
    );

  test.each<readonly [string, readonly string[]]>([
    ["举办培训60场，其中：普及培训40场，持证培训20场", ["60场=40场+20场 all"]],
    [
      "举办培训60场3000人，其中普及培训40场2100人，持证培训20场900人",
      ["60场=40场+20场 some", "3000人=2100人+900人 some"],
    ],
    ["支出12.95万元，其中：人员经费11.83万元，占基本支出的91.35%；公用经费1.12万元", []],
    ["三个站的物资分别为3件、4件、5件", []],
    ["物资12件，分别为3件、4件、5件", ["12件=3件+4件+5件 some"]],
    ["举办培训60场，其中：普及40场、持证10场等", ["60场=40场+10场 open"]],
    ["举办培训60场。其中普及培训40场，持证培训20场", []],
    ["总人数增长60人，其中：甲40人，乙10人", []],
  ])("%s", (text, expected) => expect(sums(text)).toEqual(expected));
});

describe("年份", () => {
  const uses = (text: string): string[] =>
    readYears(text, { before: ["较", "比"], after: ["规划", "以来"] }).map(({ year, use }) => `${year} ${use}`);

  test.each<readonly [string, readonly string[]]>([
    ["2024年12月31日前", ["2024 stated"]],
    ["2024.10.18", ["2024 stated"]],
    ["2021-2025年", ["2021 range", "2025 range"]],
    ["2023年11月至2024年3月", ["2023 range", "2024 range"]],
    ["财预〔2020〕10号", ["2020 document"]],
    ["《2021年救援规划》", ["2021 quoted"]],
    ["较2023年提升", ["2023 compared"]],
    ["2022年以来", ["2022 compared"]],
    ["2035规划", ["2035 compared"]],
    ["服务2024人", ["2024 bare"]],
    ["≤2027.72万元", []],
    ["2052.1万元", []],
    ["2024.1前", ["2024 stated"]],
    ["2024.1", ["2024 stated"]],
    ["2024.1月底前", ["2024 stated"]],
    ["2024.13", []],
    ["GB50204-2015，12024年", []],
  ])("%s", (text, expected) => expect(uses(text)).toEqual(expected));
});
