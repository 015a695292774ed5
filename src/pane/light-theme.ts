import { createLightTheme, type Theme } from "@fluentui/react-components";
import { excelGreen, fonts } from "./brand.js";

export const lightTheme: Theme = { ...createLightTheme(excelGreen), ...fonts };
