import type { Theme } from "@fluentui/react-components";

/** High contrast needs no theme of ours: the browser puts the system's colours in place of any. */
export type Look = "light" | "dark";

/** Colours by Office's own; each set comes in a chunk of its own. */
export async function loadTheme(look: Look): Promise<Theme> {
  return look === "dark" ? (await import("./dark-theme.js")).darkTheme : (await import("./light-theme.js")).lightTheme;
}
