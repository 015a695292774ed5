import {
  parsePattern,
  enumerationsOf,
  type EachSpec,
  type EnumeratedSpec,
  type EnumerationSpec,
  type PatternPiece,
  type SentenceSpec,
  type SlotFilter,
} from "../pack/index.js";
import { holds } from "./evaluate.js";
import type { Figure, Span } from "./narrative.js";
import { numbered } from "./numbering.js";
import type { Named, Scope } from "./scope.js";
import { oneLine } from "./value.js";

/** What a sentence says; null when it has nothing to say. */
export function say(scope: Scope, sentence: SentenceSpec): readonly Span[] | null {
  if (typeof sentence === "string") return sayPattern(scope, sentence);
  if ("first" in sentence) {
    for (const choice of sentence.first) {
      const said = say(scope, choice);
      if (said) return said;
    }
    return null;
  }
  if (sentence.when && !holds(scope, sentence.when)) return null;
  if ("say" in sentence && !("each" in sentence)) return sayPattern(scope, sentence.say);
  if ("each" in sentence) return sayEach(scope, sentence);
  const entries = entriesOf(scope, sentence);
  if (entries.length === 0) return null;
  const sample = scope.spec.numbering.enumeration;
  return entries.flatMap((spans, index) =>
    entries.length === 1 ? spans : [words(numbered(sample, index + 1)), ...spans],
  );
}

/** What an enumeration lists, with an invitation for each entry that its pair in another section still lacks. */
function entriesOf(scope: Scope, { enumerate, pairs }: EnumerationSpec): readonly (readonly Span[])[] {
  const entries = enumerate.flatMap((entry) => enumerated(scope, entry));
  const lacking = pairs ? Math.max(0, entriesIn(scope, pairs.with) - entries.length) : 0;
  const id = enumerate.flatMap((entry) => ("lines" in entry ? [entry.lines] : []))[0] ?? "";
  const invitation: readonly Span[] = [{ kind: "placeholder", id, text: pairs?.missing ?? "" }];
  return [...entries, ...Array.from({ length: lacking }, () => invitation)];
}

/** How many entries the enumerations of a section have. */
function entriesIn(scope: Scope, section: string): number {
  const spec = scope.spec.sections.find(({ id }) => id === section);
  return enumerationsOf(spec?.body ?? [])
    .filter(({ when }) => !when || holds(scope, when))
    .reduce((sum, { enumerate }) => sum + enumerate.flatMap((entry) => enumerated(scope, entry)).length, 0);
}

/** Typed words, with `{编制数}` (a value's label) or `{staff.quota}` (its name) filled in; all else stays as typed. */
export function sayTyped(scope: Scope, text: string): readonly Span[] {
  const spans: Span[] = [];
  let rest = text;
  for (let open = rest.indexOf("{"); open >= 0; open = rest.indexOf("{")) {
    const close = rest.indexOf("}", open);
    if (close < 0) break;
    const name = valueName(scope, rest.slice(open + 1, close).trim());
    const found = name === null ? null : scope.named(name);
    spans.push(words(rest.slice(0, found ? open : close + 1)));
    if (found) spans.push(spanOf(found, []));
    rest = rest.slice(close + 1);
  }
  spans.push(words(rest));
  return spans.filter((span) => span.kind !== "text" || span.text !== "");
}

function valueName(scope: Scope, typed: string): string | null {
  const { values } = scope.spec;
  if (Object.hasOwn(values, typed)) return typed;
  return Object.keys(values).find((name) => values[name]?.label === typed) ?? null;
}

/** The lines of something typed, blanks around them dropped. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

export function words(text: string): Span {
  return { kind: "text", text, cells: [] };
}

function enumerated(scope: Scope, entry: EnumeratedSpec): readonly (readonly Span[])[] {
  if ("lines" in entry) {
    const lines = linesOf(scope.typed(entry.lines)?.text ?? "");
    return lines.map((line) => sayTyped(scope, closed(withoutOrdinal(line))));
  }
  if (entry.when && !holds(scope, entry.when)) return [];
  if ("each" in entry) return eachRow(scope, entry);
  const said = sayPattern(scope, entry.say);
  return said ? [said] : [];
}

function eachRow(scope: Scope, spec: EachSpec): readonly (readonly Span[])[] {
  return scope.rows(spec.each).flatMap((row) => {
    const said = sayPattern(scope.inside(row, spec.let), spec.say);
    return said ? [said] : [];
  });
}

function sayEach(scope: Scope, spec: EachSpec): readonly Span[] | null {
  const said = eachRow(scope, spec);
  if (said.length === 0) return null;
  const spans = said.flatMap((entry, index) =>
    index === 0 || spec.join === undefined ? entry : [words(spec.join), ...entry],
  );
  return [words(spec.before ?? ""), ...spans, words(spec.after ?? "")].filter(
    (span) => span.kind !== "text" || span.text !== "",
  );
}

function sayPattern(scope: Scope, pattern: string): readonly Span[] | null {
  const parsed = parsePattern(pattern);
  return parsed.ok ? sayPieces(scope, parsed.pieces) : null;
}

function sayPieces(scope: Scope, pieces: readonly PatternPiece[]): readonly Span[] | null {
  const spans: Span[] = [];
  for (const piece of pieces) {
    if (piece.kind === "words") spans.push(words(piece.text));
    else if (piece.kind === "optional") spans.push(...(sayPieces(scope, piece.pieces) ?? []));
    else {
      const found = scope.named(piece.name);
      if (!found || found.value.text === "") return null;
      spans.push(spanOf(found, piece.filters));
      if (found.value.kind === "figure" && found.value.unit !== null && asks(piece.filters, "unit")) {
        spans.push(words(found.value.unit));
      }
    }
  }
  return spans;
}

function spanOf({ id, value }: Named, filters: readonly SlotFilter[]): Span {
  if (value.kind === "figure") {
    const { label, text, unit, cells, from } = value;
    return { kind: "figure", figure: { id, label, text, unit, cells, from } satisfies Figure };
  }
  return { kind: "text", text: filters.reduce(filtered, oneLine(value.text)), cells: value.cells };
}

function filtered(text: string, { name, argument }: SlotFilter): string {
  switch (name) {
    case "plain":
      return text
        .replace(/[（(][^（）()]{0,40}[)）]?$/, "")
        .replace(/\d{1,3}分?[)）]$/, "")
        .trim();
    case "ending":
      return text.endsWith(argument) ? text : text + argument;
    case "without":
      return text.endsWith(argument) ? text.slice(0, -argument.length || undefined) : text;
    case "sentence":
      return text.replace(/[。．.；;，,、\s]{1,5}$/, "");
    case "unit":
      return text;
  }
}

function asks(filters: readonly SlotFilter[], name: SlotFilter["name"]): boolean {
  return filters.some((filter) => filter.name === name);
}

/** People type 一是 and 1. although the report counts for itself. */
function withoutOrdinal(line: string): string {
  return line.replace(
    /^(?:[一二三四五六七八九十]{1,3}是|\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,3}[)）])\s*/,
    "",
  );
}

function closed(line: string): string {
  return /[。！？”）]$/.test(line) ? line : `${line.replace(/[；;，,.]$/, "")}。`;
}
