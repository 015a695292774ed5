import type { Element } from "slimdom";
import type { ContentName } from "../../../core/narrative/index.js";
import { allControlIds } from "../control-ids.js";
import type { FactNode } from "../facts-part.js";
import { factKey, type CellPlace } from "../names.js";
import { ControlIds } from "../pen.js";
import type { ReportPackage, TextPart } from "../report-package.js";
import { cutText, isBare } from "./cut-text.js";
import { figureControl, markHead, wrapped } from "./linked-controls.js";
import { paragraphTexts, type TextParagraph, type TextPlace } from "./part-text.js";
import { obstacle } from "./obstacle.js";
import { RowPlaces } from "./row-places.js";
import { findPlaceholders, mayHoldPlaceholders, type FoundPlaceholder, type Wanted } from "./placeholder-syntax.js";
import { templateIssue, type TemplateIssue, type TemplateIssueKind } from "./template-issue.js";
import type { TemplateSource } from "./template-source.js";

/** What became of the placeholders of a document. */
export interface LinkedTemplate {
  /** Controls made just now: nothing is on record about them. */
  readonly fresh: ReadonlySet<Element>;
  /** Ids of what was linked, once each. */
  readonly linked: readonly string[];
  readonly issues: readonly TemplateIssue[];
}

export const nothingLinked: LinkedTemplate = { fresh: new Set(), linked: [], issues: [] };

const most = 2_000;

/** Turns every placeholder that can be resolved into a control of ours, in the tree of the document. */
export function linkTemplate(
  report: ReportPackage,
  source: TemplateSource,
  nodes: ReadonlyMap<string, FactNode> | null,
): LinkedTemplate {
  const parts = report.texts.filter((part) => mayHoldPlaceholders(part.source.text));
  if (parts.length === 0) return nothingLinked;
  const linker = new Linker(report, source, nodes);
  for (const part of parts) linker.link(part);
  return linker.result();
}

/** What is to be done about one placeholder. */
type Step =
  | { readonly kind: "figure"; readonly found: FoundPlaceholder; readonly name: ContentName }
  | { readonly kind: "block"; readonly found: FoundPlaceholder; readonly name: ContentName; readonly wanted: Wanted };

class Linker {
  private readonly fresh = new Set<Element>();
  private readonly linked = new Set<string>();
  private readonly issues: TemplateIssue[] = [];
  private readonly ids: ControlIds;
  private readonly rows = new RowPlaces();
  private count = 0;

  constructor(
    report: ReportPackage,
    private readonly source: TemplateSource,
    private readonly nodes: ReadonlyMap<string, FactNode> | null,
  ) {
    this.ids = new ControlIds(report.texts.flatMap(({ document }) => allControlIds(document)));
  }

  result(): LinkedTemplate {
    const { fresh, linked, issues } = this;
    return { fresh, linked: [...linked], issues };
  }

  link({ source, document }: TextPart): void {
    source.watch();
    for (const paragraph of paragraphTexts(document, placeOf(document.documentElement))) {
      const steps = findPlaceholders(paragraph.text).flatMap((found) => this.step(paragraph, found));
      // From the last to the first: what stands before a cut keeps its place.
      for (const step of steps.reverse()) this.take(paragraph, step);
    }
  }

  private step(paragraph: TextParagraph, found: FoundPlaceholder): readonly Step[] {
    const { wanted } = found;
    if (this.count++ >= most) return this.count === most + 1 ? this.tell("too-many", paragraph, found) : [];
    if (!wanted) return this.tell("unclosed", paragraph, found);
    const name = this.source.names.find(wanted.kind, wanted.name);
    if (name.kind === "unknown") return this.tell("unknown", paragraph, found, name.closest);
    if (name.kind === "several") return this.tell("several", paragraph, found, name.labels.slice(0, 3).join("、"));
    const inTheWay = obstacle(paragraph, found);
    if (inTheWay) return this.tell(inTheWay, paragraph, found);
    if (wanted.kind === "fact") return this.figureStep(paragraph, found, name.name);
    if (!standsAlone(paragraph, found) || (wanted.kind === "table" && isInTable(paragraph.element))) {
      return this.tell("not-alone", paragraph, found);
    }
    if (wanted.kind === "table" && this.source.tables(name.name.id).length === 0)
      this.tell("no-value", paragraph, found);
    return [{ kind: "block", found, name: name.name, wanted }];
  }

  private figureStep(paragraph: TextParagraph, found: FoundPlaceholder, name: ContentName): readonly Step[] {
    if (name.kind === "column") {
      const refused = this.rows.claim(paragraph.element, cellOf(name).list);
      if (refused) return this.tell(refused, paragraph, found);
    } else if (!this.source.content.figure(name.id)) this.tell("no-value", paragraph, found);
    return [{ kind: "figure", found, name }];
  }

  private tell(
    kind: TemplateIssueKind,
    paragraph: TextParagraph,
    { from, to }: FoundPlaceholder,
    closest: string | null = null,
  ): readonly Step[] {
    const placeholder = paragraph.text.slice(from, to);
    if (!paragraph.isFallback) this.issues.push(templateIssue(kind, placeholder, paragraph, closest));
    return [];
  }

  private take(paragraph: TextParagraph, step: Step): void {
    const cut = cutText(paragraph, step.found.from, step.found.to);
    if (!cut) return;
    const { after, format } = cut;
    const control =
      step.kind === "figure" ? this.figure(step.name, format) : this.block(paragraph.element, step, format);
    if (control && step.kind === "figure") after.after(control);
    if (control) this.fresh.add(control);
    if (isBare(after)) after.remove();
    this.linked.add(step.name.id);
  }

  /** A figure that stands elsewhere already shows what its twins show, typed over or not. */
  private figure(name: ContentName, format: Element | null): Element | null {
    const { id, label } = name;
    if (name.kind === "column") {
      const cell = cellOf(name);
      const blank = this.source.content.blankRow(cell.list).cells.get(cell.column);
      return blank ? figureControl(blank.id, null, label, format, cell, this.ids) : null;
    }
    const figure = this.source.content.figure(id);
    const bound = this.nodes?.get(factKey(id))?.text;
    const shown = figure && bound !== undefined && bound !== "" ? { ...figure, text: bound } : figure;
    return figureControl(id, shown, label, format, null, this.ids);
  }

  private block(
    paragraph: Element,
    { name, wanted }: Step & { kind: "block" },
    format: Element | null,
  ): Element | null {
    const { id, label } = name;
    if (wanted.kind !== "section") return wrapped(paragraph, { kind: "table", id }, label, format, this.ids);
    const heading = wanted.takesHeading ? headingBefore(paragraph) : null;
    const body = wrapped(paragraph, { kind: "body", id, vanishes: wanted.vanishes }, label, format, this.ids);
    if (heading) markHead(heading, id, label, this.ids);
    return body;
  }
}

function cellOf({ id }: ContentName): CellPlace {
  const [list = "", column = ""] = id.split(".");
  return { list, column };
}

/** The paragraph just before; marks that belong to no paragraph may stand between. */
function headingBefore(paragraph: Element): Element | null {
  for (let node = paragraph.previousElementSibling; node; node = node.previousElementSibling) {
    if (node.localName === "p") return node;
    if (!/^(?:bookmark|comment|perm|proofErr|move)/.test(node.localName)) return null;
  }
  return null;
}

const partPlaces: Readonly<Record<string, TextPlace>> = {
  hdr: "header",
  ftr: "footer",
  footnotes: "footnote",
  endnotes: "footnote",
};

function placeOf(root: Element | null): TextPlace {
  return partPlaces[root?.localName ?? ""] ?? "body";
}

/** Block controls can stand for a paragraph in these. */
const containers = new Set(["body", "tc", "txbxContent", "hdr", "ftr", "sdtContent"]);

function standsAlone({ element, text, place }: TextParagraph, { from, to }: FoundPlaceholder): boolean {
  const isAlone = text.slice(0, from).trim() === "" && text.slice(to).trim() === "";
  return isAlone && place !== "footnote" && containers.has(element.parentElement?.localName ?? "");
}

function isInTable(element: Element): boolean {
  for (let node = element.parentElement; node; node = node.parentElement) if (node.localName === "tc") return true;
  return false;
}
