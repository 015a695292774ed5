import { parseXmlDocument } from "slimdom";
import { success, type Result } from "../../core/result/index.js";
import { encodeXml, readXml } from "../xml/index.js";
import { fragment } from "./fragment.js";
import { wordNamespace } from "./names.js";
import type { PackageChanges } from "./package-changes.js";
import { readText, type ReportPackage } from "./report-package.js";
import { serializePart } from "./serialize.js";
import { styleElements } from "./styles.js";

/** Paragraphs of ours refer to styles by id; a template gets those it lacks and uses. */
export async function addMissingStyles(report: ReportPackage, changes: PackageChanges): Promise<Result<void>> {
  const name = report.relations.find(({ type }) => type.endsWith("/styles"))?.target;
  if (name === undefined || !report.archive.has(name)) return success(undefined);
  const text = await readText(report.archive, name);
  if (!text.ok) return text;
  const known = new Set<string>();
  const read = readXml(text.value, name, {
    open: ({ name: tag, attributes }) => {
      if (tag === "style") known.add(attributes["w:styleId"] ?? "");
    },
  });
  if (!read.ok) return read;
  const used = usedStyles(report);
  const missing = [...styleElements()].filter(([id]) => used.has(id) && !known.has(id));
  if (missing.length === 0) return success(undefined);
  const document = parseXmlDocument(text.value);
  const root = document.documentElement;
  if (root?.namespaceURI !== wordNamespace) return success(undefined);
  root.append(...fragment(missing.map(([, xml]) => xml).join("")));
  changes.set(name, encodeXml(serializePart(document)));
  return success(undefined);
}

function usedStyles({ texts }: ReportPackage): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { document } of texts) {
    for (const name of ["pStyle", "rStyle"]) {
      for (const style of document.getElementsByTagNameNS(wordNamespace, name)) {
        used.add(style.getAttributeNS(wordNamespace, "val") ?? "");
      }
    }
  }
  return used;
}
