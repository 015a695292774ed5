import { describe, expect, it } from "vitest";
import { segmentText } from "../../../src/core/recognise/segments.js";

const text = { type: "text", value: "beside" } as const;
const fields = {
  preparer: { ...text, labels: ["填表人", "填表人（签名）"] },
  filedOn: { ...text, labels: ["填报日期"] },
  other: { ...text, labels: ["其他资金"] },
  general: { ...text, labels: ["一般公共预算", "一般公共预算拨款"] },
  unit: { ...text, labels: ["{any}单位", "单位"] },
  owner: { ...text, labels: ["项目单位"] },
};

describe("一格里的标签和内容", () => {
  it.each<readonly [string, string, Readonly<Record<string, string>>]>([
    ["标签紧接着标签", "其他资金：一般公共预算：5", { other: "", general: "5" }],
    ["一个标签", "填表人：张三", { preparer: "张三" }],
    ["内容空着", "填表人：　", { preparer: "" }],
    ["两个标签，不论次序", "填报日期：2024-1-5　填表人:张三", { filedOn: "2024-1-5", preparer: "张三" }],
    ["标签后的括号不算内容", "填表人（签名）：张三 填报日期：", { preparer: "张三", filedOn: "" }],
    ["括号前后有空格", "其他资金　（万元） ：5万元", { other: "5万元" }],
    ["冒号前有空格", "其他资金  ：5", { other: "5" }],
    ["括号里至多十一个字", "其他资金（一二三四五六七八九十一）：5", { other: "5" }],
    ["括号里太长，不是标签", "其他资金（一二三四五六七八九十一二）：5", {}],
    ["括号没有收尾，不是标签", "其他资金（万元：5", {}],
    ["没有冒号，不是标签", "其他资金 5", {}],
    ["行末的标签也算", "按收入：\n其他资金\n一般公共预算 （拨款）", { other: "", general: "" }],
    ["换行之后才是内容", "其他资金\n5万元", { other: "5万元" }],
    ["空行之后的冒号不算", "其他资金 \n：5", { other: ":5" }],
    ["其中属于后面的标签", "一般公共预算：5 其中：其他资金：3", { general: "5", other: "3" }],
    ["其中后面没有冒号", "一般公共预算：5，其中其他资金：3", { general: "5", other: "3" }],
    ["内容里的其中留着", "其他资金：其中：上级3", { other: "其中:上级3" }],
    ["末尾的标点去掉", "一般公共预算：5；，其他资金：7。", { general: "5", other: "7" }],
    ["内容里的标点留着", "其他资金：甲，乙；丙", { other: "甲,乙;丙" }],
    ["前一处不是标签，看后一处", "其他资金来源。其他资金：4", { other: "4" }],
    ["短标签在长标签里面，不算", "项目单位：林业局", { owner: "林业局" }],
    ["短标签另有一处也不算", "项目单位：林业局 单位：林场", { owner: "林业局 单位:林场" }],
    ["短标签在前面", "单位：林场 项目单位：林业局", { unit: "林场", owner: "林业局" }],
    ["带占位的标签不在格内找", "{any}单位：林场", { unit: "林场" }],
    ["后面没有标签的文字", "张三", {}],
  ])("%s", (_, line, expected) => {
    const found = segmentText(line, fields);
    expect(Object.fromEntries(found.map(({ field, value }) => [field, value]))).toEqual(expected);
    expect(found).toHaveLength(Object.keys(expected).length);
  });

  it("按在格里的先后给出，标签取最长的写法", () => {
    expect(segmentText("填报日期：1月 填表人（签名）：李四 一般公共预算拨款：5", fields)).toEqual([
      { field: "filedOn", label: "填报日期", value: "1月" },
      { field: "preparer", label: "填表人(签名)", value: "李四" },
      { field: "general", label: "一般公共预算拨款", value: "5" },
    ]);
  });

  it("很长的文字只看前两千字", () => {
    expect(segmentText(`${"甲".repeat(1990)}其他资金：5`, fields)).toHaveLength(1);
    expect(segmentText(`${"甲".repeat(2000)}其他资金：5`, fields)).toEqual([]);
  });
});
