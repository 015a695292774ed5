/** Words about the pack in use; they come with its part of the view. */
export const zh = {
  title: "规则包",
  choose: "用哪个规则包",
  automatic: "按附表自动选",
  own: "自己的",
  scope: "适用：",
  ownWhat: "这是自己的规则包，存在工作簿里（较大的不存，下次打开请重新载入）。它可以关掉、改动规则，报送前请看清。",
  load: "载入规则包文件…",
  loadWhat: "YAML 文件：一个文件，或一个规则包的几个文件一起选。",
  refused: (name: string, count: number) => `没能用“${name}”，有 ${count} 处要改：`,
  place: (line: number, column: number) => `第 ${line} 行第 ${column} 列`,
};

export type PackTexts = Readonly<typeof zh>;
