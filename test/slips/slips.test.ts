import { beforeAll, describe, expect, test } from "vitest";
import { randomOf, type Random } from "../support/random.js";
import { hunanPack } from "../support/hunan-pack.js";
import { cleanBooks } from "./books.js";
import type { DrawnBook } from "./drawn-book.js";
import { annexSlips } from "./kinds/annexes.js";
import { baseDataSlips, oldYears } from "./kinds/base-data.js";
import { hints, rowMistakes, sharedScore, weightSlips, wordSlips } from "./kinds/indicators.js";
import { byNature, costSlips, executionSlips, rateShownAsOne, weightsBelowTotal, wrongRates } from "./kinds/money.js";
import { rowLeftOut, wrongParts, wrongTotals } from "./kinds/totals.js";
import { workbookSlips } from "./kinds/workbook.js";
import { describe as line, judged, seriousFindings, type Verdict } from "./measure.js";

const makers = [
  ...[wrongTotals, rowLeftOut, wrongParts, wrongRates, rateShownAsOne, executionSlips, byNature, weightsBelowTotal],
  ...[
    costSlips,
    baseDataSlips,
    oldYears,
    rowMistakes,
    weightSlips,
    wordSlips,
    hints,
    sharedScore,
    annexSlips,
    workbookSlips,
  ],
];

/** As many of a kind, over all books; more with `SLIPS=100 npx vitest run test/slips`. */
const perKind = Number(process.env["SLIPS"] ?? 4);

/** Rules that no slip here provokes, and why. */
const unprovoked: Readonly<Record<string, string>> = {
  "a1/basic-adjustment": "only where annex 2 has a row of its own for 基本支出",
  "file/old-sheet": "cross/identity covers it where the workbook holds other annexes",
  "indicator/perfect": "a whole sheet of full points, no slip",
};

let books: readonly DrawnBook[];
let verdicts: readonly Verdict[];

beforeAll(async () => {
  books = await cleanBooks();
  const made = books.flatMap((book) => makers.flatMap((make) => make(book).map((slip) => ({ book, slip }))));
  const kinds = new Map<string, typeof made>();
  for (const one of made) kinds.set(one.slip.kind, [...(kinds.get(one.slip.kind) ?? []), one]);
  const random = randomOf(2024);
  verdicts = [...kinds.values()]
    .flatMap((all) => some(random, all, perKind))
    .map(({ book, slip }) => judged(book, slip));
}, 600_000);

function some<T>(random: Random, all: readonly T[], count: number): readonly T[] {
  const rest = [...all];
  const drawn: T[] = [];
  while (drawn.length < count && rest.length > 0) drawn.push(...rest.splice(random.whole(0, rest.length - 1), 1));
  return drawn;
}

/** What the product promises. */
const promised = { found: 0.95, accused: 0.02 };

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

describe("失误", () => {
  test("无错的工作簿一声不响", () => {
    const told = books.flatMap((book) =>
      seriousFindings(book.workbook, book).map(({ id, message }) => `${book.name}｜${id} ${message}`),
    );
    expect(told).toEqual([]);
  });

  test("规则表里能挑起的规则都挑起过", () => {
    const told = new Set(verdicts.flatMap(({ rules }) => rules));
    const silent = hunanPack().rules.flatMap(({ id }) => (told.has(id) ? [] : [id]));
    expect(silent.filter((id) => !(id in unprovoked))).toEqual([]);
  });

  test(`至少 ${percent(promised.found)} 在该报的格子报出，错怪不超过 ${percent(promised.accused)}`, () => {
    const count = verdicts.length;
    const missed = verdicts.filter(({ isFound }) => !isFound);
    const accused = verdicts.filter(({ wrongly }) => wrongly.length > 0);
    console.log(report(missed, accused));
    expect(1 - missed.length / count).toBeGreaterThanOrEqual(promised.found);
    expect(accused.length / count).toBeLessThanOrEqual(promised.accused);
  });

  test("同一个工作簿里错了两处，一处不盖住另一处", () => {
    const pairs = pairsOf(verdicts, randomOf(24));
    const lost = pairs.flatMap(([one, other]) => {
      const changes = [...one.slip.changes, ...other.slip.changes];
      const together = judged(one.book, { ...one.slip, changes });
      return together.isFound ? [] : [`${other.slip.kind}盖住了${line(together)}`];
    });
    console.log(
      [`成对的失误 ${pairs.length} 处，盖住 ${percent(lost.length / pairs.length)}`, ...lost.sort()].join("\n"),
    );
    expect(lost.length / pairs.length).toBeLessThanOrEqual(1 - promised.found);
  });
});

/** A slip that is found alone, and another one elsewhere in the same book. */
function pairsOf(all: readonly Verdict[], random: Random): readonly (readonly [one: Verdict, other: Verdict])[] {
  const alone = all.filter(({ slip, isFound }) => isFound && slip.level === undefined && !slip.reshape);
  return some(random, alone, perKind * 40).flatMap((one) => {
    const roles = new Set(one.slip.changes.map(({ role }) => role));
    const others = alone.filter(
      ({ book, slip }) =>
        book === one.book && slip.kind !== one.slip.kind && !slip.changes.some(({ role }) => roles.has(role)),
    );
    return others.length === 0 ? [] : [[one, random.one(others)] as const];
  });
}

function report(missed: readonly Verdict[], accused: readonly Verdict[]): string {
  const count = verdicts.length;
  const kinds = new Set(verdicts.map(({ slip }) => slip.kind)).size;
  const told = verdicts.reduce((sum, verdict) => sum + verdict.told.length, 0);
  const often = verdicts.filter((verdict) => verdict.told.length >= 3);
  return [
    `失误 ${count} 处（${kinds} 类）：找到 ${percent(1 - missed.length / count)}，错怪 ${percent(accused.length / count)}，平均一处报 ${(told / count).toFixed(2)} 条，报三条以上的 ${often.length} 处`,
    ...listed(
      "没有报出",
      missed.map((verdict) => line(verdict)),
    ),
    ...listed(
      "错怪",
      accused.map((verdict) => line(verdict, verdict.wrongly)),
    ),
    ...listed(
      "报了三条以上",
      often.map((verdict) => line(verdict)),
    ),
  ].join("\n");
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`— ${title}`, ...[...lines].sort()];
}
