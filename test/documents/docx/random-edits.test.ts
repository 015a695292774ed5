import fc from "fast-check";
import { parseXmlDocument, serializeToWellFormedString, type Document, type Element } from "slimdom";
import { describe, expect, it } from "vitest";
import { draftNarrative, type Narrative } from "../../../src/core/narrative/index.js";
import { rewriteArchive } from "../../../src/documents/archive/index.js";
import { writeReport } from "../../../src/documents/docx/index.js";
import { hunan, redCross, redCrossSheets } from "../../core/narrative/redcross.js";
import { bodyText, edit, open, part, unsound, update } from "./package.js";
import { resolved } from "./revisions.js";

const { a1, a2 } = redCrossSheets;
const draft = (...change: Parameters<typeof redCross>): Narrative => draftNarrative(redCross(...change), hunan);
const report = writeReport(draft());
const name = "word/document.xml";
const xml = await part(report, name);
const archive = await open(report);

const threePublic = (final: string): typeof a1 =>
  ({ ...a1, money: { ...a1.money, threePublic: { prior: "0.3", budget: "0.5", final } } }) as unknown as typeof a1;
const indicators = a2.indicators.map((item, index) => (index === 2 ? { ...item, score: "15" } : item));
/** Figures, a direction, the number of problems, 无 → 有. */
const states: readonly Narrative[] = [
  draft(),
  draft({ a1: threePublic("0.4") }),
  draft({ a2: { ...a2, indicators }, a3: null }),
  draft({ a4: { total: { outlay: "5" } } }),
];

const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

type Act = (document: Document, place: number, word: string) => void;

const pick = (document: Document, tag: string, place: number): Element | undefined => {
  const found = document.getElementsByTagNameNS(w, tag).filter(({ parentNode }) => parentNode !== null);
  return found[place % Math.max(found.length, 1)];
};

/** What people do; `word` is theirs and found nowhere else. */
const acts: Readonly<Record<string, Act>> = {
  typeInto: (document, place, word) => {
    const text = pick(document, "t", place);
    const old = text?.textContent ?? "";
    const at = place % (old.length + 1);
    text?.replaceChildren(old.slice(0, at) + word + old.slice(at));
  },
  addParagraph: (document, place, word) => {
    const paragraph = pick(document, "p", place);
    const copy = paragraph?.cloneNode(false) as Element | undefined;
    const run = document.createElementNS(w, "w:r");
    const text = document.createElementNS(w, "w:t");
    text.append(word);
    run.append(text);
    copy?.append(run);
    if (copy) paragraph?.after(copy);
  },
  removeRun: (document, place) => pick(document, "r", place)?.remove(),
  removeControl: (document, place) => pick(document, "sdt", place)?.remove(),
  splitRun: (document, place) => {
    const text = pick(document, "t", place);
    const run = text?.parentElement;
    const old = text?.textContent ?? "";
    if (!run || old.length < 2 || run.children.length > 2) return;
    const second = run.cloneNode(true) as Element;
    text.replaceChildren(old.slice(0, 1));
    second.getElementsByTagNameNS(w, "t")[0]?.replaceChildren(old.slice(1));
    run.after(second);
  },
  moveSection: (document, place) => {
    const section = pick(document, "sdt", place);
    if (section?.parentElement?.localName === "body") section.parentElement.prepend(section);
  },
  copySection: (document, place) => {
    const section = pick(document, "sdt", place);
    section?.after(section.cloneNode(true));
  },
};

const edits = fc.array(fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat({ max: 5_000 })), {
  minLength: 1,
  maxLength: 8,
});

function editedReport(list: readonly (readonly [string, number])[]): {
  readonly bytes: Uint8Array;
  readonly words: readonly string[];
} {
  const document = parseXmlDocument(xml);
  list.forEach(([act, place], index) => acts[act]?.(document, place, `〔人写的${"甲乙丙丁戊己庚辛"[index] ?? ""}〕`));
  const text = serializeToWellFormedString(document);
  const words = [...new Set(text.match(/〔人写的.〕/g) ?? [])];
  return { bytes: rewriteArchive(archive, new Map([[name, new TextEncoder().encode(text)]])), words };
}

describe("随便怎么改", () => {
  it("生成、改、更新、再更新：第三次等于第二次，人写的一个字不丢", async () => {
    await fc.assert(
      fc.asyncProperty(edits, fc.nat({ max: 3 }), fc.nat({ max: 3 }), async (list, one, two) => {
        const { bytes, words } = editedReport(list);
        const once = await update(bytes, states[one] ?? draft());
        expect((await update(once.bytes, states[one] ?? draft())).bytes).toBe(once.bytes);
        expect(await unsound(once.bytes)).toEqual([]);
        const later = await update(once.bytes, states[two] ?? draft());
        const text = (await bodyText(later.bytes)).join("\n");
        for (const word of words) expect(text).toContain(word);
        expect((await update(later.bytes, states[two] ?? draft())).bytes).toBe(later.bytes);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it("选了附表的，问题就没有了；选了留人工的，不再问", async () => {
    await fc.assert(
      fc.asyncProperty(
        edits,
        fc.nat({ max: 3 }),
        fc.constantFrom("ours" as const, "theirs" as const),
        async (list, one, choice) => {
          const state = states[one] ?? draft();
          const { bytes } = await update(editedReport(list).bytes, state, () => choice);
          const again = await update(bytes, state);
          expect(again.plan.conflicts).toEqual([]);
          expect(again.bytes).toBe(bytes);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);

  it("跟踪修订时：接受全部修订，与直接更新的文字一样", async () => {
    await fc.assert(
      fc.asyncProperty(edits, fc.nat({ max: 3 }), async (list, one) => {
        const state = states[one] ?? draft();
        const { bytes, words } = editedReport(list);
        const tracking = await edit(bytes, "word/settings.xml", (text) =>
          text.replace("<w:evenAndOddHeaders/>", "<w:trackRevisions/><w:evenAndOddHeaders/>"),
        );
        const tracked = await update(tracking, state);
        expect((await update(tracked.bytes, state)).bytes).toBe(tracked.bytes);
        if (!(await part(tracked.bytes, name)).includes("<w:ins ")) return;
        const said = (lines: readonly string[]): readonly string[] => lines.filter((line) => line !== "");
        const accepted = said(await bodyText(await resolved(tracked.bytes, "accept")));
        expect(accepted).toEqual(said(await bodyText((await update(bytes, state)).bytes)));
        for (const word of words) expect(accepted.join("\n")).toContain(word);
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
