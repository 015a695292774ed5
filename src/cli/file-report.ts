import { basename } from "node:path";
import { checkSheet, checkSheetBook, type CheckedUnit, type OfferedPacks } from "../app/index.js";
import { sarifLog, type Finding } from "../core/findings/index.js";
import type { Failure } from "../core/result/index.js";
import type { OutputFormat } from "./arguments.js";
import type { CheckedFile } from "./check-file.js";
import { workbookJson } from "./check-json.js";
import { workbookText } from "./check-text.js";

/** What is kept of a checked workbook: its part of the output, printed at once, so that many cost little memory. */
export interface FileReport {
  readonly files: readonly string[];
  readonly failure: Failure | null;
  readonly errors: number;
  readonly part: string;
}

/** What the parts of an output are made with. */
export interface ReportStyle {
  readonly format: OutputFormat;
  readonly packs: OfferedPacks;
  /** Today, an ISO date. */
  readonly on: string;
}

export function reportOf(checked: CheckedFile, style: ReportStyle): FileReport {
  const { files, failure, result } = checked;
  return { files, failure, errors: result?.summary.error ?? 0, part: partOf(checked, style) };
}

interface SarifPart {
  readonly file: string;
  readonly findings: readonly Finding[];
}

function partOf(checked: CheckedFile, { format, on }: ReportStyle): string {
  switch (format) {
    case "json":
      return JSON.stringify(workbookJson(checked), null, 2).replaceAll("\n", "\n    ");
    case "text":
      return workbookText(checked);
    case "sarif": {
      const part: SarifPart = { file: checked.files[0] ?? "", findings: checked.result?.findings ?? [] };
      return JSON.stringify(part);
    }
    case "xlsx": {
      const { files, result, failure, pack } = checked;
      const name = files.map((file) => basename(file)).join("、");
      const unit: CheckedUnit = {
        name,
        sheet: result && pack && checkSheet(result, pack, on),
        problem: failure ? `读不了：${failure.message.zh}` : "",
      };
      return JSON.stringify(unit);
    }
  }
}

/** Puts the parts of the output together, in the order in which they are given. */
export interface ReportFrame {
  part(text: string): string;
  end(): string | Uint8Array;
}

export function reportFrame(format: OutputFormat, version: string, pack: string | null): ReportFrame {
  let count = 0;
  switch (format) {
    case "json": {
      const tool = JSON.stringify({ name: "annex", version });
      const head = `{\n  "tool": ${tool},\n  "pack": ${JSON.stringify(pack)},\n  "workbooks": [`;
      return {
        part: (text) => `${count++ === 0 ? head : ","}\n    ${text}`,
        end: () => (count === 0 ? `${head}]\n}\n` : "\n  ]\n}\n"),
      };
    }
    case "text":
      return { part: (text) => (count++ === 0 ? text : `\n${text}`), end: () => "" };
    case "sarif": {
      // The rules of the log come before its results, so it is printed when all are there.
      const parts: SarifPart[] = [];
      return {
        part: (text) => {
          parts.push(JSON.parse(text) as SarifPart);
          return "";
        },
        end: () => `${JSON.stringify(sarifLog(version, parts), null, 2)}\n`,
      };
    }
    case "xlsx": {
      const units: CheckedUnit[] = [];
      return {
        part: (text) => {
          units.push(JSON.parse(text) as CheckedUnit);
          return "";
        },
        end: () => checkSheetBook(units),
      };
    }
  }
}
