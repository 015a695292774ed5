/**
 * How a sentence is written down in a pack: plain words, slots `{basic.operating}`, slots with filters
 * `{item.level2|plain|ending:指标}`, and pieces in half-width brackets `[，其原因为{item.reason}]` that are left out
 * when a slot in them has nothing to say. Reports use full-width brackets, so half-width ones are free.
 */
export type PatternPiece =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "slot"; readonly name: string; readonly filters: readonly SlotFilter[] }
  | { readonly kind: "optional"; readonly pieces: readonly PatternPiece[] };

/** One transformation of a slot's text; `argument` is `""` when the filter takes none. */
export interface SlotFilter {
  readonly name: FilterName;
  readonly argument: string;
}

/**
 * plain: bracketed parts dropped (产出指标(50分) → 产出指标) · ending:x: x put at the end unless it is there ·
 * without:x: x dropped from the end · sentence: closing punctuation dropped · unit: the figure's own unit after it.
 */
export const filterNames = ["plain", "ending", "without", "sentence", "unit"] as const;
export type FilterName = (typeof filterNames)[number];

export type ParsedPattern =
  { readonly ok: true; readonly pieces: readonly PatternPiece[] } | { readonly ok: false; readonly problem: string };

const slotName = /^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*){0,6}$/;

/** Linear in the text; the problem names the place for the writer of the pack. */
export function parsePattern(text: string): ParsedPattern {
  const stack: PatternPiece[][] = [[]];
  let words = "";
  const top = (): PatternPiece[] => stack[stack.length - 1] ?? [];
  const flush = (): void => {
    if (words !== "") top().push({ kind: "words", text: words });
    words = "";
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "[") {
      flush();
      stack.push([]);
    } else if (character === "]") {
      flush();
      const pieces = stack.pop() ?? [];
      if (stack.length === 0) return { ok: false, problem: `第 ${at + 1} 个字符：多余的 ]` };
      top().push({ kind: "optional", pieces });
    } else if (character === "{") {
      flush();
      const end = text.indexOf("}", at);
      if (end < 0) return { ok: false, problem: `第 ${at + 1} 个字符：{ 没有对应的 }` };
      const slot = parseSlot(text.slice(at + 1, end));
      if (typeof slot === "string") return { ok: false, problem: `第 ${at + 1} 个字符：${slot}` };
      top().push(slot);
      at = end;
    } else if (character === "}") {
      return { ok: false, problem: `第 ${at + 1} 个字符：多余的 }` };
    } else words += character;
  }
  flush();
  if (stack.length !== 1) return { ok: false, problem: "[ 没有对应的 ]" };
  return { ok: true, pieces: stack[0] ?? [] };
}

/** Every slot of the pattern, optional pieces included. */
export function slotsOf(pieces: readonly PatternPiece[]): readonly string[] {
  return pieces.flatMap((piece) =>
    piece.kind === "slot" ? [piece.name] : piece.kind === "optional" ? slotsOf(piece.pieces) : [],
  );
}

function parseSlot(text: string): PatternPiece | string {
  const [name = "", ...rest] = text.split("|");
  if (!slotName.test(name)) return `“${name}”不是可用的名称`;
  const filters: SlotFilter[] = [];
  for (const written of rest) {
    const colon = written.indexOf(":");
    const filter = filterNames.find((known) => known === (colon < 0 ? written : written.slice(0, colon)));
    if (!filter) return `没有“${written}”这种处理，可用：${filterNames.join("、")}`;
    filters.push({ name: filter, argument: colon < 0 ? "" : written.slice(colon + 1) });
  }
  return { kind: "slot", name, filters };
}
