// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { officeDelivery } from "../../../src/hosts/office/index.js";

const bytes = new Uint8Array([1, 2, 3]);
const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const delivery = officeDelivery();

interface Download {
  readonly name: string;
  readonly address: string;
}

let downloads: Download[];
let blobs: Blob[];

beforeEach(() => {
  downloads = [];
  blobs = [];
  URL.createObjectURL = (blob: Blob) => `blob:annex/${blobs.push(blob)}`;
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    downloads.push({ name: this.download, address: this.href });
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(window, "showSaveFilePicker");
});

function picker(open: () => Promise<unknown>): void {
  Object.assign(window, { showSaveFilePicker: open });
}

describe("a file", () => {
  test("is downloaded, and nobody claims that it arrived", async () => {
    expect(await delivery.saveFile("报告.docx", bytes, docx)).toEqual({
      ok: true,
      value: { kind: "unconfirmed", name: "报告.docx" },
    });
    expect(downloads).toEqual([{ name: "报告.docx", address: "blob:annex/1" }]);
    expect(blobs[0]).toMatchObject({ size: 3, type: docx });
    expect(document.querySelector("a")).toBeNull();
  });

  test("goes where the save dialog says", async () => {
    const written: Uint8Array[] = [];
    picker(() =>
      Promise.resolve({
        name: "改名.docx",
        createWritable: () =>
          Promise.resolve({
            write: async (data: Uint8Array) => void written.push(data),
            close: () => Promise.resolve(),
          }),
      }),
    );
    expect(await delivery.saveFile("报告.docx", bytes, docx)).toMatchObject({
      value: { kind: "saved", name: "改名.docx" },
    });
    expect(written).toEqual([bytes]);
    expect(downloads).toEqual([]);
  });

  test("a dialog that the person closed is no failure and no download", async () => {
    picker(() => Promise.reject(new DOMException("", "AbortError")));
    expect(await delivery.saveFile("报告.docx", bytes, docx)).toMatchObject({ value: { kind: "cancelled" } });
    expect(downloads).toEqual([]);
  });

  test("a dialog that Excel on the web forbids falls back to the download", async () => {
    picker(() => Promise.reject(new DOMException("Cross origin sub frames", "SecurityError")));
    expect(await delivery.saveFile("报告.docx", bytes, docx)).toMatchObject({ value: { kind: "unconfirmed" } });
    expect(downloads).toHaveLength(1);
  });

  test("a browser that refuses both is told in a sentence", async () => {
    URL.createObjectURL = () => {
      throw new Error("refused");
    };
    const result = await delivery.saveFile("报告.docx", bytes, docx);
    expect(result).toMatchObject({ ok: false, failure: { code: "download-refused" } });
  });
});

describe("a text", () => {
  const clipboard = (writeText: (text: string) => Promise<void>) =>
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });

  test("goes to the clipboard", async () => {
    const copied: string[] = [];
    clipboard(async (text) => void copied.push(text));
    expect(await delivery.copyText("一、部门基本情况")).toEqual({ ok: true, value: undefined });
    expect(copied).toEqual(["一、部门基本情况"]);
  });

  test("without permission it is copied from a field, which is taken away again", async () => {
    clipboard(() => Promise.reject(new DOMException("", "NotAllowedError")));
    let selected = "";
    document.execCommand = () => {
      selected = document.querySelector("textarea")?.value ?? "";
      return true;
    };
    expect((await delivery.copyText("正文")).ok).toBe(true);
    expect(selected).toBe("正文");
    expect(document.querySelector("textarea")).toBeNull();
  });

  test("when both are refused the person is told what to press", async () => {
    clipboard(() => Promise.reject(new DOMException("", "NotAllowedError")));
    document.execCommand = () => false;
    const result = await delivery.copyText("正文");
    expect(result).toMatchObject({ ok: false, failure: { code: "copy-refused" } });
    if (!result.ok) expect(result.failure.message.zh).toContain("Ctrl+C");
  });
});
