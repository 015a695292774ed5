import { areaAddress, type SheetSnapshot, type WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { sheetOf, workbookOf, type CellText } from "../support/sheet.js";

/** A table as it was printed, and what is expected of it. */
export interface PrintedBook {
  /** What is special about it. */
  readonly what: string;
  /** Id of the pack that fits it. */
  readonly pack: string;
  readonly workbook: WorkbookSnapshot;
  /** `a3 2023 卫生院`: kind, year and unit of each annex. */
  readonly annexes: readonly string[];
  /** `fund/total-sum D7`: every finding at error level, in the order of the file. */
  readonly errors: readonly string[];
}

/**
 * Reads a drawing of a workbook: `# what`, `@ pack`, `= annex`, `! error`, then `## sheet` and its rows. Cells are parted
 * by `|`; `<` goes on with the cell to its left, `^` with the one above; `~` is a line break.
 */
export function readPrinted(text: string): PrintedBook {
  const [head = "", ...sheets] = text.split(/^## /m);
  const said = (mark: string): string[] =>
    head.split("\n").flatMap((line) => (line.startsWith(mark) ? [line.slice(mark.length).trim()] : []));
  return {
    what: said("#").join(" "),
    pack: said("@").join(" "),
    workbook: workbookOf(...sheets.map(sheetIn)),
    annexes: said("="),
    errors: said("!"),
  };
}

function sheetIn(text: string): SheetSnapshot {
  const [name = "", ...lines] = text.trimEnd().split("\n");
  const cells = lines.map((line) => line.split("|").map((cell) => cell.trim()));
  const at = (row: number, column: number): string | undefined => cells[row]?.[column];
  const merges = cells.flatMap((row, top) =>
    row.flatMap((cell, left) => {
      if (cell === "<" || cell === "^") return [];
      let [right, bottom] = [left, top];
      while (at(top, right + 1) === "<") right++;
      while (at(bottom + 1, left) === "^") bottom++;
      return right > left || bottom > top ? [areaAddress({ top, left, bottom, right })] : [];
    }),
  );
  return sheetOf(
    name.trim(),
    cells.map((row) => row.map(valueOf)),
    { merges },
  );
}

function valueOf(text: string): CellText {
  if (text === "" || text === "<" || text === "^") return null;
  return /^-?\d+(?:\.\d+)?$/.test(text) ? { value: Number(text), text } : text.replaceAll("~", "\n");
}
