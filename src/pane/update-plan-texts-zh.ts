/** Words of the plan of an update; they name no program. */
export const zh = {
  linked: (count: number) => `接上名称 ${count} 个`,
  linkedWhy: "文档里的 {{…}} 换成数字和文字，以后随附表更新。",
  figures: (count: number) => `数字 ${count} 处`,
  rewritten: (count: number) => `重写 ${count} 节`,
  rewrittenWhy: "附表有变、没有人改过的段落。",
  kept: (count: number) => `保留 ${count} 节`,
  keptWhy: "有人改过的文字原样保留，其中的数字仍随附表更新。",
  conflicts: (count: number) => `待您决定 ${count} 处`,
  conflictsWhy: "不选就保留文档里的，下次还会提醒。",
  settled: (count: number) => `以前选了留人工的 ${count} 处`,
  problems: (count: number) => `填不上 ${count} 处`,
  theirs: "文档里",
  ours: "附表",
  takeOurs: "用附表的",
  keepTheirs: "留人工的",
  choose: (what: string) => `“${what}”用哪一个`,
  nothing: "（空）",
  goTo: (place: string) => `转到 ${place}`,
  before: "原来",
  after: "改为",
  title: "标题",
  closing: "附件清单",
  computed: "按附表计算",
};

export type UpdatePlanTexts = Readonly<typeof zh>;
