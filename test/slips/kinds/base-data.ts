import { figureIn, textIn, type DrawnBook } from "../drawn-book.js";
import { plus, times } from "../figures.js";
import type { Slip, SlipMaker } from "../slip.js";

const years = ["prior", "budget", "final"] as const;

/** Annex 1 apart from its sums and rates. */
export const baseDataSlips: SlipMaker = (book) => {
  if (!book.places.has("a1 staff.quota")) return [];
  const slips: Slip[] = [
    single("人数不是整数", "a1 staff.actual", 17.5, "General"),
    single("人数为负", "a1 staff.quota", -2),
    {
      ...single("没有编制却有控制率", "a1 staff.quota", 0),
      at: ["a1 staff.rate", "a1 staff.quota"],
      ...typedRate(book),
    },
    {
      kind: "超编没有说明",
      changes: [{ role: "a1 staff.actual", value: plus(figureIn(book, "a1 staff.quota") ?? 0, 3) }],
      at: ["a1 staff.rate", "a1 staff.actual"],
    },
    { kind: "厉行节约措施空着", changes: [{ role: "a1 notes.thrift", value: null }], at: ["a1 notes.thrift"] },
    {
      kind: "电话空着",
      changes: [{ role: "a1 signature.phone", value: null }],
      at: ["a1 signature.phone"],
      level: "info",
    },
    {
      kind: "填报日期不在次年",
      changes: [{ role: "a1 signature.filedOn", value: "2022年3月1日" }],
      at: ["a1 signature.filedOn"],
      level: "info",
    },
    {
      kind: "政府采购填了上年数",
      changes: [{ role: "a1 money.procurement.prior", value: 55 }],
      at: ["a1 money.procurement.prior"],
      level: "info",
    },
    {
      kind: "公用经费为0",
      changes: years.map((year) => ({ role: `a1 money.operating.${year}`, value: 0 })),
      at: ["a1 money.operating.final"],
    },
  ];
  const rows = ["vehicleRunning", "reception", "operating", "operating.office", "operating.utilities", "procurement"];
  const cells = rows
    .flatMap((row) => years.map((year) => `a1 money.${row}.${year}`))
    .concat(years.map((year) => `a1 business[0].${year}`));
  const figures = cells.filter((role) => (figureIn(book, role) ?? 0) !== 0);
  for (const role of figures) slips.push(single("按元填", role, times(figureIn(book, role) ?? 0, 10_000)));
  for (const role of figures)
    slips.push(single("小数位过多", role, plus(figureIn(book, role) ?? 0, 0.000123), "General"));
  for (const year of years) {
    const role = `a1 money.operating.${year}`;
    slips.push(single("公用经费小于其中各项", role, times(figureIn(book, role) ?? 0, 0.1)));
    slips.push({
      ...single(
        "公用经费其中项大了10倍",
        `a1 money.operating.utilities.${year}`,
        times(figureIn(book, `a1 money.operating.utilities.${year}`) ?? 0, 10),
      ),
      at: [role, `a1 money.operating.utilities.${year}`],
    });
  }
  for (const row of ["vehicleRunning", "reception"]) {
    const [prior = 0, budget = 0, final = 0] = years.map((year) => figureIn(book, `a1 money.${row}.${year}`) ?? 0);
    const by = plus(Number(times(Math.max(prior, budget), 1.1).toFixed(2)), -final);
    slips.push({
      kind: "三公经费超预算、比上年增加",
      changes: [...raised(book, row, by)],
      at: [`a1 money.${row}.final`],
      touches: ["a1 money.threePublic.final"],
    });
  }
  if (figureIn(book, "a1 building.approvedScale") !== null) {
    for (const rate of ["a1 building.scaleRate", "a1 building.investRate"])
      slips.push(single("楼堂馆所控制率写错", rate, 0.9123));
    slips.push({
      kind: "超批复规模",
      changes: scaled(book, "building.actualScale", "building.approvedScale", "building.scaleRate"),
      at: ["a1 building.scaleRate"],
    });
    slips.push({
      kind: "超投资概算",
      changes: scaled(book, "building.actualInvest", "building.budgetInvest", "building.investRate"),
      at: ["a1 building.investRate"],
    });
  }
  return slips;
};

function single(kind: string, role: string, value: number, format?: string): Slip {
  return { kind, changes: [{ role, value, ...(format !== undefined && { format }) }], at: [role] };
}

/** The formula of a rate shows nothing over 0; whoever types it does not notice. */
function typedRate(book: DrawnBook): Pick<Slip, "changes"> {
  const value = Number((figureIn(book, "a1 staff.rate") ?? 0).toFixed(4));
  return {
    changes: [
      { role: "a1 staff.quota", value: 0 },
      { role: "a1 staff.rate", value },
    ],
  };
}

/** A row of the three public expenses and all that adds it up. */
function raised(book: DrawnBook, row: string, by: number): Slip["changes"] {
  const rows = book.hasFormulas
    ? [row]
    : row === "vehicleRunning"
      ? [row, "vehicles", "threePublic"]
      : [row, "threePublic"];
  return rows.map((one) => {
    const role = `a1 money.${one}.final`;
    return { role, value: plus(figureIn(book, role) ?? 0, by) };
  });
}

function scaled(book: DrawnBook, part: string, whole: string, rate: string): Slip["changes"] {
  const value = times(figureIn(book, `a1 ${whole}`) ?? 0, 1.25);
  const changes = [{ role: `a1 ${part}`, value }];
  return book.hasFormulas ? changes : [...changes, { role: `a1 ${rate}`, value: 1.25 }];
}

/** Headers of the year columns, an old form used again. */
export const oldYears: SlipMaker = (book) =>
  ["header.prior", "header.budget", "header.final"]
    .map((name) => `a1 ${name}`)
    .filter((role) => book.places.has(role))
    .map((role): Slip => ({
      kind: "列头是旧年度",
      changes: [{ role, value: textIn(book, role).replace(/20\d\d/, (year) => String(Number(year) - 1)) }],
      at: [role],
    }));
