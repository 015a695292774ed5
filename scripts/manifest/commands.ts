/** One button of the ribbon. `job` is what the pane does when the button opens it; null just opens it. */
export interface RibbonCommand {
  readonly id: string;
  readonly job: "check" | "score" | "report" | null;
  /** Base name of its pictures in assets/icons. */
  readonly icon: string;
  readonly label: BothLanguages;
  readonly tip: BothLanguages;
}

export interface BothLanguages {
  readonly zh: string;
  readonly en: string;
}

export const ribbonCommands: readonly RibbonCommand[] = [
  {
    id: "Check",
    job: "check",
    icon: "check",
    label: { zh: "一键校验", en: "Check" },
    tip: {
      zh: "读取本工作簿的绩效附表，逐条列出必须更正、需要说明的地方，点击即定位到单元格。",
      en: "Reads the annex sheets of this workbook and lists what must be corrected or explained, cell by cell.",
    },
  },
  {
    id: "Score",
    job: "score",
    icon: "score",
    label: { zh: "计算得分", en: "Score" },
    tip: {
      zh: "按年度指标值、实际完成值和分值计算各项得分，与填报的得分逐项对照。",
      en: "Computes the score of every indicator and sets it beside the score that was filed.",
    },
  },
  {
    id: "Report",
    job: "report",
    icon: "report",
    label: { zh: "生成报告", en: "Report" },
    tip: {
      zh: "用附表中的数字写出绩效自评报告，可阅读、复制，也可保存为 Word 文档。",
      en: "Writes the self-evaluation report with the figures of the sheets, to read, copy or save for Word.",
    },
  },
  {
    id: "Pane",
    job: null,
    icon: "annex-desk",
    label: { zh: "窗格", en: "Pane" },
    tip: { zh: "打开绩效附表台的窗格。", en: "Opens the pane of Annex Desk." },
  },
];

/** The one button in Word: the pane itself says what to do next. */
export const wordCommand: Omit<RibbonCommand, "job"> = {
  id: "Update",
  icon: "report",
  label: { zh: "更新报告", en: "Update report" },
  tip: {
    zh: "选附表工作簿，先看哪些数字和段落会变，再就地更新打开的报告；您写的文字保留。",
    en: "Choose the annex workbook, see which figures and paragraphs change, then update the open report in place.",
  },
};

export const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80] as const;
