import { parseXmlDocument, type Element } from "slimdom";
import { fail, success, type LocalText, type Result } from "../../core/result/index.js";
import { contentOf, controlsOf, tagOf, type Control } from "./control.js";
import { readFactsPart } from "./facts-part.js";
import { withoutDeclaration } from "./without-declaration.js";
import { flatPackage } from "./flat-package.js";
import { ledgerPart, readLedgerPart, sameLedger, type Ledger } from "./ledger.js";
import { factKey, factsNamespace, ledgerNamespace } from "./names.js";
import { openReport, type ReportPackage } from "./report-package.js";
import { bodyRecord } from "./template/body-plan.js";
import { tableRecord } from "./template/table-words.js";
import { isReplaceable, sectionShape, shapeAround, whyNotInPlace } from "./section-shape.js";

/** What tells a report from its updated copy. */
export interface ReportDifference {
  readonly edits: ReportEdits;
  /** What cannot be replaced without a loss: a copy of the file takes it. */
  readonly left: readonly LeftOut[];
  /**
   * The ledger to be kept once the edits stand, without declaration; null where it stays. Figures and sections of these
   * ids are recorded as before: they were not written.
   */
  record(except: ReadonlySet<string>): string | null;
}

/** What to put into the open document. */
export interface ReportEdits {
  /** New text of every node of the facts part, in their order; null where it stays. */
  readonly texts: readonly (string | null)[];
  /** The facts part as a whole, without declaration, where nodes come or are empty; null where texts are enough. */
  readonly facts: string | null;
  /** Section controls of the body whose content is replaced. */
  readonly sections: readonly SectionEdit[];
  /** The document tracks its changes, and the sections carry the marks of what changed: nobody else shall mark them. */
  readonly marked: boolean;
}

export interface SectionEdit {
  readonly id: string;
  readonly tag: string;
  /** Which of the controls of this tag, in reading order, from 0. */
  readonly copy: number;
  /** The content as a Flat OPC package, with the styles of the document. */
  readonly xml: string;
  /** Number of paragraphs, those in tables included. */
  readonly paragraphs: number;
}

export interface LeftOut {
  /** Id of the section; `""` outside every section. */
  readonly section: string;
  readonly reason: LocalText;
}

/** Failures: those of opening a document, and `not-linked` where the report has no facts part to write figures through. */
export async function reportEdits(before: Uint8Array, after: Uint8Array): Promise<Result<ReportDifference>> {
  const [old, fresh] = [await openReport(before), await openReport(after)];
  if (!old.ok) return old;
  if (!fresh.ok) return fresh;
  const facts = factsOf(old.value);
  const wanted = factsOf(fresh.value);
  if (!old.value.texts.some(({ document }) => controlsOf(document).length > 0)) return noReportYet;
  if (facts === null || wanted === null || lacksSections(old.value, fresh.value)) return notLinked;
  const styles = await flatPackage(fresh.value);
  if (!styles.ok) return styles;
  const sections = sectionPairs(old.value, fresh.value).filter(isChanged);
  const outermost = sections.filter(({ before: inner }) => !sections.some((outer) => isInside(inner, outer.before)));
  const edits: SectionEdit[] = [];
  const left: LeftOut[] = outside(old.value) === outside(fresh.value) ? [] : [{ section: "", reason: elsewhere }];
  for (const { id, tag, copy, before: was, after: is } of outermost) {
    const reason = whyNotInPlace(was, false) ?? whyNotInPlace(is, fresh.value.tracksChanges);
    const content = contentOf(is);
    if (reason) left.push({ section: id, reason });
    else if (content) {
      const paragraphs = content.getElementsByTagNameNS("*", "p").length;
      edits.push({ id, tag, copy, xml: styles.value(content.children), paragraphs });
    }
  }
  return success({
    edits: { ...nodeEdits(facts, wanted), sections: edits, marked: fresh.value.tracksChanges },
    left,
    record: (except) => {
      const [before, after] = [ledgerOf(old.value), ledgerOf(fresh.value)];
      return after && ledgerText(before, after, unwritten(after, except, fresh.value));
    },
  });
}

function ledgerOf(report: ReportPackage): Ledger | null {
  const xml = partOf(report, ledgerNamespace);
  const ledger = xml === null ? null : readLedgerPart(xml, "ledger");
  return ledger?.ok ? ledger.value : null;
}

/**
 * Ids of figures and sections that were not written, and the names under which the ledger knows them. Where something
 * outside the sections was left (`""`), so were all rows.
 */
function unwritten({ sections }: Ledger, except: ReadonlySet<string>, report: ReportPackage): ReadonlySet<string> {
  const names = new Set(except);
  for (const id of except) {
    for (const name of [bodyRecord(id, true), bodyRecord(id, false), tableRecord(id)]) names.add(name);
  }
  if (!except.has("")) return names;
  const written = new Set(
    [...sectionsByTag(report).values()].flat().flatMap(({ role }) => {
      if (role.kind === "section") return role.id;
      if (role.kind === "table") return tableRecord(role.id);
      return role.kind === "body" ? bodyRecord(role.id, role.vanishes) : [];
    }),
  );
  for (const name of sections.keys()) if (!written.has(name)) names.add(name);
  return names;
}

function ledgerText(old: Ledger | null, fresh: Ledger, except: ReadonlySet<string>): string | null {
  const keys = new Set([...except].map(factKey));
  const record: Ledger = {
    ...fresh,
    figures: keeping(fresh.figures, old?.figures, keys),
    sections: keeping(fresh.sections, old?.sections, except),
  };
  return old && sameLedger(old, record) ? null : withoutDeclaration(ledgerPart(record));
}

/** The entries of these keys as they were, or none. */
function keeping<T>(
  fresh: ReadonlyMap<string, T>,
  old: ReadonlyMap<string, T> | undefined,
  keys: ReadonlySet<string>,
): ReadonlyMap<string, T> {
  const entries = new Map(fresh);
  for (const key of keys) {
    const before = old?.get(key);
    if (before === undefined) entries.delete(key);
    else entries.set(key, before);
  }
  return entries;
}

const noReportYet = fail(
  "no-report-yet",
  "打开的是模板，或控件已全部丢失的报告，不能就地写入。请另存更新后的副本，得到与附表关联好的报告，用它接着写。",
  "The open document is a template, or a report that lost all its controls, and cannot be written in place. Save an updated copy: a report linked to the annexes to go on with.",
);

const notLinked = fail(
  "not-linked",
  "这份报告里数字与附表的关联已经丢失（多因用其他软件另存），不能就地更新。请存成更新后的副本，用它接着写。",
  "The links of this report are gone (another program saved it), so it cannot be updated in place. Save an updated copy and go on with that.",
);

/** The update put sections into controls again that another program had taken out of them. */
function lacksSections(old: ReportPackage, fresh: ReportPackage): boolean {
  const known = sectionsByTag(old);
  return [...sectionsByTag(fresh).keys()].some((tag) => !known.has(tag));
}

function partOf({ customXml }: ReportPackage, namespace: string): string | null {
  return customXml.find(({ xml }) => xml.includes(namespace))?.xml ?? null;
}

/** Null where it cannot be read either: the guarded reader looks at it first. */
function factsOf(report: ReportPackage): string | null {
  const xml = partOf(report, factsNamespace);
  return xml !== null && readFactsPart(xml, "facts").ok ? xml : null;
}

/**
 * Word does not set the text of a node that has none, so these are written with the whole part; nodes that nothing is
 * bound to any more do no harm.
 */
function nodeEdits(old: string, fresh: string): Pick<ReportEdits, "texts" | "facts"> {
  const [before, after] = [nodesIn(old), nodesIn(fresh)];
  const wanted = new Map(after);
  const texts = before.map(([key, text]) => {
    const next = wanted.get(key) ?? text;
    return next === text ? null : next;
  });
  const known = new Map(before);
  const isNew = after.some(([key]) => !known.has(key));
  const isEmpty = texts.some((text, index) => text === "" || (text !== null && before[index]?.[1] === ""));
  return { texts, facts: isNew || isEmpty ? withoutDeclaration(fresh) : null };
}

function nodesIn(xml: string): readonly (readonly [key: string, text: string])[] {
  const nodes = parseXmlDocument(xml).documentElement?.children ?? [];
  return nodes.map((node) => [node.getAttribute("key") ?? "", node.textContent ?? ""]);
}

interface SectionPair {
  readonly id: string;
  readonly tag: string;
  readonly copy: number;
  readonly before: Element;
  readonly after: Element;
}

/** Where an update neither adds nor removes controls, those of a tag stand for each other one by one. */
function sectionPairs(old: ReportPackage, fresh: ReportPackage): readonly SectionPair[] {
  const groups = sectionsByTag(fresh);
  return [...sectionsByTag(old)].flatMap(([tag, controls]) =>
    controls.flatMap(({ element, role }, copy): readonly SectionPair[] => {
      const after = groups.get(tag)?.[copy]?.element;
      return after && "id" in role ? [{ id: role.id ?? "", tag, copy, before: element, after }] : [];
    }),
  );
}

function sectionsByTag({ texts: [body] }: ReportPackage): ReadonlyMap<string, readonly Control[]> {
  const groups = new Map<string, Control[]>();
  for (const control of body ? controlsOf(body.document) : []) {
    const tag = tagOf(control.element);
    if (!isReplaceable(control.role) || tag === null) continue;
    groups.set(tag, [...(groups.get(tag) ?? []), control]);
  }
  return groups;
}

function isChanged({ before, after }: SectionPair): boolean {
  return sectionShape(before) !== sectionShape(after);
}

function isInside(inner: Element, outer: Element): boolean {
  for (let node = inner.parentElement; node; node = node.parentElement) if (node === outer) return true;
  return false;
}

/** All text around the controls that can be replaced, in all parts. */
function outside({ texts }: ReportPackage): string {
  return texts.map(({ document }) => shapeAround(document)).join("\n");
}

const elsewhere: LocalText = {
  zh: "各节之外有重复的行、占位符或失去关联的数字要写",
  en: "rows that repeat, placeholders or unlinked figures outside the sections",
};
