import { shiftFormula } from "../../core/formula/index.js";
import type { CellAddress } from "../../core/sheet/index.js";
import type { RawCell } from "./raw-cell.js";

/** Marks that files put before functions newer than the format; sheets do not show them. */
const futurePrefixes = /_xlfn\._xlws\.|_xlfn\.|_xlws\./g;

/** Excel's limit; a longer one is no formula, and shared thousands of times it would fill the memory. */
const maxLength = 8_192;

/**
 * Gives every formula of a sheet in full, with its `=`. A shared formula is stored once at its master; followers get
 * it shifted by their distance. Cells must come in the order of the file, masters first.
 */
export function formulaReader(): (cell: RawCell) => string | null {
  const masters = new Map<string, { readonly at: CellAddress; readonly text: string }>();
  return ({ at, formula }) => {
    if (!formula || formula.kind === "dataTable" || formula.text.length > maxLength) return null;
    if (formula.kind === "shared" && formula.group !== null) {
      if (formula.text !== "") masters.set(formula.group, { at, text: formula.text });
      const master = masters.get(formula.group);
      if (!master) return null;
      return shown(shiftFormula(master.text, at.row - master.at.row, at.column - master.at.column));
    }
    return formula.text === "" ? null : shown(formula.text);
  };
}

function shown(text: string): string {
  return `=${text.includes("_xl") ? text.replace(futurePrefixes, "") : text}`;
}
