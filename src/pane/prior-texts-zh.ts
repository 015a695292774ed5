/** Words about last year's workbook; they come with its part of the view. */
export const zh = {
  title: "上年工作簿",
  none: "未选择",
  why: "选上年报送的附表，用来核对上年数、指标值有没有降低等。只读取，不改动，关闭窗格后不保留。",
  choose: "选择上年工作簿…",
  change: "换一个…",
  forget: "不再核对",
  refused: (name: string) => `没能用“${name}”：`,
  annexes: "其中的附表",
  year: (year: number) => `${year}年度`,
  sameYear: (prior: number, now: number) => `这是 ${prior} 年度的附表，当前工作簿是 ${now} 年度，不是它的上一年。`,
};

export type PriorTexts = Readonly<typeof zh>;
