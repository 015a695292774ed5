import type { CellRef } from "../core/facts/index.js";
import { allSections, type Narrative, type NarrativeSection, type Span } from "../core/narrative/index.js";
import type { SheetTarget } from "../core/sheet/index.js";
import type { ReportSection, ReportSpan, ReportText } from "./engine.js";

/** The drafted report as the pane shows it. */
export function reportText(narrative: Narrative): ReportText {
  const [title, ...sections] = allSections(narrative);
  return {
    title: title?.paragraphs.map(({ spans }) => spans.map(wordsOf).join("")).join("\n") ?? "",
    sections: sections.map(sectionOf),
    problems: [],
  };
}

function sectionOf({ id, title, paragraphs }: NarrativeSection): ReportSection {
  return {
    id,
    title,
    unset: paragraphs.some(({ spans }) => spans.some((span) => span.kind === "placeholder")),
    paragraphs: paragraphs
      .filter(({ spans }) => spans.some((span) => span.kind !== "placeholder"))
      .map(({ kind, spans }) => ({ role: kind === "heading" ? "heading" : "body", spans: spans.map(spanOf) })),
  };
}

function spanOf(span: Span): ReportSpan {
  const cells = span.kind === "figure" ? span.figure.cells : span.kind === "text" ? span.cells : [];
  return { text: wordsOf(span), source: span.kind === "figure" ? targetOf(cells[0] ?? null) : null };
}

function wordsOf(span: Span): string {
  return span.kind === "figure" ? span.figure.text : span.text;
}

export function targetOf(cell: CellRef | null): SheetTarget | null {
  if (!cell) return null;
  const { sheet, row, column } = cell;
  return { sheet, area: { top: row, left: column, bottom: row, right: column } };
}
