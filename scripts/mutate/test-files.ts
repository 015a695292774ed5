import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Rooms whose tests hold the mutated code closely. */
const rooms = ["test/core/rules", "test/core/recognise"];
/** They come last: each checks a whole workbook. */
export const wholeWorkbooks = "test/packs/rule-cases.test.ts";
/** They read many forms to find what nobody thought of; a mutant is not worth that. */
const slow = /\/(?:random-forms|noise|variants)\.test\.ts$/;

/** Paths from the root of the project, in the order in which they are run. */
export function testFiles(root: string): readonly string[] {
  const close = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: "utf8" }).map((name) => join(room, name)),
  );
  return [...close.filter((path) => path.endsWith(".test.ts") && !slow.test(path)).sort(), wholeWorkbooks];
}
