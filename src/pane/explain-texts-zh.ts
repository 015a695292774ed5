/** Words of the explanations: the form, what was explained, and what lapsed. */
export const zh = {
  offer: "说明…",
  title: "说明为什么无须更正",
  reason: "说明",
  reasonHint: "写清原因；报告第七节和核对单会用到。",
  reasonMissing: "请写明原因。",
  by: "说明人",
  byHint: "可不填",
  save: "存入工作簿",
  cancel: "取消",
  keys: "Ctrl+Enter 存入，Esc 取消",
  given: "已说明",
  edit: "修改",
  withdraw: "撤回",
  readOnly: "工作簿是只读的，说明不能存入。",
  lapsed: (count: number) => `有 ${count} 条说明现在用不上：`,
  why: {
    changed: "说明已失效：数字已变",
    gone: "问题已不存在",
    error: "现在是必须更正的问题，说明不起作用",
  },
  then: "说明时",
  now: "现在",
  show: "看问题",
  clear: "清除",
  clearAll: "全部清除",
};

export type ExplainTexts = Readonly<typeof zh>;
