import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { readWorkbook } from "../../src/documents/xlsx/index.js";
import { createEngine } from "../../src/pane/create-engine.js";
import type { DeskEngine } from "../../src/pane/index.js";
import { hunanPack } from "../support/hunan-pack.js";

const sample = resolve(import.meta.dirname, "../../assets/samples/redcross-2024.xlsx");

let snapshot: WorkbookSnapshot;
let engine: DeskEngine;

beforeAll(async () => {
  const read = await readWorkbook(readFileSync(sample), "redcross-2024.xlsx");
  if (!read.ok) throw new Error(read.failure.message.en);
  snapshot = read.value;
  engine = createEngine(hunanPack());
});

describe("得分", () => {
  it("未定的一项取最低、最高时，整表总分各是多少", () => {
    const [sheet] = engine.score(snapshot).sheets;
    const open = sheet?.lines.find(({ name }) => name.startsWith("积极动员社会力量"));
    expect(open).toMatchObject({ filed: "6", band: ["4.8", "6.4"], totalAt: ["96.25", "97.85"] });
    expect(sheet?.lines.find(({ name }) => name === "人道救助受益人数")).toMatchObject({
      computed: "7.45",
      totalAt: null,
    });
  });
});

describe("存进工作簿的部分", () => {
  it("读不了的部分不覆盖，说明原因", () => {
    const broken = { ...snapshot, deskXml: "<desk" };
    const stored = engine.answering({ functions: "新" })(broken.deskXml);
    expect(stored.ok).toBe(false);
    expect(stored.ok ? "" : stored.failure.message.zh).not.toBe("");
  });

  it("填写的内容写进去读得回来，别的都在", () => {
    const stored = engine.answering({ ...engine.basics(snapshot).answers, other: "无其他说明" })(snapshot.deskXml);
    expect(stored.ok).toBe(true);
    const again = { ...snapshot, deskXml: stored.ok ? stored.value : null };
    expect(engine.basics(again).answers).toEqual({ ...engine.basics(snapshot).answers, other: "无其他说明" });
  });
});
