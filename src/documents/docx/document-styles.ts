import { success, type Result } from "../../core/result/index.js";
import { encodeXml, escapeAttribute, readXml } from "../xml/index.js";
import { wordNamespace } from "./names.js";
import type { PackageChanges } from "./package-changes.js";
import { readText, type ReportPackage } from "./report-package.js";
import { ownStyles, styleIds, type StyleName } from "./styles.js";
import { tableStyleElement, tableStyleId } from "./table-style.js";

/** Our styles in a document of somebody. */
export interface DocumentStyles {
  readonly ids: Readonly<Record<StyleName, string>>;
  /** Those it lacks, by id, as XML. */
  readonly missing: ReadonlyMap<string, string>;
  /** Name and text of the part of styles; null where there is none. */
  readonly part: { readonly name: string; readonly text: string } | null;
}

/** Programs choose ids anew when they save: a style is found by its id, else by the name that people see. */
export async function documentStyles(report: ReportPackage): Promise<Result<DocumentStyles>> {
  const name = report.relations.find(({ type }) => type.endsWith("/styles"))?.target;
  if (name === undefined || !report.archive.has(name)) {
    return success({ ids: styleIds, missing: new Map(), part: null });
  }
  const text = await readText(report.archive, name);
  if (!text.ok) return text;
  const known = new Set<string>();
  const byTitle = new Map<string, string>();
  const defaults = new Map<string, string>();
  let current = "";
  const read = readXml(text.value, name, {
    open: ({ name: tag, attributes }) => {
      if (tag === "style") {
        current = attributes["w:styleId"] ?? "";
        known.add(current);
        if (isOn(attributes["w:default"])) defaults.set(attributes["w:type"] ?? "", current);
      }
      if (tag === "name" && attributes["w:val"] !== undefined) byTitle.set(attributes["w:val"], current);
    },
  });
  if (!read.ok) return read;
  const ids: Record<StyleName, string> = { ...styleIds };
  const missing = new Map<string, string>();
  for (const { name: style, id, title, xml } of ownStyles()) {
    const here = known.has(id) ? id : byTitle.get(title);
    if (here !== undefined) ids[style] = here;
    else missing.set(id, basedOnDefaults(xml, defaults));
  }
  if (!known.has(tableStyleId)) missing.set(tableStyleId, tableStyleElement);
  return success({ ids, missing, part: { name, text: text.value } });
}

/** A document gets those styles that it lacks and uses. */
export function addUsedStyles(report: ReportPackage, { missing, part }: DocumentStyles, changes: PackageChanges): void {
  const end = part?.text.lastIndexOf("</w:styles>") ?? -1;
  if (!part || end < 0 || missing.size === 0) return;
  const used = usedStyles(report);
  const added = [...missing].filter(([id]) => used.has(id)).map(([, xml]) => xml);
  if (added.length === 0) return;
  changes.set(part.name, encodeXml(part.text.slice(0, end) + added.join("") + part.text.slice(end)));
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

function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

/** The standard styles have other ids in other programs. */
function basedOnDefaults(xml: string, defaults: ReadonlyMap<string, string>): string {
  const type = /w:type="(\w+)"/.exec(xml)?.[1] ?? "";
  const standard = defaults.get(type);
  if (standard === undefined) return xml;
  return xml.replace(/<w:basedOn w:val="[^"]*"\/>/, `<w:basedOn w:val="${escapeAttribute(standard)}"/>`);
}
