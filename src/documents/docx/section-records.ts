import { mixedRecord, type ParagraphRecord } from "./paragraph-record.js";
import type { QuestionedPassages, SectionPlan } from "./plan-sections.js";

/** What the ledger says of a section from now on: what we wrote; where a question is open, what we wrote before. */
export function sectionRecords({ chunks, base, ours }: SectionPlan): readonly ParagraphRecord[] {
  return chunks.flatMap((chunk) => {
    const [before, after] = [base.slice(chunk.base.from, chunk.base.to), ours.slice(chunk.ours.from, chunk.ours.to)];
    if (chunk.passages) return passageRecords(chunk.passages, before, after);
    return chunk.kind === "conflict" ? before : after;
  });
}

function passageRecords(
  { list, base, ours }: QuestionedPassages,
  before: readonly ParagraphRecord[],
  after: readonly ParagraphRecord[],
): readonly ParagraphRecord[] {
  const sentences: string[][] = after.map(() => []);
  const written = after.flatMap((record) => record.sentences);
  for (const { question, base: open, ours: place } of list) {
    if (question) {
      const paragraph = (ours[place.from] ?? ours[place.from - 1])?.paragraph ?? 0;
      sentences[paragraph]?.push(...base.slice(open.from, open.to));
    } else {
      for (let index = place.from; index < place.to; index++) {
        sentences[ours[index]?.paragraph ?? 0]?.push(written[index] ?? "");
      }
    }
  }
  return sentences.map((list, index) => {
    const same = [after[index], before[index]].find((record) => record?.sentences.join(".") === list.join("."));
    return same ?? mixedRecord(list);
  });
}

/** Open questions of a section. */
export function openQuestions({ chunks }: SectionPlan): number {
  return chunks.reduce(
    (sum, { question, passages }) =>
      sum + (question ? 1 : 0) + (passages?.list.filter((passage) => passage.question !== null).length ?? 0),
    0,
  );
}
