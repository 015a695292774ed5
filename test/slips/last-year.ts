import type { FormFill } from "../../src/app/form-rows.js";
import type { CellValue } from "../../src/core/sheet/index.js";
import type { SheetFill } from "./fills.js";

/** The annexes that the unit filed a year before: its final figures are those that this year's repeat. */
export function lastYearOf(fills: readonly SheetFill[]): readonly SheetFill[] {
  return fills.map((sheet) => (sheet.annex === "a1" ? { ...sheet, fill: repeated(sheet.fill) } : sheet));
}

function repeated({ values, lists }: FormFill): FormFill {
  const before = (record: Readonly<Record<string, CellValue>>): Record<string, CellValue> =>
    Object.fromEntries(
      Object.entries(record).map(([slot, value]) => {
        const prior = record[slot.replace(/final$/, "prior")];
        return [slot, slot.endsWith("final") && prior !== undefined ? prior : value];
      }),
    );
  return {
    values: before(values),
    lists: Object.fromEntries(Object.entries(lists).map(([list, records]) => [list, records.map(before)])),
  };
}
