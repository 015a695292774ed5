import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The tests of the mutated rooms themselves; cases over whole workbooks would find more, and take hours. */
const rooms = ["test/core/rules", "test/core/recognise"];
/** They check many forms to find what nobody thought of; a mutant is not worth that. */
const slow = /\/(?:random-forms|noise|variants)\.test\.ts$/;

/** Paths from the root of the project. */
export function testFiles(root: string): readonly string[] {
  const all = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: "utf8" }).map((name) => join(room, name)),
  );
  return all.filter((path) => path.endsWith(".test.ts") && !slow.test(path)).sort();
}
