import { createDarkTheme, type Theme } from "@fluentui/react-components";
import { excelGreen, fonts } from "./brand.js";

export const darkTheme: Theme = {
  ...createDarkTheme(excelGreen),
  // The ramp's own step is too dark on the dark surface for small text.
  colorBrandForeground1: excelGreen[120],
  colorBrandForegroundLink: excelGreen[120],
  ...fonts,
};
