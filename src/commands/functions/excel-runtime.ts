import type { Failure, LocalText } from "../../core/result/index.js";
import type { CellArgument } from "./cell-text.js";
import type { CustomFunction } from "./custom-functions.js";
import { functionTable, type FunctionId } from "./function-table.js";

/** What Excel's runtime for custom functions offers, as far as it is used; @types/office-js leaves it out. */
export interface FunctionRuntime {
  readonly associate: (id: string, run: (...cells: CellArgument[]) => number) => void;
  readonly Error: new (code: string, message: string) => Error;
  /** Excel's calls wait from here to the first association; in the full Office.js only. */
  readonly delayInitialization?: () => void;
  readonly ErrorCode: Readonly<Record<"invalidValue" | "notAvailable" | "divisionByZero", string>>;
}

/** Ties the table's ids to the functions. A failure becomes Excel's own error, its sentence behind the cell's mark. */
export function associateFunctions(
  runtime: FunctionRuntime,
  functions: Readonly<Record<FunctionId, CustomFunction>>,
  language: keyof LocalText,
): void {
  for (const { id } of functionTable) {
    runtime.associate(id, (...cells) => {
      const result = functions[id](withoutCall(cells));
      if (result.ok) return result.value;
      throw new runtime.Error(codeOf(result.failure, runtime), result.failure.message[language]);
    });
  }
}

/** Behind the parameters Excel adds an object about the call, also where an optional one was left out. */
function withoutCall(cells: readonly CellArgument[]): readonly CellArgument[] {
  const last = cells[cells.length - 1];
  return typeof last === "object" && last !== null && !Array.isArray(last) ? cells.slice(0, -1) : cells;
}

/** #N/A where a person decides, #VALUE! for what is no value: Excel shows sentences with these two. */
function codeOf({ code }: Failure, { ErrorCode }: FunctionRuntime): string {
  switch (code) {
    case "division-by-zero":
      return ErrorCode.divisionByZero;
    case "person-decides":
      return ErrorCode.notAvailable;
    default:
      return ErrorCode.invalidValue;
  }
}
