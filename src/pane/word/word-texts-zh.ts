import { isUpToDate, type PlannedUpdate } from "../planned-update.js";
import type { Language } from "../language.js";
import type { ShownOutcome, WordStep } from "./word-state.js";

/** Every word of the pane in Word. */
export const zh = {
  language: "zh" as Language,
  product: "绩效附表台",
  subtitle: "更新打开的报告",
  year: (year: number) => `${year}年度`,

  source: "附表数据",
  sourceWhy: "选附表工作簿（先在 Excel 里保存），或粘贴从 Excel 窗格复制的数据。只读取，不改动。",
  choose: "选择工作簿…",
  change: "换一个…",
  paste: "粘贴数据…",
  pasteLabel: "在此粘贴从 Excel 窗格“复制给 Word”的数据",
  pasteTake: "使用",
  pasteCancel: "取消",
  drop: "把 .xlsx 文件放在这里",
  pasted: "粘贴的数据",
  forget: "不用它",
  forgotten: "已放下附表数据。",
  errors: (count: number) => `工作簿还有 ${count} 处必须更正，报告里的数字可能不对。请在 Excel 里核对。`,
  noAnnex: "文件里没有认出附表。请选附表工作簿。",

  steps: {
    loading: "正在载入程序…",
    reading: "正在读取附表…",
    planning: "正在与打开的报告比对…",
    updating: "正在更新报告并读回核对…",
    saving: "正在生成副本…",
  } satisfies Record<WordStep, string> as Record<WordStep, string>,
  unexpected: "程序出了错，没有完成。请重试；仍不行时关闭窗格再打开。",
  failedSource: "没能使用这份附表",
  failedPlan: "没能比对打开的文档",
  failedUpdate: "没有更新成",
  failedCopy: "没能保存副本",
  again: "重新比对",

  plan: "将要做的",
  planned: (plan: PlannedUpdate) =>
    isUpToDate(plan)
      ? "报告已与附表一致。"
      : `数字 ${plan.figures.length} 处，重写 ${plan.rewritten.length} 节，保留 ${plan.kept.length} 节，待您决定 ${plan.conflicts.length} 处。`,
  upToDate: "报告已与附表一致，没有要改的。",
  lookAgain: "文档刚刚改动过，已重新比对。请看清新的内容再更新。",
  update: (undecided: number) => (undecided === 0 ? "更新报告" : `更新报告（${undecided} 处未选）`),
  saveCopy: "另存更新后的副本…",
  undo: "更新后可用 Word 的 Ctrl+Z 逐步收回；更新前请先保存一次，以便找回原样。",
  readOnly: "文档以只读方式打开，只能另存副本。",

  updated: ({ figures, sections }: ShownOutcome) => `已更新并读回核对：数字 ${figures} 处，改写 ${sections} 节。`,
  tracked: "文档开着修订，改写的文字已记为修订；数字随附表直接更新。",
  refused: "Word 没有接受：",
  left: "未就地改写，以免丢失内容：",
  leftOutside: "节外的数字",
  leftHow: "处理好再更新，或另存更新后的副本。",
  cancelled: "已取消，没有保存。",
  copied: (kind: "saved" | "unconfirmed", name: string) =>
    kind === "saved"
      ? `副本已保存为“${name}”。`
      : `副本“${name}”已交给浏览器下载。没有找到时，请用网页版工具更新报告文件。`,

  cursor: "光标处的数字",
  cursorNone: "把光标放到报告里的数字上，这里就显示它的出处。",
  cursorBook: (name: string) => `工作簿：${name}`,
  listed: (count: number) => `数字的出处（${count} 个）`,
  computed: "按附表计算",

  notWord: "这里不是 Word",
  notWordWhat: "本窗格要在 Word 里使用。没有 Word 时，请用网页版工具更新报告文件。",
  oldWord: "这个版本的 Word 太旧",
  oldWordWhat: "需要 Word 2016 或更新版本。也可以用网页版工具更新报告文件。",
  slow: "Word 还没有响应",
  slowWhat: "已等待十秒。请确认 Word 没有打开的对话框，然后重新加载本窗格。",
  reload: "重新加载",
  openPage: "打开网页版",
};

export type WordTexts = Readonly<typeof zh>;
