import type { FoundBy, RoleKind, Sureness } from "./recognition.js";

/** Words about how the annexes were recognised; they come with their part of the view. */
export const zh = {
  sureness: { sure: "确定", mostly: "大致", doubtful: "存疑" } satisfies Record<Sureness, string>,
  surenessWhy: {
    sure: "标题和各列表头都认出来了。",
    mostly: "有的表头没有认出，或没有标题。",
    doubtful: "缺了表格或好几处表头，请逐项核对。",
  } satisfies Record<Sureness, string>,
  how: { label: "整个表头", bare: "去掉括号后", position: "按位置", person: "您指定的" } satisfies Record<
    FoundBy,
    string
  >,
  howWhat: "认法",
  facts: {
    place: "位置",
    title: "标题",
    year: "年度",
    unit: "单位",
    project: "项目",
    moneyUnit: "金额单位",
  },
  year: (year: number) => `${year}年度`,
  notSaid: "没有写明",
  label: "表上写的",
  noLabel: "没有文字，按位置记",
  notFound: "没有找到",
  missing: (count: number) => `没有找到的 ${count} 项`,
  missingWhat: "表里没有这些内容时不用管；有而没认出的，请指给我们看。",
  look: (count: number) => `请看一眼的 ${count} 项`,
  certain: (count: number) => `认准的 ${count} 项`,
  titleRole: "标题",
  rest: (count: number) => `不是附表的工作表 ${count} 张`,
  restIs: "这张表是…",
  restKind: "它是哪张附表？",
  restRole: "先指出哪一处？",
  correct: "改正…",
  point: "指出来…",
  withdraw: "恢复自动识别",
  lapsed: (count: number) => `${count} 处指定已失效`,
  clear: "清除",
  clearAll: "全部清除",
  formTitle: (name: string) => `指定“${name}”`,
  ask: (name: string, part: RoleKind, sheet: string) =>
    `请在“${sheet}”中选中${whereOf[part](name)}，再按“取所选单元格”。`,
  take: "取所选单元格",
  takeAgain: "重选",
  willTake: "将认作",
  foundBy: (label: string) => `按文字“${label}”记住，行列移动后仍找得到`,
  foundByPlace: "旁边没有文字，只按地址记；移动行列后要重新指定",
  displaced: (names: string) => `注意：${names} 现在认在这里，改后将找不到。`,
  confirm: "确定",
  cancel: "取消",
  kept: "指定存在工作簿里，表内文字不变。",
  readOnly: "工作簿是只读的，不能存入指定。",
};

const whereOf: Record<RoleKind, (name: string) => string> = {
  title: () => "它的标题单元格",
  column: (name) => `“${name}”的列头，或这一列里的任一单元格`,
  row: (name) => `“${name}”的行名，或这一行里的任一单元格`,
  field: (name) => `填写“${name}”的单元格`,
};

export type RecognitionTexts = Readonly<typeof zh>;
