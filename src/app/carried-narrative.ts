import { textHash } from "../core/hash/index.js";
import { allSections, type Narrative, type Span } from "../core/narrative/index.js";
import { fail, success, type Result } from "../core/result/index.js";
import { openArchive, writeArchive } from "../documents/archive/index.js";
import {
  narrativeOf,
  type CarriedCell,
  type CarriedFigure,
  type CarriedSection,
  type CarriedSpan,
} from "./carried-shape.js";

/**
 * A report's content as a text that a person copies from one program and pastes into another: a line that says what it
 * is, then version, checksum and a packed JSON in letters that survive mail and chat. Figures stand once; a paragraph is
 * a list of words, `[n]` for the nth figure and `{ id, text }` for an invitation to write.
 */
const mark = "ANNEX-DESK-1";
const lineLength = 76;
const longestText = 4 * 1024 * 1024;
const partName = "narrative.json";

export function carryNarrative(narrative: Narrative): string {
  const places = new Map(narrative.figures.map(({ id }, index) => [id, index]));
  const spanOf = (span: Span): CarriedSpan => {
    if (span.kind === "figure") return [places.get(span.figure.id) ?? -1];
    return span.kind === "placeholder" ? { id: span.id, text: span.text } : span.text;
  };
  const figures = narrative.figures.map(({ id, label, text, unit, from, cells }): CarriedFigure => [
    ...([id, label, text, unit, from] as const),
    cells.map(({ sheet, row, column }): CarriedCell => [sheet, row, column]),
  ]);
  const sections = allSections(narrative).map(({ id, title, paragraphs }): CarriedSection => {
    return { id, title, paragraphs: paragraphs.map(({ kind, spans }) => [kind, spans.map(spanOf)] as const) };
  });
  const json = JSON.stringify({ figures, sections, closes: narrative.closing !== null });
  const packed = base64(writeArchive([[partName, new TextEncoder().encode(json)]]));
  const lines = packed.match(new RegExp(`.{1,${lineLength}}`, "g")) ?? [];
  return [`绩效附表台 报告数据：${narrative.title.title}`, `${mark} ${textHash(packed)}`, ...lines].join("\n");
}

/** Failures: `no-carried-data` where the text is something else, `damaged-data` where a part of it is missing or changed. */
export async function takeCarriedNarrative(text: string): Promise<Result<Narrative>> {
  const at = text.length > longestText ? -1 : text.indexOf(mark);
  if (at < 0) return noData;
  const [hash = "", ...lines] = text
    .slice(at + mark.length)
    .trim()
    .split(/\s+/);
  const packed = lines.join("");
  if (textHash(packed) !== hash) return damaged;
  const bytes = bytesOf(packed);
  const archive = bytes && (await openArchive(bytes));
  if (!archive?.ok || !archive.value.has(partName)) return damaged;
  const part = await archive.value.read(partName);
  if (!part.ok) return damaged;
  const narrative = narrativeOf(parsed(new TextDecoder().decode(part.value)));
  return narrative ? success(narrative) : damaged;
}

const noData = fail(
  "no-carried-data",
  "粘贴的不是报告数据。请在 Excel 的“绩效附表台”窗格里按“复制给 Word”，再整段粘贴。",
  "That is no report data. Press “Copy for Word” in the pane of Annex Desk in Excel, then paste all of it.",
);

const damaged = fail(
  "damaged-data",
  "报告数据不完整，或在途中被改动。请重新复制，整段粘贴。",
  "The report data is incomplete or was changed on the way. Copy it again and paste all of it.",
);

function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function bytesOf(packed: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
