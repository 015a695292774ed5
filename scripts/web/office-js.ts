/** Where the panes load Office.js from: Microsoft's global address, its address in China, or our own server. */
export type OfficeJsSource = "global" | "china" | "own";

const addresses: Readonly<Record<OfficeJsSource, string>> = {
  global: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  china: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
  own: "officejs/office.js",
};

/** Reads the build setting OFFICE_JS; an unknown word is an error, not a default. */
export function officeJsSource(setting: string | undefined): OfficeJsSource {
  if (setting === undefined || setting === "") return "own";
  if (setting === "global" || setting === "china" || setting === "own") return setting;
  throw new Error(`OFFICE_JS is global, china or own, not "${setting}".`);
}

/** The address for the script tag; relative to the page when our own server has it. */
export function officeJsAddress(source: OfficeJsSource): string {
  return addresses[source];
}

/** What a Content-Security-Policy must allow besides 'self'; null when nothing. */
export function officeJsOrigin(source: OfficeJsSource): string | null {
  return source === "own" ? null : new URL(addresses[source]).origin;
}

/**
 * The files of @microsoft/office-js/dist that Excel and Word ask for, on Windows, Mac and the web: the loader, one file
 * for each host and platform, and the strings of the display language (en-us is also what the loader falls back to).
 */
export const ownOfficeJsFiles: readonly string[] = [
  "office.js",
  // Asked for outside Office, where the pane says that it needs Excel.
  "o15apptofilemappingtable.js",
  ...["excel", "word"].flatMap((host) => [
    `${host}-win32-16.01.js`,
    `${host}-web-16.00.js`,
    `${host}-mac-16.00.js`,
    `${host}-ios-16.00.js`,
  ]),
  ...["zh-cn", "zh-tw", "en-us"].map((locale) => `${locale}/office_strings.js`),
];
