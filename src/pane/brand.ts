import type { BrandVariants } from "@fluentui/react-components";

/** Excel's green (#107C41) from black to white, so that the pane belongs to the window around it. */
export const excelGreen: BrandVariants = {
  10: "#020F07",
  20: "#05200F",
  30: "#083319",
  40: "#0A4323",
  50: "#0B522B",
  60: "#0D6134",
  70: "#0F6F3B",
  80: "#107C41",
  90: "#2A8A55",
  100: "#439869",
  110: "#5CA67D",
  120: "#76B592",
  130: "#90C3A6",
  140: "#ABD2BB",
  150: "#C7E1D1",
  160: "#E3F0E8",
};

export const fonts = {
  fontFamilyBase: `"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif`,
  fontFamilyNumeric: `"Segoe UI", "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif`,
};
