import { figureIn, type DrawnBook } from "../drawn-book.js";
import { plus, swapped, times } from "../figures.js";
import { sheetsOf } from "../rows.js";
import type { Slip, SlipMaker } from "../slip.js";

/** Sums that the form prints, money and points. */
function totalsOf(book: DrawnBook): readonly string[] {
  const found = [...book.places.keys()].filter((role) =>
    /^a1 (?:money\.(?:threePublic|vehicles|projects)|heading\.\w+)\.|^a3\S* fund\.total\.(?:initial|budget|executed)$|^a[23]\S* total\.|^a4 total\./.test(
      role,
    ),
  );
  return found.filter((role) => (figureIn(book, role) ?? 0) !== 0);
}

const slips: readonly (readonly [kind: string, change: (figure: number) => number | null, isMoneyOnly?: true])[] = [
  ["合计留成0", () => 0],
  ["合计空着", () => null],
  ["合计两位数字写颠倒", swapped],
  ["合计大了10倍", (figure) => times(figure, 10)],
  ["合计小了10倍", (figure) => times(figure, 0.1)],
  ["合计负号", (figure) => -figure],
  ["合计按元填", (figure) => times(figure, 10_000), true],
  // By a cent it may be rounding.
  ["合计差0.05", (figure) => plus(figure, 0.05), true],
];

export const wrongTotals: SlipMaker = (book) =>
  slips.flatMap(([kind, change, isMoneyOnly]) => {
    const fitting = totalsOf(book).filter(
      (role) =>
        (!isMoneyOnly || !/^a[23]\S* total\./.test(role)) &&
        // A heading may stand without figures of its own, and nothing asks for the points of the last row.
        (!/^合计(?:留成0|空着)$/.test(kind) || !role.includes("heading")) &&
        (kind !== "合计空着" || !role.endsWith(" total.weight")),
    );
    return fitting.flatMap((role): Slip[] => {
      const figure = figureIn(book, role) ?? 0;
      const value = change(figure);
      return value === null && kind !== "合计空着" ? [] : [{ kind, changes: [{ role, value }], at: [role] }];
    });
  });

/** A row that the total does not hold. */
export const rowLeftOut: SlipMaker = (book) => {
  const pairs: (readonly [total: string, part: string])[] = [];
  for (const year of ["prior", "budget", "final"]) {
    pairs.push([`a1 money.threePublic.${year}`, `a1 money.reception.${year}`]);
    pairs.push([`a1 money.vehicles.${year}`, `a1 money.vehicleRunning.${year}`]);
    pairs.push([`a1 money.projects.${year}`, `a1 business[0].${year}`]);
  }
  for (const key of sheetsOf(book, "a3")) {
    for (const column of ["initial", "budget", "executed"]) {
      pairs.push([`${key} fund.total.${column}`, `${key} fund.current.${column}`]);
    }
  }
  for (const key of sheetsOf(book, "a2", "a3")) {
    pairs.push([`${key} total.weight`, `${key} indicators[1].weight`]);
    pairs.push([`${key} total.score`, `${key} indicators[2].score`]);
  }
  for (const column of ["opening", "income", "projects"])
    pairs.push([`a4 total.${column}`, `a4 statement[0].${column}`]);
  const fitting = pairs.filter(
    ([total, part]) => (figureIn(book, total) ?? 0) !== 0 && (figureIn(book, part) ?? 0) !== 0,
  );
  return fitting.map(([total, part]): Slip => {
    const value = plus(figureIn(book, total) ?? 0, -(figureIn(book, part) ?? 0));
    return { kind: "合计漏了一行", changes: [{ role: total, value }], at: [total] };
  });
};

/** A figure below a total; where totals are formulas they follow, and other tables disagree. */
export const wrongParts: SlipMaker = (book) => {
  const a1 = ["vehicleRunning", "reception"].flatMap((row) =>
    ["prior", "budget", "final"].map((year): [string, string[]] => [
      `a1 money.${row}.${year}`,
      row === "reception" ? [`a1 money.threePublic.${year}`] : [`a1 money.vehicles.${year}`],
    ]),
  );
  const items = ["prior", "budget", "final"].map((year): [string, string[]] => [
    `a1 business[0].${year}`,
    [`a1 money.projects.${year}`, `a1 heading.business.${year}`],
  ]);
  const funds = sheetsOf(book, "a3").flatMap((key) =>
    ["initial", "budget", "executed"].map((column): [string, string[]] => [
      `${key} fund.current.${column}`,
      [`${key} fund.total.${column}`],
    ]),
  );
  const a4 = [0, 1].flatMap((row) => [
    [`a4 statement[${row}].income`, ["a4 total.income", `a4 statement[${row}].closing`]] as [string, string[]],
    [`a4 statement[${row}].projects`, [`a4 statement[${row}].outlay`, "a4 total.projects"]] as [string, string[]],
  ]);
  const typed = book.hasFormulas ? [] : [...a1, ...items, ...funds, ...a4];
  // With formulas only what another table says as well can be seen; annex 1 may be smaller where its note says so.
  const crossing: [string, string[]][] = [
    ["a1 business[0].final", ["a2 byExpenditure.projects"]],
    ...sheetsOf(book, "a3").map((key): [string, string[]] => [
      `${key} fund.current.executed`,
      ["a2 byExpenditure.projects"],
    ]),
    ["a4 statement[0].projects", ["a2 byIncome.govFund"]],
  ];
  const slips = (
    pairs: readonly [string, string[]][],
    kind: string,
    change: (figure: number) => number | null,
  ): Slip[] =>
    pairs.flatMap(([role, at]): Slip[] => {
      const figure = figureIn(book, role) ?? 0;
      const value = change(figure);
      const isSeen = figure !== 0 && at.some((place) => book.places.has(place));
      return value === null || !isSeen ? [] : [{ kind, changes: [{ role, value }], at: [...at, role] }];
    });
  return [
    ...slips(typed, "明细两位数字写颠倒", swapped),
    ...slips(book.hasFormulas ? crossing : [], "明细大了10倍，合计跟着变", (figure) => times(figure, 10)),
  ];
};
