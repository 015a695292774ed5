/** Words about texts taken from last year's report. */
export const zh = {
  choose: "从上年报告取文字…",
  title: (name: string) => `取自“${name}”`,
  refused: (name: string) => `没能从“${name}”取文字：`,
  look: "标出的年份和数字可能是上年的，采用后请核对。",
  filled: (count: number) => `另有 ${count} 项您已填写，不动。`,
  allFilled: "报告里找到的各项您都已填写，不动。",
  under: (heading: string) => `报告里的“${heading}”`,
  accept: "采用",
  acceptOne: (label: string) => `采用“${label}”`,
  acceptAll: (count: number) => `全部采用（${count} 项）`,
  dismiss: "不取了",
  found: (name: string, count: number) => `从“${name}”找到 ${count} 项文字，看过再采用。`,
  accepted: (labels: string) => `已采用上年的“${labels}”，存在工作簿里`,
};

export type ProposalTexts = Readonly<typeof zh>;
