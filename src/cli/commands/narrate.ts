import { existsSync } from "node:fs";
import { basename } from "node:path";
import {
  checkWorkbook,
  draftReport,
  explainedBook,
  narrateJson,
  hasReport,
  noReport,
  openBook,
  packFor,
  type DraftedReport,
} from "../../app/index.js";
import { severityNames } from "../../core/findings/index.js";
import { fail, success, type LocalText, type Result } from "../../core/result/index.js";
import { readDesk } from "../../documents/desk/index.js";
import {
  isOurReport,
  otherTemplate,
  recordedTemplate,
  templateLink,
  type TemplateLink,
} from "../../documents/docx/index.js";
import { readAppearance, type WorkbookAppearance } from "../../documents/xlsx/index.js";
import { readFileCapped, writeFileSafely } from "../../hosts/file/node.js";
import type { NarrateCommand } from "../arguments.js";
import { openTogether } from "../check-file.js";
import { sayFailure, type Console } from "../console.js";
import { noAnnex } from "../no-annex.js";
import { prepare } from "../prepare.js";

/** Writes or updates the report. Errors in the workbook are counted on standard error; they do not stop it. */
export async function runNarrate(command: NarrateCommand, console: Console): Promise<number> {
  const packs = await prepare(command, [command.output], console);
  if (!packs) return 2;
  const snapshot = await openTogether(command.workbooks);
  if (!snapshot.ok) {
    sayFailure(console, snapshot.failure, command.workbooks);
    return 2;
  }
  const { pack, why } = packFor(snapshot.value, packs);
  if (!hasReport(pack)) {
    sayFailure(console, noReport(pack));
    return 2;
  }
  const opened = openBook(snapshot.value, pack);
  const checked = checkWorkbook(snapshot.value, opened, pack, why);
  if (checked.annexes.length === 0) {
    sayFailure(console, noAnnex(snapshot.value), command.workbooks);
    return 2;
  }
  const template = await templateOf(command);
  if (!template.ok) {
    sayFailure(console, template.failure, command.template ?? command.output);
    return 2;
  }
  const link =
    command.template !== null && template.value ? templateLink(basename(command.template), template.value) : null;
  const context = {
    ...(link && { link }),
    workbook: snapshot.value,
    appearance: await appearanceOf(command.workbooks),
  };
  const notices =
    link && template.value ? await otherTemplates(command, snapshot.value.deskXml, link, template.value) : [];
  const report = await draftReport(explainedBook(opened.book, checked.findings), pack, template.value, context);
  if (!report.ok) {
    sayFailure(console, report.failure, command.template ?? command.output);
    return 2;
  }
  const written = writeFileSafely(command.output, report.value.bytes);
  if (!written.ok) {
    sayFailure(console, written.failure, command.output);
    return 2;
  }
  for (const { zh, en } of notices)
    sayFailure(console, { code: "other-template", message: { zh, en } }, command.output);
  for (const { message } of report.value.issues) {
    sayFailure(console, { code: "template", message }, command.template ?? command.output);
  }
  const { error } = checked.summary;
  if (error > 0)
    console.error(
      `annex: ${command.workbooks.join("、")}: ${severityNames.error} ${error} / ${error} errors in the workbook\n`,
    );
  const json = (): string => `${JSON.stringify(narrateJson(command.output, report.value), null, 2)}\n`;
  console.out(command.format === "json" ? json() : narrateText(command.output, report.value));
  return 0;
}

/** The template named in the call, else an OUTPUT that is a report of ours, else none. A stranger's OUTPUT is not touched. */
async function templateOf(command: NarrateCommand): Promise<Result<Uint8Array | null>> {
  const existing = existsSync(command.output) ? readFileCapped(command.output) : success(null);
  if (!existing.ok) return existing;
  const isOurs = existing.value !== null && (await isOurReport(existing.value));
  if (existing.value !== null && !isOurs && !command.force) {
    return fail(
      "output-exists",
      "这个文件已经存在，而且不是绩效附表台写的报告；没有改动它。换个文件名，或加 --force 覆盖",
      "this file exists and is no report of ours; it was left alone. Choose another name, or add --force",
    );
  }
  if (command.template !== null) return readFileCapped(command.template);
  return success(isOurs ? existing.value : null);
}

/** What was linked before, by the report that is written over and by the workbook, where it is another template. */
async function otherTemplates(
  { output }: NarrateCommand,
  deskXml: string | null,
  link: TemplateLink,
  template: Uint8Array,
): Promise<readonly LocalText[]> {
  // A report given as template goes on with the one it was made from.
  const own = await recordedTemplate(template);
  const now = own ? own.template : link;
  if (!now) return [];
  const existing = existsSync(output) ? readFileCapped(output) : null;
  const desk = readDesk(deskXml);
  const before = [
    existing?.ok ? ((await recordedTemplate(existing.value))?.template ?? null) : null,
    desk.ok ? desk.value.template : null,
  ];
  const notices = before.flatMap((one) => otherTemplate(one, now) ?? []);
  return notices.filter(({ zh }, index) => notices.findIndex((notice) => notice.zh === zh) === index);
}

/** How the sheets look, for annexes as Word tables; several workbooks may have sheets of one name. */
async function appearanceOf(workbooks: readonly string[]): Promise<WorkbookAppearance | null> {
  const [file, ...others] = workbooks;
  const bytes = file === undefined || others.length > 0 ? null : readFileCapped(file);
  const appearance = bytes?.ok ? await readAppearance(bytes.value) : null;
  return appearance?.ok ? appearance.value : null;
}

function narrateText(output: string, { plan }: DraftedReport): string {
  const lines = [
    `已写入 ${output}`,
    ...plan.figures.map(({ before, after, source }) => `  数字 ${before} → ${after}　${source}`),
    ...(plan.adopted.length > 0 ? [`  按文字认回的章节：${plan.adopted.join("、")}`] : []),
    ...(plan.kept.length > 0 ? [`  保留人工改写的章节：${plan.kept.join("、")}`] : []),
    ...plan.conflicts.map(
      ({ section, reason, theirs, ours }) => `  待决定〔${section}〕${reason.zh}：现为“${theirs}”，附表为“${ours}”`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}
