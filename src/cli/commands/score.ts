import { openBook, packFor, scoreJson, scoreText } from "../../app/index.js";
import type { ScoreCommand } from "../arguments.js";
import { openFile } from "../check-file.js";
import { sayFailure, type Console } from "../console.js";
import { noAnnex } from "../no-annex.js";
import { prepare } from "../prepare.js";
import { progressOn } from "../progress.js";
import { writeResult } from "../write-result.js";

/** Scores each workbook. A file that cannot be read is named on standard error and left out; the status is then 2. */
export async function runScore(command: ScoreCommand, console: Console): Promise<number> {
  const packs = await prepare(command, [command.output], console);
  if (!packs) return 2;
  const progress = progressOn(command.workbooks.length, console.error);
  const json: unknown[] = [];
  const text: string[] = [];
  let broken = false;
  for (const [index, file] of command.workbooks.entries()) {
    const snapshot = await openFile(file);
    progress(index + 1);
    if (!snapshot.ok) {
      sayFailure(console, snapshot.failure, file);
      broken = true;
      continue;
    }
    const { book, scores } = openBook(snapshot.value, packFor(snapshot.value, packs).pack);
    if (book.annexes.length === 0) {
      sayFailure(console, noAnnex(snapshot.value), file);
      broken = true;
      continue;
    }
    if (command.format === "json") json.push(scoreJson(file, scores));
    else text.push(scoreText(file, scores));
  }
  const result = command.format === "json" ? `${JSON.stringify({ workbooks: json }, null, 2)}\n` : text.join("\n");
  if (!writeResult(result, command.output, console)) broken = true;
  return broken ? 2 : 0;
}
