import fc from "fast-check";
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { describe, expect, it } from "vitest";
import { openArchive, rewriteArchive, writeArchive, type Archive } from "../../../src/documents/archive/index.js";

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

async function opened(bytes: Uint8Array): Promise<Archive> {
  const archive = await openArchive(bytes);
  if (!archive.ok) throw new Error(archive.failure.code);
  return archive.value;
}

async function codeOf(bytes: Uint8Array, part?: string): Promise<string> {
  const archive = await openArchive(bytes);
  if (!archive.ok) return archive.failure.code;
  if (part === undefined) return "open";
  const content = await archive.value.read(part);
  return content.ok ? "read" : content.failure.code;
}

/** As a streaming producer writes: sizes follow the data. */
function streamed(parts: Readonly<Record<string, string>>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_, chunk) => chunks.push(chunk));
  Object.entries(parts).forEach(([name, content], index) => {
    const part = index % 2 === 0 ? new ZipDeflate(name) : new ZipPassThrough(name);
    zip.add(part);
    part.push(strToU8(content), true);
  });
  zip.end();
  return Uint8Array.from(chunks.flatMap((chunk) => [...chunk]));
}

describe("openArchive", () => {
  it("returns what was written, in order", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.tuple(fc.stringMatching(/^[a-z\u4e00-\u4eff/]{1,12}[a-z]$/), fc.uint8Array({ maxLength: 500 })),
          {
            selector: ([name]) => name.replace(/^\/+/, ""),
            maxLength: 8,
          },
        ),
        async (parts) => {
          const archive = await opened(writeArchive(parts));
          expect(archive.names).toEqual(parts.map(([name]) => name.replace(/^\/+/, "")));
          for (const [name, content] of parts) {
            expect(await archive.read(name)).toEqual({ ok: true, value: content });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("writes the same bytes for the same parts", () => {
    const parts = [["a.xml", strToU8("<a/>")]] as const;
    expect(writeArchive(parts)).toEqual(writeArchive(parts));
  });

  it("reads a streaming producer's package with sizes behind the data", async () => {
    const archive = await opened(streamed({ "a.txt": "aaaa".repeat(100), "b.txt": "b" }));
    const a = await archive.read("a.txt");
    const b = await archive.read("b.txt");
    expect([a.ok && text(a.value), b.ok && text(b.value)]).toEqual(["aaaa".repeat(100), "b"]);
  });

  it("finds parts whatever the case and the slashes", async () => {
    const archive = await opened(writeArchive([["xl\\Workbook.xml", strToU8("x")]]));
    expect(archive.has("xl/workbook.xml")).toBe(true);
    expect(archive.names).toEqual(["xl/Workbook.xml"]);
  });

  it("keeps names that look like paths out of the package as mere names", async () => {
    const archive = await opened(
      writeArchive([
        ["../../etc/passwd", strToU8("x")],
        ["__proto__", strToU8("y")],
      ]),
    );
    expect(archive.has("__proto__")).toBe(true);
    expect(archive.has("constructor")).toBe(false);
    expect(archive.names).toEqual(["../../etc/passwd", "__proto__"]);
  });

  const good = writeArchive([
    ["a.xml", strToU8("<a>".repeat(50))],
    ["b.xml", strToU8("b")],
  ]);
  const flipped = Uint8Array.from(good);
  flipped[40] = (flipped[40] ?? 0) ^ 0xff;
  it.each([
    ["random bytes", Uint8Array.from({ length: 400 }, (_, index) => (index * 7919) % 251), "not-a-zip"],
    ["nothing", new Uint8Array(0), "not-a-zip"],
    ["a truncated zip", good.slice(0, good.length - 30), "damaged"],
    ["a zip cut at its front", good.slice(20), "damaged"],
    [
      "two parts of one name",
      writeArchive([
        ["a.xml", strToU8("1")],
        ["A.xml", strToU8("2")],
      ]),
      "damaged",
    ],
    ["a flipped byte in the data", flipped, "damaged"],
    ["a good zip", good, "read"],
  ])("says of %s", async (_, bytes, expected) => {
    expect(await codeOf(bytes, "a.xml")).toBe(expected);
  });

  it("does not inflate a bomb, and believes no size that it declares", async () => {
    const caps = { parts: 10, part: 1_000_000, total: 2_000_000 };
    const readBomb = async (declared: number | null): Promise<string> => {
      const bomb = writeArchive([["bomb.xml", new Uint8Array(3_000_000)]]);
      const view = new DataView(bomb.buffer);
      if (declared !== null) view.setUint32(view.getUint32(bomb.length - 6, true) + 24, declared, true);
      const archive = await openArchive(bomb, caps);
      const content = archive.ok ? await archive.value.read("bomb.xml") : archive;
      return content.ok ? "read" : content.failure.code;
    };
    expect([await readBomb(null), await readBomb(10), await readBomb(0), await readBomb(999_999)]).toEqual([
      "too-large",
      "damaged",
      "damaged",
      "damaged",
    ]);
  });

  it("stops many parts at the total cap, and counts a part once", async () => {
    const part = new Uint8Array(600_000);
    const bytes = writeArchive([
      ["a", part],
      ["b", part],
    ]);
    const archive = await openArchive(bytes, { parts: 10, part: 1_000_000, total: 1_000_000 });
    if (!archive.ok) throw new Error("not opened");
    expect((await archive.value.read("a")).ok).toBe(true);
    expect((await archive.value.read("a")).ok).toBe(true);
    const second = await archive.value.read("b");
    expect(second.ok ? "read" : second.failure.code).toBe("too-large");
  });

  it("refuses too many parts and parts that overlap", async () => {
    const many = writeArchive(Array.from({ length: 12 }, (_, index) => [`p${index}`, strToU8("x")] as const));
    const archive = await openArchive(many, { parts: 10, part: 100, total: 100 });
    expect(archive.ok ? "open" : archive.failure.code).toBe("too-large");

    const two = writeArchive([
      ["a", strToU8("same")],
      ["b", strToU8("same")],
    ]);
    const view = new DataView(two.buffer);
    const directory = view.getUint32(two.length - 6, true);
    view.setUint32(directory + 46 + 1 + 42, 0, true);
    expect(await codeOf(two)).toBe("damaged");
  });

  it("never throws on flipped bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 6 }), async (flips) => {
        const bytes = Uint8Array.from(good);
        for (const [at, value] of flips) bytes[at] = value;
        expect(typeof (await codeOf(bytes, "a.xml"))).toBe("string");
      }),
      { numRuns: 300 },
    );
  });
});

describe("rewriteArchive", () => {
  it("copies stored bytes of untouched parts, replaces in place, adds at the end, removes", async () => {
    const before = await opened(streamed({ "1": "one".repeat(40), "2": "two", "3": "three".repeat(40), "4": "four" }));
    const after = await opened(
      rewriteArchive(
        before,
        new Map([
          ["2", strToU8("TWO")],
          ["4", null],
          ["5", strToU8("five")],
        ]),
      ),
    );
    expect(after.names).toEqual(["1", "2", "3", "5"]);
    const two = await after.read("2");
    expect(two.ok && text(two.value)).toBe("TWO");
    for (const name of ["1", "3"]) {
      const stored = (archive: Archive) => archive.entries.find((entry) => entry.name === name);
      expect(stored(after)?.data).toEqual(stored(before)?.data);
      expect(stored(after)?.date).toBe(stored(before)?.date);
      expect(await after.read(name)).toEqual(await before.read(name));
    }
  });
});
