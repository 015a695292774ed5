import { join } from "node:path";
import { runProgram } from "../run-program.js";

/** The part of `annex check --format json` that is printed here. */
interface CheckedFile {
  readonly workbooks: readonly {
    readonly annexes: readonly { readonly annex: string; readonly sheet: string }[];
    readonly findings: readonly {
      readonly id: string;
      readonly severity: string;
      readonly sheet: string | null;
      readonly cell: string | null;
      readonly message: string;
    }[];
    readonly summary: { readonly error: number; readonly warning: number; readonly info: number };
  }[];
}

const samples = ["redcross-2024.xlsx", "redcross-2024-mistakes.xlsx"];

/** What the engine says of the two samples, in lines for a terminal. */
export async function sampleResult(root: string): Promise<string> {
  const lines: string[] = [];
  for (const sample of samples) {
    const path = join("assets", "samples", sample);
    const run = await runProgram(process.execPath, ["dist/cli/annex.js", "check", path, "--format", "json"], {
      cwd: root,
    });
    if (run.status !== 0 && run.status !== 1) throw new Error(`${path}: ${run.output}`);
    for (const workbook of (JSON.parse(run.output) as CheckedFile).workbooks) {
      const { error, warning, info } = workbook.summary;
      lines.push(
        `${sample}: ${workbook.annexes.length} 张附表 annexes · 必须更正 errors ${error} · 需要说明 warnings ${warning} · 提示 notes ${info}`,
      );
      for (const finding of workbook.findings.filter((each) => each.severity !== "info")) {
        const place = [finding.sheet, finding.cell].filter((part) => part !== null).join("!");
        lines.push(`  ${place}  ${finding.message}  [${finding.id}]`);
      }
    }
  }
  return lines.join("\n");
}
