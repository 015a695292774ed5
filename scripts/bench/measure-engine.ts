import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkWorkbook, openBook } from "../../src/app/index.js";
import type { Pack } from "../../src/core/pack/index.js";
import { readWorkbook } from "../../src/documents/xlsx/index.js";
import { medianTime, type Measurement } from "./measurement.js";

/** The engine over the sample with mistakes: reading the file, and everything from snapshot to findings. */
export async function measureEngine(root: string): Promise<readonly Measurement[]> {
  const bytes = new Uint8Array(readFileSync(join(root, "assets/samples/redcross-2024-mistakes.xlsx")));
  const pack = JSON.parse(readFileSync(join(root, "build/packs/hunan-2024.json"), "utf8")) as Pack;
  const read = await readWorkbook(bytes, "sample.xlsx");
  if (!read.ok) throw new Error(read.failure.message.en);
  const workbook = read.value;
  return [
    {
      what: "read the .xlsx into snapshots",
      unit: "ms",
      budget: null,
      figure: await medianTime(50, () => readWorkbook(bytes, "sample.xlsx")),
    },
    {
      what: "recognise + facts + all rules, four annexes",
      unit: "ms",
      budget: 10,
      figure: await medianTime(200, () => checkWorkbook(workbook, openBook(workbook, pack), pack)),
    },
  ];
}
