import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { policyHeader } from "./content-security.js";
import type { OfficeJsSource } from "./office-js.js";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** Answers GET and HEAD with the files of `folder` and nothing outside it; `/` is the page. */
export function staticFiles(folder: string, officeJs: OfficeJsSource) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = requestedPath(request.url ?? "/");
    const file = path === null ? null : join(folder, path);
    const found = file !== null && file.startsWith(folder + sep) ? await stat(file).catch(() => null) : null;
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
      return;
    }
    if (path === null || file === null || found === null || !found.isFile()) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Not found");
      return;
    }
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-length": found.size,
      "content-security-policy": policyHeader(path, officeJs),
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      ...(isFunctionMetadata(path) ? { "access-control-allow-origin": "*" } : {}),
      // Names with a hash of their content never change.
      "cache-control": /\.[0-9a-f]{8,}\.(?:js|css|json)$/.test(path)
        ? "public, max-age=31536000, immutable"
        : "no-cache",
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(file).pipe(response);
  };
}

/** Excel on the web reads the functions' metadata from its own address. */
function isFunctionMetadata(path: string): boolean {
  return /\/functions(\.[\w-]+)?\.json$/.test(path);
}

function requestedPath(url: string): string | null {
  try {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    return path.includes("\0") ? null : normalize(path === "/" ? "/page.html" : path);
  } catch {
    return null;
  }
}
