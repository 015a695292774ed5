import type { FactBook } from "../facts/index.js";
import type { NarrativeBlock, NarrativeSpec } from "../pack/index.js";
import { holds } from "./evaluate.js";
import type { Figure, Narrative, NarrativeParagraph, NarrativeSection, ParagraphKind, Span } from "./narrative.js";
import { numbered } from "./numbering.js";
import { Scope } from "./scope.js";
import { linesOf, say, sayTyped, words } from "./sentence.js";

/** The report that the facts allow. `options` switch parts of the pack on and off. */
export function draftNarrative(
  book: FactBook,
  spec: NarrativeSpec,
  options: Readonly<Record<string, boolean>> = {},
): Narrative {
  const scope = new Scope(book, spec, options);
  const lines = spec.title.map((line) => say(scope, line) ?? []).filter((spans) => spans.length > 0);
  const title = section(
    "title",
    lines.map((spans) => text(spans)).join(""),
    lines.map((spans) => paragraph("title", spans)),
  );
  const sections = spec.sections.map(({ id, title: name, body }, index) =>
    section(id, numbered(spec.numbering.section, index + 1) + name, writeBlocks(scope, body)),
  );
  const list = writeBlocks(scope, spec.closing).map((entry) => ({ ...entry, kind: "list" as const }));
  const closing = list.length > 0 ? section("closing", "", list) : null;
  return { title, sections, closing, figures: figuresOf([title, ...sections, ...(closing ? [closing] : [])]) };
}

/** The outline alone, to be filled later: what the Word template of the pack shows. */
export function blankNarrative(spec: NarrativeSpec): Narrative {
  const invitation = (id: string): NarrativeParagraph =>
    paragraph("body", [{ kind: "placeholder", id, text: spec.blankSection }]);
  const title = spec.blankTitle.map((line) => paragraph("title", [{ kind: "placeholder", id: "title", text: line }]));
  const sections = spec.sections.map(({ id, title: name }, index) =>
    section(id, numbered(spec.numbering.section, index + 1) + name, [invitation(id)]),
  );
  return {
    title: section("title", spec.blankTitle.join(""), title),
    sections,
    closing: spec.closing.length > 0 ? section("closing", "", [invitation("closing")]) : null,
    figures: [],
  };
}

function section(id: string, title: string, paragraphs: readonly NarrativeParagraph[]): NarrativeSection {
  return { id, title, paragraphs };
}

function paragraph(kind: ParagraphKind, spans: readonly Span[]): NarrativeParagraph {
  return { kind, spans };
}

function text(spans: readonly Span[]): string {
  return spans.map((span) => (span.kind === "figure" ? span.figure.text : span.text)).join("");
}

/** Sub-headings count through their section; a block that is not written takes no number. */
function writeBlocks(scope: Scope, blocks: readonly NarrativeBlock[]): readonly NarrativeParagraph[] {
  let headings = 0;
  return blocks.flatMap((block) => {
    if (!("heading" in block)) return writeBlock(scope, block);
    if (block.when && !holds(scope, block.when)) return [];
    const body = writeBlocks(scope, block.body);
    if (body.length === 0) return [];
    headings++;
    return [paragraph("heading", [words(numbered(scope.spec.numbering.heading, headings) + block.heading)]), ...body];
  });
}

function writeBlock(scope: Scope, block: Exclude<NarrativeBlock, { heading: string }>): readonly NarrativeParagraph[] {
  if ("first" in block) {
    for (const choice of block.first) {
      const written = writeBlocks(scope, [choice]);
      if (written.length > 0) return written;
    }
    return [];
  }
  if ("points" in block) {
    return writeBlocks(scope, block.points).map((entry, index) =>
      withNumber(entry, numbered(scope.spec.numbering.heading, index + 1)),
    );
  }
  if ("items" in block) {
    const said = block.items.flatMap((sentence) => {
      const spans = say(scope, sentence);
      return spans ? [paragraph("body", spans)] : [];
    });
    return said.map((entry, index) => withNumber(entry, numbered(scope.spec.numbering.item, index + 1)));
  }
  if (block.when && !holds(scope, block.when)) return [];
  if ("paragraph" in block) {
    const spans = block.paragraph.flatMap((sentence) => say(scope, sentence) ?? []);
    return spans.length > 0 ? [paragraph("body", spans)] : [];
  }
  return writeProse(scope, block);
}

function writeProse(scope: Scope, block: Extract<NarrativeBlock, { prose: string }>): readonly NarrativeParagraph[] {
  const lines = linesOf(scope.typed(block.prose)?.text ?? "");
  if (lines.length === 0) {
    const otherwise = writeBlocks(scope, block.otherwise ?? []);
    if (otherwise.length > 0 || block.placeholder === undefined) return otherwise;
    return [paragraph("body", [{ kind: "placeholder", id: block.prose, text: block.placeholder }])];
  }
  const counts = block.numbered === true && lines.length > 1;
  return lines.map((line, index) => {
    if (!counts) return paragraph("body", sayTyped(scope, line));
    const bare = line.replace(/^(?:\d{1,2}[.．、]|[（(]\d{1,2}[)）])\s*/, "");
    return withNumber(paragraph("body", sayTyped(scope, bare)), numbered(scope.spec.numbering.item, index + 1));
  });
}

function withNumber(entry: NarrativeParagraph, number: string): NarrativeParagraph {
  return { ...entry, spans: [words(number), ...entry.spans] };
}

function figuresOf(sections: readonly NarrativeSection[]): readonly Figure[] {
  const figures = new Map<string, Figure>();
  for (const { paragraphs } of sections) {
    for (const { spans } of paragraphs) {
      for (const span of spans) {
        if (span.kind === "figure" && !figures.has(span.figure.id)) figures.set(span.figure.id, span.figure);
      }
    }
  }
  return [...figures.values()];
}
