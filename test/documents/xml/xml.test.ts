import { describe, expect, it } from "vitest";
import { decodeXml, encodeXml, escapeAttribute, escapeText, readXml } from "../../../src/documents/xml/index.js";

function codeOf(xml: string): string {
  const result = readXml(xml, "part.xml", {});
  return result.ok ? "ok" : result.failure.code;
}

describe("readXml", () => {
  it("tells tags, attributes, text and offsets that cut the source exactly", () => {
    const xml =
      '<?xml version="1.0"?>\r\n<x:row r="1" __proto__="p"><c t="s">好&amp;<![CDATA[<d>]]></c>\r\n<e/></x:row>';
    const seen: string[] = [];
    const result = readXml(xml, "part.xml", {
      open: (tag) => {
        const start = xml.lastIndexOf("<", tag.end - 1);
        seen.push(`open ${tag.name} ${Object.keys(tag.attributes).join()} ${xml.slice(start, tag.end)}`);
      },
      text: (text) => text.trim() && seen.push(`text ${text}`),
      close: (name, end) => seen.push(`close ${name} ${xml.slice(0, end).slice(-4)}`),
    });
    expect(result.ok).toBe(true);
    expect(seen).toEqual([
      'open row r,__proto__ <x:row r="1" __proto__="p">',
      'open c t <c t="s">',
      "text 好&",
      "text <d>",
      "close c </c>",
      "open e  <e/>",
      "close e <e/>",
      "close row row>",
    ]);
  });

  it("keeps offsets across the slices it reads in", () => {
    const xml = `<r>${"<c>中文\r\n😀</c>".repeat(20_000)}</r>`;
    let wrong = 0;
    readXml(xml, "part.xml", { open: (tag) => void (xml[tag.end - 1] === ">" || wrong++) });
    expect(wrong).toBe(0);
  });

  it.each([
    ["truncated", "<a><b></b>", "damaged"],
    ["mismatched", "<a></b>", "damaged"],
    ["empty", "", "damaged"],
    ["an unknown entity", "<a>&boom;</a>", "damaged"],
    ["an entity bomb", '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>', "unsafe"],
    ["an external DTD behind comments", `<!--${"x".repeat(9000)}--><!DOCTYPE a SYSTEM "http://x/"><a/>`, "unsafe"],
    ["nested too deep", "<a>".repeat(300) + "</a>".repeat(300), "damaged"],
    ["well-formed", "<a><b/></a>", "ok"],
  ])("says of %s", (_, xml, expected) => {
    expect(codeOf(xml)).toBe(expected);
  });
});

describe("text", () => {
  it("decodes UTF-8 and UTF-16 with byte-order marks, and refuses broken text", () => {
    expect(decodeXml(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]), "p")).toEqual({ ok: true, value: "a" });
    expect(decodeXml(new Uint8Array([0xff, 0xfe, 0x2d, 0x4e]), "p")).toEqual({ ok: true, value: "中" });
    expect(decodeXml(new Uint8Array([0xff]), "p").ok).toBe(false);
  });

  it("writes UTF-8 and says so", () => {
    expect(new TextDecoder().decode(encodeXml('<?xml version="1.0" encoding="UTF-16"?><a/>'))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><a/>',
    );
  });

  it("escapes what XML cannot say plainly", () => {
    expect(escapeText("a<b>&\u0000\r\ud800😀")).toBe("a&lt;b&gt;&amp;&#13;😀");
    expect(escapeAttribute('"\n')).toBe("&quot;&#10;");
  });
});
