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

export function reportOf(checked: CheckedFile, format: OutputFormat): FileReport {
  const { files, failure, result } = checked;
  return { files, failure, errors: result?.summary.error ?? 0, part: partOf(checked, format) };
}

interface SarifPart {
  readonly file: string;
  readonly findings: readonly Finding[];
}

function partOf(checked: CheckedFile, format: OutputFormat): string {
  switch (format) {
    case "json":
      return JSON.stringify(workbookJson(checked), null, 2).replaceAll("\n", "\n    ");
    case "text":
      return workbookText(checked);
    case "sarif": {
      const part: SarifPart = { file: checked.files[0] ?? "", findings: checked.result?.findings ?? [] };
      return JSON.stringify(part);
    }
  }
}

/** Puts the parts of the output together, in the order in which they are given. */
export interface ReportFrame {
  part(text: string): string;
  end(): string;
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
  }
}
