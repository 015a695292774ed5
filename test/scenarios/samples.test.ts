import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sampleBooks } from "../../scripts/samples/build.js";
import { checkWorkbook, newWorkbook, openBook, type CheckResult } from "../../src/app/index.js";
import type { OpenBook } from "../../src/app/index.js";
import { addressOf } from "../../src/core/sheet/index.js";
import { readWorkbook, writeNewWorkbook, type NewWorkbook } from "../../src/documents/xlsx/index.js";
import { moved, otherWords, renamed, stacked, withRowsInserted, type Variant } from "../fixtures/variants.js";
import { hunanPack } from "../support/hunan-pack.js";
import { repositoryRoot } from "../support/planted-tree.js";

const pack = hunanPack();

async function checked(bytes: Uint8Array): Promise<{ readonly result: CheckResult; readonly opened: OpenBook }> {
  const read = await readWorkbook(bytes, "附表.xlsx");
  if (!read.ok) throw new Error(read.failure.message.zh);
  const opened = openBook(read.value, pack);
  return { result: checkWorkbook(read.value, opened, pack), opened };
}

/** Everything above 提示, as the expectations write it down. */
function serious({ findings }: CheckResult): string[] {
  return findings
    .filter(({ severity }) => severity !== "info")
    .map(({ id, severity, sheet, cell }) => `${severity} ${id} ${sheet} ${cell ? addressOf(cell) : ""}`)
    .sort();
}

interface Expected {
  readonly id: string;
  readonly severity: string;
  readonly sheet: string;
  readonly cell: string;
}

const folder = join(repositoryRoot, "assets/samples");
const expected = JSON.parse(readFileSync(join(folder, "redcross-2024.expected.json"), "utf8")) as Readonly<
  Record<string, readonly Expected[]>
>;

describe("样例工作簿从头查到尾", () => {
  test.each(Object.keys(expected))("%s：不多不少，各在其格", async (name) => {
    const { result } = await checked(readFileSync(join(folder, name)));
    const wanted = expected[name]?.map(({ id, severity, sheet, cell }) => `${severity} ${id} ${sheet} ${cell}`).sort();
    expect(serious(result)).toEqual(wanted);
  });

  test("带错的样例恰好八处", () => {
    expect(expected["redcross-2024.xlsx"]).toEqual([]);
    expect(expected["redcross-2024-mistakes.xlsx"]).toHaveLength(8);
  });

  test("算出的得分与填报的一致，总分97.45，等级优，两项指标未达标", async () => {
    const { opened } = await checked(readFileSync(join(folder, "redcross-2024.xlsx")));
    const [whole] = opened.scores;
    expect(whole?.total.computed?.toFixed()).toBe("97.45");
    expect(whole?.grade.computed).toBe("优");
    for (const { indicators } of opened.scores) {
      for (const { name, filed, computed } of indicators) {
        if (computed !== null) expect([name, filed?.toFixed()]).toEqual([name, computed.toFixed()]);
      }
    }
    const unmet = opened.scores.flatMap(({ indicators }) => indicators.filter(({ verdict }) => verdict === "unmet"));
    expect(unmet.map(({ name }) => name)).toEqual([
      "人道救助受益人数",
      "积极动员社会力量参与扶弱助残、助医、助学、助困",
    ]);
  });
});

describe("空白附表", () => {
  test("只提示还没有填写，没有错误和警告", async () => {
    const { result } = await checked(newWorkbook(pack, { year: 2025 }));
    expect(result.findings.map(({ id, severity }) => `${severity} ${id}`)).toEqual([
      "info file/unfilled",
      "info file/unfilled",
      "info file/unfilled",
    ]);
  });
});

describe("挪了位置、换了名字，还是同样的毛病", async () => {
  const { clean, mistaken } = sampleBooks(pack.forms);
  const ids = async (book: NewWorkbook): Promise<string[]> => {
    const { result } = await checked(writeNewWorkbook(book));
    return result.findings
      .filter(({ severity }) => severity !== "info")
      .map(({ id, subject }) => `${id} ${subject.replace(/第\d+行/, "第n行")}`);
  };
  const variants: readonly (readonly [string, Variant])[] = [
    ["工作表改名", renamed],
    ["整体下移右移", moved(4, 1)],
    ["中间插入空行", withRowsInserted([7, 20])],
    ["表头和行名换说法", otherWords],
    ["附表排在一张工作表里", stacked],
  ];
  const usual = (await ids(mistaken)).sort();

  test.each(variants)("%s", async (_, variant) => {
    expect(await ids(variant(clean))).toEqual([]);
    expect((await ids(variant(mistaken))).sort()).toEqual(usual);
  });
});
