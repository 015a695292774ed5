import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";

/** Texts of the snapshot file beside a test file, by the full name of the test and a running number. */
export function snapshotTexts(testFile: string): Readonly<Record<string, string>> {
  const path = resolve(dirname(testFile), "__snapshots__", `${basename(testFile)}.snap`);
  if (!existsSync(path)) return {};
  const texts: Record<string, string> = {};
  // The format of vitest's snapshot files: assignments to `exports[…]`, name and text each a template literal.
  const entries = readFileSync(path, "utf8").matchAll(/^exports\[`((?:[^`\\]|\\.)*)`\] = `((?:[^`\\]|\\.)*)`;$/gmsu);
  for (const [, name = "", text = ""] of entries) texts[unescaped(name)] = unescaped(text);
  return texts;
}

function unescaped(text: string): string {
  return text.replace(/\\([`$\\])/g, "$1");
}
