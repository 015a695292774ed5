import { createDarkTheme, type Theme } from "@fluentui/react-components";
import { excelGreen, fonts } from "./brand.js";

export const darkTheme: Theme = {
  ...createDarkTheme(excelGreen),
  // Fluent's own steps are too dark on the dark surface for small text.
  colorBrandForeground1: excelGreen[120],
  colorBrandForegroundLink: excelGreen[120],
  colorStatusDangerForeground1: "#EB8A92",
  ...fonts,
};
