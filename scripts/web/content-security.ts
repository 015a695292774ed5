import { officeJsOrigin, type OfficeJsSource } from "./office-js.js";

/** Who may show the pane in a frame: Excel and Word on the web. A policy can say this in a header only. */
export const officeFrames: readonly string[] = [
  "https://*.officeapps.live.com",
  "https://*.cloud.microsoft",
  "https://*.sharepoint.com",
  "https://*.sharepoint.cn",
  "https://*.office.com",
  "https://*.partner.office365.cn",
  "https://onedrive.live.com",
];

/** Nothing leaves the machine: own origin only, no eval, no inline script. Fluent writes its styles into style tags. */
function ownOriginOnly(scripts: readonly string[]): readonly string[] {
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts].join(" ")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
}

/** The policy of the page without Office, for its meta tag. */
export function pagePolicy(): string {
  return ownOriginOnly([]).join("; ");
}

/** The policy of the pane and of the functions' page, for their meta tags; scripts also from where Office.js comes. */
export function panePolicy(source: OfficeJsSource): string {
  const origin = officeJsOrigin(source);
  return ownOriginOnly(origin === null ? [] : [origin]).join("; ");
}

/** The same as a header of a server, with the one thing that only a header can say. */
export function policyHeader(path: string, source: OfficeJsSource): string {
  return /\/(pane|word|functions)\.html$/.test(path)
    ? `${panePolicy(source)}; frame-ancestors 'self' ${officeFrames.join(" ")}`
    : `${pagePolicy()}; frame-ancestors 'none'`;
}
