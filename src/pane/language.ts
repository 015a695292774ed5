export type Language = "zh" | "en";

/** Chinese for every Chinese locale, English for all others. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith("zh") ? "zh" : "en";
}
