import type { Element } from "slimdom";
import { allSections, type Narrative, type NarrativeSection } from "../../../core/narrative/index.js";
import { paragraphsOf } from "../render.js";
import { sentencesOf } from "../sentences.js";
import { normalised, skeletonOf } from "../skeleton.js";
import { textOf } from "../words.js";
import { matchSentence, type FoundFigure } from "./match-sentence.js";

/** Neighbours in the body that say what a section of ours says. */
export interface FoundSection {
  readonly section: NarrativeSection;
  readonly elements: readonly Element[];
  readonly figures: readonly FoundInParagraph[];
}

export interface FoundInParagraph {
  readonly paragraph: Element;
  readonly figures: readonly FoundFigure[];
}

/**
 * The sections of a report without any controls of ours, by their headings and sentences; none where too little reads
 * like us: half of the headings, and some sentences around figures.
 */
export function findSections(body: readonly Element[], narrative: Narrative): readonly FoundSection[] {
  const texts = body.map((element) => (element.localName === "p" ? normalised(textOf(element, true)) : ""));
  const starts = startsOf(texts, narrative);
  const titled = narrative.sections.filter(({ title }) => title !== "");
  const headings = starts.filter(({ section }) => titled.includes(section)).length;
  if (headings === 0 || headings * 2 < titled.length) return [];
  let telling = 0;
  const found = starts.map(({ section, index }, order): FoundSection => {
    const end = starts[order + 1]?.index ?? body.length;
    const sentences = paragraphsOf(section).flatMap((paragraph) => sentencesOf(skeletonOf(paragraph)));
    const figures: FoundInParagraph[] = [];
    let last = index;
    for (let at = index; at < end; at++) {
      const paragraph = body[at];
      const said = paragraph ? matchParagraph(texts[at] ?? "", sentences) : null;
      if (!paragraph || !said) continue;
      last = at;
      telling += said.telling;
      if (said.figures.length > 0) figures.push({ paragraph, figures: said.figures });
    }
    // What comes after the last section of a report (a signature, a date) is none of ours.
    const isOpen = order === starts.length - 1 || section.id === "title";
    return { section, elements: body.slice(index, isOpen ? last + 1 : end), figures };
  });
  return telling >= enough ? found : [];
}

const enough = 3;
/** Headings and phrases are common to many reports: a sentence around a figure is telling. */
const figureSign = "\uE000";

interface Start {
  readonly section: NarrativeSection;
  readonly index: number;
}

/** In the order of the document; sections may have been moved. */
function startsOf(texts: readonly string[], narrative: Narrative): readonly Start[] {
  const taken = new Set<number>();
  const starts = allSections(narrative).flatMap((section): readonly Start[] => {
    const [first] = paragraphsOf(section);
    const opening = first ? skeletonOf(first) : "";
    const isStart = (text: string, index: number): boolean =>
      text !== "" && !taken.has(index) && (isHeading(text, opening) || matchSentence(opening, text) !== null);
    const index = opening === "" ? -1 : texts.findIndex(isStart);
    if (index < 0) return [];
    taken.add(index);
    return [{ section, index }];
  });
  return [...starts].sort((a, b) => a.index - b.index);
}

/** Sections are counted anew where one was put in; and a program may repeat a heading where its control was. */
function isHeading(text: string, heading: string): boolean {
  const bare = withoutNumber(heading);
  if (bare === heading) return false;
  const isRepeated = text.length % heading.length === 0 && text === heading.repeat(text.length / heading.length);
  return isRepeated || withoutNumber(text) === bare;
}

function withoutNumber(heading: string): string {
  return heading.replace(/^[一二三四五六七八九十]{1,3}、/, "");
}

function matchParagraph(
  text: string,
  sentences: readonly string[],
): { readonly figures: readonly FoundFigure[]; readonly telling: number } | null {
  const figures: FoundFigure[] = [];
  let at = 0;
  let matched = 0;
  let telling = 0;
  for (const said of sentencesOf(text)) {
    for (const sentence of sentences) {
      const found = matchSentence(sentence, said);
      if (!found) continue;
      figures.push(...found.map(({ key, from, to }) => ({ key, from: at + from, to: at + to })));
      matched++;
      if (sentence.includes(figureSign)) telling++;
      break;
    }
    at += said.length;
  }
  return matched > 0 ? { figures, telling } : null;
}
