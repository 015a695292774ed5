import { cellIn, figureIn, placeOf } from "../drawn-book.js";
import { plus } from "../figures.js";
import type { Slip, SlipMaker } from "../slip.js";

/** Formulas, texts for numbers, hidden rows. */
export const workbookSlips: SlipMaker = (book) => {
  const roles = [...book.places.keys()];
  const figures = roles.filter((role) => (figureIn(book, role) ?? 0) !== 0);
  const typed = figures.filter((role) => !cellIn(book, role)?.formula);
  const formulas = figures.filter((role) => cellIn(book, role)?.formula);
  const slips: Slip[] = [];
  for (const role of figures) slips.push({ kind: "公式错误", changes: [{ role, formula: "=1/0" }], at: [role] });
  // Targets are words in most forms.
  for (const role of typed.filter((one) => !one.endsWith(".target"))) {
    slips.push({ kind: "数字存成文本", changes: [{ role, value: String(figureIn(book, role)) }], at: [role] });
  }
  for (const role of typed) {
    slips.push({
      kind: "引用别的工作簿",
      changes: [{ role, formula: "=[上报.xlsx]汇总!B2", stored: figureIn(book, role) ?? 0 }],
      at: [role],
    });
  }
  for (const role of formulas) {
    const cell = cellIn(book, role);
    slips.push({
      kind: "公式没有重算",
      changes: [
        {
          role,
          formula: cell?.formula ?? "",
          stored: plus(figureIn(book, role) ?? 0, /rate|Rate/.test(role) ? -0.05 : -1),
        },
      ],
      at: [role],
    });
  }
  const totals = formulas.filter((role) =>
    /a1 money\.(?:threePublic|vehicles|projects)|a3\S* fund\.total\.(?:initial|budget|executed)|a[23]\S* total\.|a4 total/.test(
      role,
    ),
  );
  for (const role of totals) {
    slips.push({
      kind: "合计手填",
      changes: [{ role, value: Number((figureIn(book, role) ?? 0).toFixed(2)) }],
      at: [role],
    });
  }
  for (const role of totals.filter((one) => / total\.| projects|fund\.total/.test(one))) {
    const formula = shorter(cellIn(book, role)?.formula ?? "");
    if (formula !== null) slips.push({ kind: "SUM少一行", changes: [{ role, formula }], at: [role] });
  }
  for (const role of typed.filter((one) => /indicators\[\d+\]\.score|fund\.current|money\.reception/.test(one))) {
    const { sheet: name, row } = placeOf(book, role);
    slips.push({
      kind: "隐藏了一行",
      changes: [],
      reshape: (workbook) => ({
        ...workbook,
        sheets: workbook.sheets.map((sheet) => (sheet.name === name ? { ...sheet, hiddenRows: [row] } : sheet)),
      }),
      at: [`row of ${role}`],
    });
  }
  return slips;
};

/** The last range of the formula ends a row earlier. */
function shorter(formula: string): string | null {
  const ranges = [...formula.matchAll(/SUM\((?:[A-Z]+\d+,)?([A-Z]+)(\d+):([A-Z]+)(\d+)\)/g)];
  const last = ranges.at(-1);
  if (!last || last[2] === last[4]) return null;
  const [whole, left = "", top = "", right = "", bottom = ""] = last;
  return formula.replaceAll(
    whole,
    whole.replace(`${left}${top}:${right}${bottom}`, `${left}${top}:${right}${Number(bottom) - 1}`),
  );
}
