import type { CellRef, FactOrigin } from "../core/facts/index.js";
import type {
  Figure,
  Narrative,
  NarrativeParagraph,
  NarrativeSection,
  ParagraphKind,
  Span,
} from "../core/narrative/index.js";

/** Words, the nth figure, or an invitation to write. */
export type CarriedSpan = string | readonly [figure: number] | { readonly id: string; readonly text: string };
export type CarriedCell = readonly [sheet: string, row: number, column: number];
export type CarriedFigure = readonly [
  id: string,
  label: string,
  text: string,
  unit: string | null,
  from: FactOrigin,
  cells: readonly CarriedCell[],
];
export interface CarriedSection {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly (readonly [kind: ParagraphKind, spans: readonly CarriedSpan[]])[];
}

/** Null where anything is not as `carryNarrative` writes it: the text comes from a stranger. */
export function narrativeOf(value: unknown): Narrative | null {
  if (!isRecord(value) || !Array.isArray(value["figures"]) || !Array.isArray(value["sections"])) return null;
  const figures = value["figures"].map(figureOf);
  if (!figures.every((figure) => figure !== null)) return null;
  const sections = value["sections"].map((section) => sectionOf(section, figures));
  if (!sections.every((section) => section !== null)) return null;
  const [title, ...rest] = sections;
  if (!title) return null;
  const closing = value["closes"] === true ? (rest.pop() ?? null) : null;
  return { title, sections: rest, closing, figures };
}

const origins: readonly unknown[] = ["cells", "derived", "typed", "default"] satisfies readonly FactOrigin[];

function figureOf(value: unknown): Figure | null {
  if (!Array.isArray(value)) return null;
  const [id, label, text, unit, from, cells] = value as readonly unknown[];
  if (!isText(id) || !isText(label) || !isText(text) || !(unit === null || isText(unit))) return null;
  if (!origins.includes(from) || !Array.isArray(cells)) return null;
  const places = cells.map(cellOf);
  if (!places.every((cell) => cell !== null)) return null;
  return { id, label, text, unit, from: from as FactOrigin, cells: places };
}

function cellOf(value: unknown): CellRef | null {
  if (!Array.isArray(value)) return null;
  const [sheet, row, column] = value as readonly unknown[];
  return isText(sheet) && isPlace(row) && isPlace(column) ? { sheet, row, column } : null;
}

function sectionOf(value: unknown, figures: readonly Figure[]): NarrativeSection | null {
  if (!isRecord(value) || !Array.isArray(value["paragraphs"])) return null;
  const { id, title } = value;
  const paragraphs = value["paragraphs"].map((paragraph) => paragraphOf(paragraph, figures));
  if (!isText(id) || !isText(title) || !paragraphs.every((paragraph) => paragraph !== null)) return null;
  return { id, title, paragraphs };
}

const kinds: readonly unknown[] = ["title", "section", "heading", "body", "list"] satisfies readonly ParagraphKind[];

function paragraphOf(value: unknown, figures: readonly Figure[]): NarrativeParagraph | null {
  if (!Array.isArray(value)) return null;
  const [kind, carried] = value as readonly unknown[];
  if (!kinds.includes(kind) || !Array.isArray(carried)) return null;
  const spans = carried.map((span) => spanOf(span, figures));
  return spans.every((span) => span !== null) ? { kind: kind as ParagraphKind, spans } : null;
}

function spanOf(value: unknown, figures: readonly Figure[]): Span | null {
  if (isText(value)) return { kind: "text", text: value, cells: [] };
  if (Array.isArray(value)) {
    const figure = figures[Number(value[0])];
    return figure ? { kind: "figure", figure } : null;
  }
  if (!isRecord(value)) return null;
  const { id, text } = value;
  return isText(id) && isText(text) ? { kind: "placeholder", id, text } : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isPlace(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}
