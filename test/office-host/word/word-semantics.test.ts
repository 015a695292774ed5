import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { report } from "../../support/open-report.js";
import { bootWord, WordDocument, wordOld, type BootedWord, type EmulatedWord } from "../index.js";
import type { WireObject } from "../objects/wire-object.js";
import { libraryMembers } from "../protocol/requirements.js";
import { wordRoot } from "./objects/word-types.js";

const facts = "urn:annex-desk:facts:1";
const operating = "annex:fact:basic.operating";
const section = "annex:section:general-budget";

let booted: BootedWord;
let word: EmulatedWord;

beforeAll(async () => {
  booted = await bootWord(await WordDocument.open(report, "自评报告.docx"));
});
beforeEach(async () => {
  booted.reopen(await WordDocument.open(report, "自评报告.docx"));
  ({ word } = booted);
  word.log.clear();
});
afterAll(() => booted.close());

function asked<T>(call: (done: (answer: Office.AsyncResult<T>) => void) => void): Promise<Office.AsyncResult<T>> {
  return new Promise((done) => call(done));
}

async function nodes(xpath: string): Promise<readonly Office.CustomXmlNode[]> {
  const parts = await asked<Office.CustomXmlPart[]>((done) =>
    Office.context.document.customXmlParts.getByNamespaceAsync(facts, done),
  );
  const [part] = parts.value;
  if (!part) return [];
  return (await asked<Office.CustomXmlNode[]>((done) => part.getNodesAsync(xpath, done))).value;
}

/** Place of the node of 公用经费. */
async function operatingNode(): Promise<Office.CustomXmlNode> {
  for (const node of await nodes("/*/*")) {
    const { value } = await asked<string>((done) => node.getXmlAsync(done));
    if (value.includes('id="basic.operating"')) return node;
  }
  throw new Error("no such node");
}

test("the real library starts as in Word on Windows", () => {
  expect(booted.info).toEqual({ host: "Word", platform: "PC" });
  expect(Office.context.requirements.isSetSupported("WordApi", "1.5")).toBe(true);
  expect(Office.context.requirements.isSetSupported("CustomXmlParts", "1.1")).toBe(true);
});

test("every member it answers is one that the shipped library sends", () => {
  const { wireNames } = libraryMembers("Word");
  const found = new Map<string, readonly string[]>();
  const visit = (object: WireObject | null | undefined): void => {
    if (!object || found.has(object.type)) return;
    found.set(object.type, object.members);
    for (const name of object.members) visit(object.navigation(name));
    for (const item of object.items()) visit(item);
  };
  word.userSelect(operating);
  const root = wordRoot({
    ...{ document: word.document, api: "1.7", release: () => undefined },
    ...{ mayWrite: () => true, leavesStray: () => false },
  });
  visit(root);
  visit(root.object("GetSelection")?.([]));
  expect([...found.keys()].toSorted()).toEqual([
    ...["Body", "ContentControl", "ContentControlCollection", "Document", "Paragraph", "ParagraphCollection", "Range"],
  ]);
  const unknown = [...found].flatMap(([type, members]) =>
    members.filter((member) => wireNames.get(type)?.has(member) !== true).map((member) => `${type}.${member}`),
  );
  expect(unknown).toEqual([]);
});

describe("bindings", () => {
  test("setting a node changes the control that shows it", async () => {
    const node = await operatingNode();
    const set = await asked((done) => node.setTextAsync("2.5", done));
    expect(set.status).toBe("succeeded");
    expect(word.textsOf(operating)).toEqual(["2.5"]);
  });

  test("typing in a control changes the node", async () => {
    word.userType(operating, "3.5");
    const node = await operatingNode();
    expect((await asked<string>((done) => node.getTextAsync(done))).value).toBe("3.5");
  });

  test("replacing the root keeps part and bindings", async () => {
    const [root] = await nodes("/*");
    const xml = (await asked<string>((done) => root?.getXmlAsync(done))).value;
    const changed = xml.replace(/(id="basic\.operating"[^>]*>)[^<]*/, "$14.5");
    expect((await asked((done) => root?.setXmlAsync(changed, done))).status).toBe("succeeded");
    expect(word.textsOf(operating)).toEqual(["4.5"]);
  });

  test("a node without text takes none, XML with a declaration is refused, a node that is gone is told", async () => {
    const node = await operatingNode();
    await asked((done) => node.setTextAsync("", done));
    const empty = await asked((done) => node.setTextAsync("1", done));
    expect(empty).toMatchObject({ status: "failed", error: { code: 6100 } });
    const declared = await asked((done) => node.setXmlAsync('<?xml version="1.0"?><a/>', done));
    expect(declared).toMatchObject({ status: "failed", error: { code: 6100 } });
    await asked((done) => node.setXmlAsync(`<fact xmlns="${facts}" key="k">1</fact>`, done));
    const gone = await asked<string>((done) => node.getTextAsync(done));
    expect(gone).toMatchObject({ status: "failed", error: { code: 6000 } });
  });
});

describe("the file", () => {
  test("is what would be saved now, in slices; two copies at most", async () => {
    word.userType(operating, "5.5");
    const copy = () =>
      asked<Office.File>((done) =>
        Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: 4096 }, done),
      );
    const { value: file } = await copy();
    const bytes: number[] = [];
    for (let index = 0; index < file.sliceCount; index++) {
      const { value } = await asked<Office.Slice>((done) => file.getSliceAsync(index, done));
      bytes.push(...(value.data as number[]));
    }
    expect(bytes).toHaveLength(file.size);
    const saved = await WordDocument.open(new Uint8Array(bytes), "saved.docx");
    expect(saved.controlsIn(saved.body).find(({ tag }) => tag === operating)?.text).toBe("5.5");
    expect((await copy()).status).toBe("succeeded");
    expect((await copy()).status).toBe("failed");
  });

  test("a part that was added is in it", async () => {
    const added = await asked<Office.CustomXmlPart>((done) =>
      Office.context.document.customXmlParts.addAsync('<a xmlns="urn:added"/>', done),
    );
    const saved = await WordDocument.open(await word.document.bytes(), "saved.docx");
    expect(saved.customParts.map(({ id }) => id)).toContain(added.value.id);
    await asked((done) => added.value.deleteAsync(done));
    expect(word.document.customParts).toHaveLength(2);
  });
});

const emptyPackage =
  '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>' +
  '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p/><w:sectPr/></w:body></w:document>' +
  "</pkg:xmlData></pkg:part></pkg:package>";

describe("Word's own model", () => {
  test("lists rich-text controls by tag, and keeps no reference after the batch", async () => {
    const seen = await Word.run(async (context) => {
      const sections = context.document.body.contentControls.getByTag(section);
      const figures = context.document.body.contentControls.getByTag(operating);
      sections.load("items/tag,items/type,items/text");
      figures.load("items/tag");
      await context.sync();
      return { sections: sections.items.map(({ type }) => type), figures: figures.items.length };
    });
    expect(seen).toEqual({ sections: ["RichText"], figures: 0 });
    expect(word.heldReferences).toBe(0);
  });

  test("text that is no package, and a place that a control does not know, are refused", async () => {
    const insert = (ooxml: string, place: "Replace" | "Start") =>
      Word.run(async (context) => {
        const control = context.document.body.contentControls.getByTag(section).getFirstOrNullObject();
        control.insertOoxml(ooxml, place);
        await context.sync();
      });
    await expect(insert("<a/>", "Replace")).rejects.toMatchObject({ code: "InvalidArgument" });
    await expect(insert(emptyPackage, "Start")).rejects.toMatchObject({ code: "InvalidArgument" });
    await insert(emptyPackage, "Replace");
    expect(word.textsOf(section)).toEqual([""]);
  });

  test.each([
    ["1.7", "annex:fact:basic.operating"],
    ["1.3", section],
  ])("WordApi %s: the control around the cursor in a figure is %s", async (version, tag) => {
    const document = await WordDocument.open(report, "自评报告.docx");
    booted.reopen(document, { requirements: { ...wordOld, WordApi: version } });
    booted.word.userSelect(operating);
    const found = await Word.run(async (context) => {
      const control = context.document.getSelection().parentContentControlOrNullObject;
      control.load("tag");
      await context.sync();
      return control.tag;
    });
    expect(found).toBe(tag);
  });

  test("what is above the version is not there", async () => {
    booted.reopen(await WordDocument.open(report, "自评报告.docx"), { requirements: wordOld });
    const asking = Word.run(async (context) => {
      context.document.load("changeTrackingMode");
      await context.sync();
    });
    await expect(asking).rejects.toMatchObject({ code: "ApiNotFound" });
  });
});
