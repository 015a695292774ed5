import type { FieldSpec } from "../pack/index.js";

/** A label found inside a text, with what follows it up to the next label. */
export interface Segment {
  readonly field: string;
  readonly label: string;
  readonly value: string;
}

interface Hit {
  readonly field: string;
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts `其中：一般公共预算：1873.66万元` or `填表人（签名）：　填报日期：` into labels and values.
 * A label counts when a colon follows it (brackets in between are skipped), or when it ends the line.
 */
export function segmentText(text: string, fields: Readonly<Record<string, FieldSpec>>): Segment[] {
  const line = text.slice(0, 2000).normalize("NFKC");
  const hits: Hit[] = [];
  for (const { field, labels } of plainLabels(fields)) {
    // The longest label first: of those that are there it is the one meant.
    for (const label of labels) {
      const hit = labelHit(line, field, label);
      if (hit) {
        hits.push(hit);
        break;
      }
    }
  }
  hits.sort((a, b) => a.start - b.start);
  const segments: Segment[] = [];
  let reached = 0;
  for (const hit of hits) {
    if (hit.start < reached) continue;
    const next = hits.find((other) => other.start >= hit.end);
    const value = line.slice(hit.end, next?.start ?? line.length);
    segments.push({ field: hit.field, label: hit.label, value: cleanValue(value) });
    reached = hit.end;
  }
  return segments;
}

type FieldLabels = readonly { readonly field: string; readonly labels: readonly string[] }[];

const known = new WeakMap<Readonly<Record<string, FieldSpec>>, FieldLabels>();

/** The labels of a block's fields in half width; patterns with a placeholder stand in cells of their own. */
function plainLabels(fields: Readonly<Record<string, FieldSpec>>): FieldLabels {
  const made =
    known.get(fields) ??
    Object.entries(fields).map(([field, { labels }]) => ({
      field,
      labels: labels
        .filter((label) => !label.includes("{"))
        .map((label) => label.normalize("NFKC"))
        .sort((a, b) => b.length - a.length),
    }));
  known.set(fields, made);
  return made;
}

function labelHit(line: string, field: string, label: string): Hit | null {
  for (let start = line.indexOf(label); start >= 0; start = line.indexOf(label, start + 1)) {
    const end = colonAfter(line, start + label.length);
    if (end !== null) return { field, label, start, end };
  }
  return null;
}

/** Blanks, brackets and a colon; the end of the line counts as a colon. */
const labelEnd = /[^\S\n]*(?:\([^)]{0,11}\) *)?(?::|$|(?=\n))/y;

/** Position behind the colon that follows. */
function colonAfter(line: string, from: number): number | null {
  labelEnd.lastIndex = from;
  return labelEnd.test(line) ? labelEnd.lastIndex : null;
}

/** Drops a trailing 其中： that belongs to the next label. */
function cleanValue(value: string): string {
  const trimmed = value.trim();
  const cut = trimmed.replace(/其中:?$/, "").trim();
  return cut.replace(/[;；,，。]+$/, "");
}
