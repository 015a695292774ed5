import type { NameKind } from "./engine.js";

/** Words about the names by which a template asks for figures and sections. */
export const zh = {
  title: "在 Word 里用名称取数",
  what: "点一下复制名称，粘贴到自己的 Word 文档里（正文、表格、页眉都行）；再在上面选这份文档更新，名称就换成数字和文字。",
  search: "查找名称、数字或单元格",
  kinds: "名称的种类",
  all: "全部",
  kind: { fact: "数字", section: "节", cell: "附表格子", column: "逐行", table: "附表" } satisfies Record<
    NameKind,
    string
  >,
  copy: (typed: string) => `复制 ${typed}`,
  copied: (typed: string) => `已复制 ${typed}`,
  silent: "（现在没有内容）",
  none: "没有这样的名称。",
  shown: (shown: number, all: number) => `列出 ${shown} 个，共 ${all} 个；再输几个字缩小范围。`,
};

export type NameTexts = Readonly<typeof zh>;
