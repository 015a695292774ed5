import type { DrawnBook } from "./drawn-book.js";
import { allRows, headersOf, rowsOf, sheetsOf } from "./rows.js";

/** What stands at a role: its sheet (`a3.0`), and the path there. */
type Edge = (path: string, key: string, book: DrawnBook) => readonly string[];

const columns = ["initial", "budget", "executed"];

/**
 * Cells whose figure is made of another one, or must agree with it and is the one that the catalogue points at ("What a
 * finding points at" in the rule catalogue). Whoever mends the mistake mends these as well, so a finding there accuses
 * nobody wrongly; whether it had to be told besides is another question.
 */
const edges: readonly Edge[] = [
  // Annex 1: rows → totals, budget and year before → final figure, figures → rates.
  (path) => match(path, /^money\.(?:vehiclePurchase|vehicleRunning)\.(\w+)$/, ([year]) => [`money.vehicles.${year}`]),
  (path) => match(path, /^money\.(?:vehicles|abroad|reception)\.(\w+)$/, ([year]) => [`money.threePublic.${year}`]),
  (path) =>
    match(path, /^(business|upkeep|earmarked)\[\d+\]\.(\w+)$/, ([list, year]) => [
      `heading.${list}.${year}`,
      `money.projects.${year}`,
    ]),
  (path) => match(path, /^heading\.\w+\.(\w+)$/, ([year]) => [`money.projects.${year}`]),
  (path) => match(path, /^money\.operating\.\w+\.(\w+)$/, ([year]) => [`money.operating.${year}`]),
  (path) => match(path, /^(.*)\.(?:prior|budget)$/, ([row]) => [`${row}.final`]),
  (path) => match(path, /^staff\.(?:quota|actual)$/, () => ["staff.rate"]),
  (path) => match(path, /^building\.(?:approvedScale|actualScale)$/, () => ["building.scaleRate"]),
  (path) => match(path, /^building\.(?:budgetInvest|actualInvest)$/, () => ["building.investRate"]),
  // Money: rows → total → rate and score; one column against another.
  (path) => match(path, /^fund\.(?!total)\w+\.(initial|budget|executed)$/, ([column]) => [`fund.total.${column}`]),
  (path) => match(path, /^fund\.(\w+)\.(?:budget|executed)$/, ([row]) => [`fund.${row}.rate`]),
  (path) => match(path, /^fund\.(\w+)\.budget$/, ([row]) => [`fund.${row}.executed`]),
  (path) => match(path, /^fund\.total\.initial$/, () => ["fund.total.budget"]),
  (path) => match(path, /^fund\.total\.(?:budget|executed|rate|weight)$/, () => ["fund.total.score"]),
  (path) => match(path, /^fund\.total\.weight$/, () => ["total.weight"]),
  (path) => match(path, /^fund\.total\.score$/, () => ["total.score"]),
  (path) => match(path, /^total\.score$/, () => ["grade.word"]),
  // The figures by nature are compared with whichever column comes nearest.
  (path) => match(path, /^(?:byIncome|byExpenditure)\.\w+$/, () => columns.map((column) => `fund.total.${column}`)),
  (path, key) =>
    key === "a2" ? match(path, /^fund\.total\.\w+$/, () => columns.map((column) => `fund.total.${column}`)) : [],
  // Indicators: what is read → score and reason; weights → header and total; scores → total.
  (path) =>
    match(path, /^(indicators\[\d+\])\.(?:target|actual|weight|sign|unit)$/, ([row]) => [
      `${row}.score`,
      `${row}.reason`,
      `${row}.actual`,
    ]),
  (path) => match(path, /^(indicators\[\d+\])\.score$/, ([row]) => [`${row}.reason`, "total.score"]),
  (path, key, book) =>
    match(path, /^indicators\[(\d+)\]\.weight$/, ([index]) => [
      "total.weight",
      ...rowsOf(book, key)
        .filter((row) => row.index === Number(index))
        .flatMap((row) => headersOf(book, row).map((role) => role.slice(key.length + 1))),
    ]),
  (path) => match(path, /^(statement\[\d+\])\.(?:basic|projects)$/, ([row]) => [`${row}.outlay`]),
  (path) =>
    match(path, /^(statement\[\d+\])\.(?:opening|income|outlay|basic|projects)$/, ([row]) => [`${row}.closing`]),
  (path) => match(path, /^statement\[\d+\]\.(\w+)$/, ([column]) => [`total.${column}`]),
  (path) => match(path, /^total\.(?:basic|projects)$/, () => ["total.outlay"]),
  (path) => match(path, /^total\.(?:opening|income|outlay)$/, () => ["total.closing"]),
];

/** The same between sheets; roles in full. */
const crossings: readonly ((role: string, book: DrawnBook) => readonly string[])[] = [
  (role) => match(role, /^a1 money\.projects\.final$/, () => ["a2 byExpenditure.projects"]),
  (role) => match(role, /^a1 money\.operating\.final$/, () => ["a2 byExpenditure.basic"]),
  (role) => match(role, /^a3\.\d+ fund\.total\.(?:initial|budget|executed)$/, () => ["a2 byExpenditure.projects"]),
  (role) => match(role, /^a4 total\.(?:opening|income|outlay|executed|budget)$/, () => ["a2 byIncome.govFund"]),
  // A cost that says what was spent.
  (role, book) =>
    match(role, /^(\S+) fund\.total\.executed$/, ([key = ""]) =>
      rowsOf(book, key)
        .filter(({ level2 }) => level2.includes("成本"))
        .map((row) => `${row.role}.actual`),
    ),
  // An indicator of a project in annex 2 again.
  (role, book) =>
    match(role, /^(a3\.\d+ indicators\[\d+\])\.(target|actual)$/, ([row, field]) => {
      const name = allRows(book).find((one) => one.role === row)?.name;
      return rowsOf(book, "a2")
        .filter((one) => one.name === name)
        .map((one) => `${one.role}.${field}`);
    }),
  (role) => match(role, /^(\S+) indicators\[\d+\]\.(?:target|actual)$/, ([key]) => [`${key} goal.expected`]),
  (role, book) => match(role, /^a1 header\.unit$/, () => sheetsOf(book, "a2", "a4").map((key) => `${key} header.unit`)),
];

/** The roles of the changed cells, and all that follow from them. */
export function followers(book: DrawnBook, roles: readonly string[]): ReadonlySet<string> {
  const known = new Set(roles);
  for (const role of known) {
    const [key = "", path = ""] = role.split(" ");
    for (const edge of edges) for (const next of edge(path, key, book)) known.add(`${key} ${next}`);
    for (const crossing of crossings) for (const next of crossing(role, book)) known.add(next);
  }
  return known;
}

function match(
  text: string,
  pattern: RegExp,
  then: (groups: readonly string[]) => readonly string[],
): readonly string[] {
  const found = pattern.exec(text);
  return found ? then(found.slice(1)) : [];
}
