import { existsSync } from "node:fs";
import { join } from "node:path";
import { hasForms, hasReport, newWorkbook, noForms, noReport } from "../../app/index.js";
import { blankTemplate } from "../../documents/docx/index.js";
import { makeFolder, writeFileSafely } from "../../hosts/file/node.js";
import type { NewCommand } from "../arguments.js";
import { sayFailure, type Console } from "../console.js";
import { loadPack } from "../packs.js";

/** The blank annex workbook and the Word template of a pack, in a folder. Files that exist are not written over. */
export async function runNew(command: NewCommand, console: Console): Promise<number> {
  const pack = await loadPack(command.pack);
  if (!pack.ok) {
    sayFailure(console, pack.failure);
    return 2;
  }
  if (!hasForms(pack.value)) {
    sayFailure(console, noForms(pack.value));
    return 2;
  }
  const year = command.year ?? reviewYear(new Date());
  const folder = makeFolder(command.output);
  if (!folder.ok) {
    sayFailure(console, folder.failure, command.output);
    return 2;
  }
  const files: (readonly [string, Uint8Array])[] = [
    [join(command.output, `${year}年度绩效自评附表.xlsx`), newWorkbook(pack.value, { year })],
  ];
  if (hasReport(pack.value))
    files.push([join(command.output, `${year}年度绩效自评报告模板.docx`), blankTemplate(pack.value.narrative)]);
  else console.out(`${noReport(pack.value).message.zh}，只写空白附表\n`);
  const taken = files.find(([path]) => existsSync(path));
  if (taken) {
    const [path] = taken;
    const zh = `${path} 已经存在，没有改动；请换一个文件夹，或先移走它`;
    const en = `${path} exists already and was left alone; choose another folder or move it away`;
    sayFailure(console, { code: "exists", message: { zh, en } });
    return 2;
  }
  for (const [path, bytes] of files) {
    const written = writeFileSafely(path, bytes);
    if (!written.ok) {
      sayFailure(console, written.failure, path);
      return 2;
    }
    console.out(`已写入 ${path}\n`);
  }
  return 0;
}

/** Forms are filled in the spring after the year under review. */
function reviewYear(today: Date): number {
  return today.getFullYear() - 1;
}
