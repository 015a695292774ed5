import type { FormField } from "../core/pack/index.js";
import { fail, success, type Result } from "../core/result/index.js";
import { readSections, type DocumentSection } from "../documents/docx/index.js";

/** What a report of an earlier year says for an entry of the form. */
export interface TakenText {
  readonly field: string;
  /** The heading it stood under, without number. */
  readonly heading: string;
  /** A paragraph a line. */
  readonly text: string;
}

/** Characters that an entry of the form holds. */
const longestText = 20_000;

/**
 * Texts for those entries of the form that say under which headings they are found (`fromSection`). In a report of ours
 * the section's control narrows the search. Failures are those of opening a document, and `nothing-taken`.
 */
export async function textsOfReport(
  bytes: Uint8Array,
  form: readonly FormField[],
): Promise<Result<readonly TakenText[]>> {
  const sections = await readSections(bytes);
  if (!sections.ok) return sections;
  const wanted = form.filter(({ fromSection }) => fromSection !== undefined);
  const taken = wanted.flatMap((field) => {
    const place = bestPlace(sections.value, field);
    const text = place === null ? "" : textUnder(sections.value, place).join("\n").slice(0, longestText);
    const heading = place === null ? "" : (sections.value[place]?.heading ?? "");
    return text === "" ? [] : [{ field: field.id, heading, text }];
  });
  if (taken.length > 0) return success(taken);
  const [zh, en] = (["zh", "en"] as const).map((language) => wanted.map(({ label }) => label[language]));
  return fail(
    "nothing-taken",
    `文档里没有找到“${(zh ?? []).join("”“")}”这样的标题，没有可取的文字。`,
    `No heading such as “${(en ?? []).join("”, “")}” was found in the document.`,
  );
}

/** The heading that says least besides the words looked for; the first of equals. */
function bestPlace(sections: readonly DocumentSection[], { fromSection }: FormField): number | null {
  if (!fromSection) return null;
  const { control, headings } = fromSection;
  const isOurs = sections.some((section) => section.control === control);
  let best: { readonly place: number; readonly besides: number } | null = null;
  for (const [place, section] of sections.entries()) {
    if (isOurs && section.control !== control) continue;
    for (const words of headings) {
      if (!section.heading.includes(words)) continue;
      const besides = section.heading.length - words.length;
      if (!best || besides < best.besides) best = { place, besides };
    }
  }
  return best?.place ?? null;
}

/** Its own paragraphs and those of its sub-headings, which become lines like the others. */
function textUnder(sections: readonly DocumentSection[], place: number): readonly string[] {
  const [section, ...after] = sections.slice(place);
  if (!section) return [];
  const end = after.findIndex(({ level }) => level <= section.level);
  const below = end < 0 ? after : after.slice(0, end);
  return [...section.paragraphs, ...below.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])];
}
