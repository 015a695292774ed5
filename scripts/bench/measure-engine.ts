import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkWorkbook, draftReport, openBook, planReportUpdate } from "../../src/app/index.js";
import type { Pack } from "../../src/core/pack/index.js";
import type { WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { readWorkbook } from "../../src/documents/xlsx/index.js";
import { medianTime, type Measurement } from "./measurement.js";

/** The engine over the sample with mistakes: reading the file, and everything from snapshot to findings. */
export async function measureEngine(root: string): Promise<readonly Measurement[]> {
  const bytes = new Uint8Array(readFileSync(join(root, "assets/samples/redcross-2024-mistakes.xlsx")));
  const pack = JSON.parse(readFileSync(join(root, "build/packs/hunan-2024.json"), "utf8")) as Pack;
  const read = await readWorkbook(bytes, "sample.xlsx");
  if (!read.ok) throw new Error(read.failure.message.en);
  const workbook = read.value;
  const check = (of: WorkbookSnapshot) => () => checkWorkbook(of, openBook(of, pack), pack);
  const cold = await medianTime(1, check(withProjects(workbook, 1)), 0);
  const { book } = openBook(workbook, pack);
  const report = await draftReport(book, pack);
  if (!report.ok) throw new Error(report.failure.message.en);
  const update = async (): Promise<void> => {
    const plan = await planReportUpdate(book, pack, report.value.bytes);
    if (plan.ok) await plan.value.write();
  };
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
      // It takes some hundred checks until all of it is compiled.
      figure: await medianTime(300, check(withProjects(workbook, 1)), 300),
    },
    { what: "the same, the first time", unit: "ms", budget: null, figure: cold },
    {
      what: "the same, 30 project sheets",
      unit: "ms",
      budget: 150,
      figure: await medianTime(40, check(withProjects(workbook, 30))),
    },
    {
      what: "write the report anew",
      unit: "ms",
      budget: null,
      figure: await medianTime(100, () => draftReport(book, pack)),
    },
    { what: "report of ours: plan + write", unit: "ms", budget: 10, figure: await medianTime(100, update) },
  ];
}

/** The sample with so many sheets of annex 3: its own three, over and over. */
function withProjects(workbook: WorkbookSnapshot, count: number): WorkbookSnapshot {
  const isProject = (name: string): boolean => name.startsWith("附件3");
  const projects = workbook.sheets.filter(({ name }) => isProject(name));
  const copies = Array.from({ length: count }, (_, index) => {
    const sheet = projects[index % projects.length];
    return sheet ? [{ ...sheet, id: `${sheet.id}:${index}`, name: `${sheet.name} ${index + 1}` }] : [];
  });
  return { ...workbook, sheets: [...workbook.sheets.filter(({ name }) => !isProject(name)), ...copies.flat()] };
}
