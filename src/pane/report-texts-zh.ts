import { isUpToDate, type PlannedUpdate } from "./planned-update.js";

/** Words about documents; they come with their view. */
export const zh = {
  saveDocx: "存为 Word 文档",
  copyAll: "复制全文",
  copySection: (title: string) => `复制“${title}”`,
  errors: (count: number) => `附表还有 ${count} 处必须更正，报告里的数字可能不对。`,
  seeFindings: "查看",
  unsetSection: "尚未填写，生成的文档里留有占位提示。",
  problems: "请留意",
  figureFrom: (place: string) => `来自 ${place}`,

  update: "更新已有报告",
  updateWhy: "选改过的报告或模板：只换数字和没人改过的段落，您写的文字保留。写入前先给您看。",
  choose: "选已有报告或模板…",
  change: "换一个…",
  forget: "不更新它",
  forgotten: "不再更新已有报告。",
  refused: (name: string) => `没能用“${name}”：`,
  planning: "正在比对…",
  planned: (name: string, plan: PlannedUpdate) =>
    isUpToDate(plan)
      ? `“${name}”已与附表一致。`
      : `“${name}”：接上名称 ${plan.linked.length} 个，数字 ${plan.figures.length} 处，重写 ${plan.rewritten.length} 节，保留 ${plan.kept.length} 节，待您决定 ${plan.conflicts.length} 处。`,
  upToDate: "报告已与附表一致。",
  lookAgain: "报告或附表刚刚改动过，已重新比对。请看清新的内容再写入。",
  ownCopy: "这是刚才交给您的那一份。之后在 Word 里又改过的，请重新选择，以免丢掉改动。",
  write: (undecided: number) => (undecided === 0 ? "写入并保存" : `写入并保存（${undecided} 处未选）`),
  overLinked: (name: string) => `将直接写回“${name}”，浏览器会先问您是否允许。`,
  newName: (name: string) => `这是模板：写好的报告另存为“${name}”，模板不动，工作簿里记下用的是它。`,
  remembered: (name: string) => `工作簿里记下了所用的模板“${name}”`,
  sameName: (name: string) => `写好后以同一文件名“${name}”交给您，原文件不动。`,

  otherWays: "没有找到文件？",
  saveAgain: "再保存一次",
  wordWayOffer: "在 Word 里更新…",
  wordWay:
    "在 Word 中打开报告，打开“绩效附表台”窗格，选本工作簿（先保存）；或在这里点“复制给 Word”，到那里点“粘贴数据…”。报告就地更新，不必经过下载。",
  copyForWord: "复制给 Word",
  copyForWordWhy: "复制报告的数字和文字，到 Word 的“绩效附表台”窗格里粘贴，就地更新打开的报告。",
  copiedForWord: "已复制报告数据。在 Word 中打开报告，到“绩效附表台”窗格点“粘贴数据…”粘贴。",
  copiedText: "全文已复制，可到 Word 里粘贴。",
};

export type ReportTexts = Readonly<typeof zh>;
