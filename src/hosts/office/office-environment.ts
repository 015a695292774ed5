/** Colours of Office around the pane. */
export interface OfficeTheme {
  /** CSS colour of Office's own surface, null when Office does not say. */
  readonly background: string | null;
  readonly isDark: boolean;
  readonly isHighContrast: boolean;
}

/** What surrounds the pane: language, colours, what the host can do. */
export interface OfficeEnvironment {
  readonly language: "zh" | "en";
  readonly theme: OfficeTheme;
  /** Calls back with the theme when it changed; returns the way to stop. */
  onThemeChanged(changed: (theme: OfficeTheme) => void): () => void;
  supports(set: string, version: string): boolean;
}

/** Which Office application the page runs in; null outside of Office or where office.js did not load. */
export async function whenOfficeReady(): Promise<{ readonly host: "Excel" | "Word" | null }> {
  if (typeof Office === "undefined") return { host: null };
  const { host } = await Office.onReady();
  if (host === Office.HostType.Excel) return { host: "Excel" };
  return { host: host === Office.HostType.Word ? "Word" : null };
}

/** Call once `whenOfficeReady` has answered a host; outside of Office it speaks of the browser alone. */
export function officeEnvironment(): OfficeEnvironment {
  return {
    language: /^zh\b/i.test(displayLanguage()) ? "zh" : "en",
    theme: currentTheme(),
    onThemeChanged,
    supports: (set, version) =>
      typeof Office !== "undefined" && Office.context?.requirements?.isSetSupported(set, version) === true,
  };
}

function displayLanguage(): string {
  const ofOffice = typeof Office === "undefined" ? undefined : Office.context?.displayLanguage;
  return ofOffice ?? navigator.language;
}

function currentTheme(): OfficeTheme {
  const theme = typeof Office === "undefined" ? undefined : Office.context?.officeTheme;
  const background = theme?.bodyBackgroundColor ?? null;
  return {
    background,
    isDark: (background === null ? null : isDarkColour(background)) ?? matches("(prefers-color-scheme: dark)"),
    isHighContrast: matches("(forced-colors: active)"),
  };
}

/** Office tells a pane of its theme when it starts; later changes show in the browser's queries or when it is used again. */
function onThemeChanged(changed: (theme: OfficeTheme) => void): () => void {
  let last = JSON.stringify(currentTheme());
  const compare = (): void => {
    const theme = currentTheme();
    if (JSON.stringify(theme) === last) return;
    last = JSON.stringify(theme);
    changed(theme);
  };
  const queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) =>
    window.matchMedia?.(query),
  );
  for (const query of queries) query?.addEventListener("change", compare);
  window.addEventListener("focus", compare);
  return () => {
    for (const query of queries) query?.removeEventListener("change", compare);
    window.removeEventListener("focus", compare);
  };
}

function matches(query: string): boolean {
  return typeof window !== "undefined" && window.matchMedia?.(query).matches === true;
}

/** By perceived brightness; null where the colour is not written as `#rrggbb`. */
function isDarkColour(colour: string): boolean | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour.trim());
  if (!match) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}
