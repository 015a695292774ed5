import fc from "fast-check";
import { parseXmlDocument, serializeToWellFormedString } from "slimdom";
import { describe, expect, it } from "vitest";
import { draftNarrative } from "../../../src/core/narrative/index.js";
import { rewriteArchive } from "../../../src/documents/archive/index.js";
import { planUpdate, writeReport } from "../../../src/documents/docx/index.js";
import { hunan, redCross, redCrossSheets } from "../../core/narrative/redcross.js";
import { open, part, unsound, update } from "./package.js";

const { a1, a2 } = redCrossSheets;
const report = writeReport(draftNarrative(redCross(), hunan));
const indicators = a2.indicators.map((item, index) => (index === 2 ? { ...item, score: "15" } : item));
const money = { ...a1.money, operating: { final: "1.5" } };
const later = draftNarrative(redCross({ a1: { ...a1, money }, a2: { ...a2, indicators }, a3: null }), hunan);

const name = "word/document.xml";
const xml = await part(report, name);
const archive = await open(report);
const withDocument = (text: string): Uint8Array =>
  rewriteArchive(archive, new Map([[name, new TextEncoder().encode(text)]]));

describe("残缺的报告", () => {
  it("少了任何一个元素，更新都不出错，写出的仍然完好，再更新不变", async () => {
    const count = parseXmlDocument(xml).getElementsByTagName("*").length;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: count - 1 }), fc.integer({ min: 2, max: count - 1 }), async (a, b) => {
        const document = parseXmlDocument(xml);
        const elements = document.getElementsByTagName("*");
        for (const index of new Set([a, b])) elements[index]?.remove();
        const { bytes } = await update(withDocument(serializeToWellFormedString(document)), later);
        expect(await unsound(bytes)).toEqual([]);
        expect((await update(bytes, later)).bytes).toBe(bytes);
      }),
      { numRuns: 60 },
    );
  });

  it("切掉任何一截文字：一句话，从不抛出", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: xml.length }), fc.nat({ max: 400 }), async (from, length) => {
        const result = await planUpdate(withDocument(xml.slice(0, from) + xml.slice(from + length)), later);
        if (!result.ok) expect(result.failure.message.zh).toMatch(/。$/);
      }),
      { numRuns: 60 },
    );
  });
});
