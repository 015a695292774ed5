import type { Language } from "../pane/index.js";

/** The words of the page around the pane. */
const zh = {
  product: "绩效附表台",
  open: "打开…",
  openLong: "打开附表工作簿…",
  samples: "示例",
  sampleClean: "红十字会示例",
  sampleMistakes: "含典型错误的示例",
  save: "保存工作簿",
  saveNothing: "没有改动需要保存",
  unsaved: "有未保存的改动",
  opening: (name: string) => `正在打开“${name}”…`,
  welcome: "校验绩效自评附表，计算得分，生成报告",
  welcomeWhat: "打开一个 .xlsx 附表工作簿，或把文件拖到这里。",
  promise: "文件只在这台电脑的浏览器里处理，不会上传。",
  trySample: "没有现成的文件？先看示例：",
  drop: "松开鼠标，打开这个工作簿",
  failed: "没能打开文件",
  colon: "：",
  tooBig: "文件超过 30 MB，不像附表工作簿。请另存一份只含附表的工作簿后再试。",
  notOne: "一次只能打开一个工作簿，请只拖入一个文件。",
  sampleMissing: "没有取到示例文件，请检查网络或服务器后重试。",
  saved: (name: string) => `已开始下载“${name}”，请到“下载”文件夹查看。只有改过的单元格不同，其余原样。`,
  saveFailed: "没能保存：",
  sheets: "工作表",
  sheetLoading: "正在载入表格视图…",
  sheetFailed: "表格视图没能载入；校验、得分和报告不受影响。",
  pane: "校验与报告",
  replace: "当前工作簿有未保存的改动，打开另一个会丢掉它们。",
  replaceYes: "不保存，打开",
  replaceNo: "留在这里",
  dismiss: "关闭",
  unsavedDot: "●",
};

type Words = typeof zh;

const en: Words = {
  product: "Annex Desk",
  open: "Open…",
  openLong: "Open an annex workbook…",
  samples: "Samples",
  sampleClean: "Red Cross sample",
  sampleMistakes: "Sample with typical mistakes",
  save: "Save workbook",
  saveNothing: "Nothing to save",
  unsaved: "Unsaved changes",
  opening: (name) => `Opening “${name}”…`,
  welcome: "Check annex sheets, score them, write the report",
  welcomeWhat: "Open an .xlsx annex workbook, or drop it here.",
  promise: "Files stay in this browser; nothing is uploaded.",
  trySample: "No file at hand? Try a sample:",
  drop: "Drop to open this workbook",
  failed: "The file could not be opened",
  colon: ": ",
  tooBig:
    "The file is larger than 30 MB, which no annex workbook is. Save a copy with the annexes alone and try again.",
  notOne: "One workbook at a time, please.",
  sampleMissing: "The sample could not be fetched. Check the network or the server and try again.",
  saved: (name) => `“${name}” is on its way to your downloads. Only the changed cells differ.`,
  saveFailed: "Not saved: ",
  sheets: "Sheets",
  sheetLoading: "Loading the sheet view…",
  sheetFailed: "The sheet view did not load; checking, scores and the report work without it.",
  pane: "Findings and report",
  replace: "This workbook has unsaved changes; opening another one drops them.",
  replaceYes: "Open without saving",
  replaceNo: "Stay here",
  dismiss: "Dismiss",
  unsavedDot: "●",
};

export type PageTexts = Readonly<Words>;

export function pageTextsFor(language: Language): PageTexts {
  return language === "zh" ? zh : en;
}
