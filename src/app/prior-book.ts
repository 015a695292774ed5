import type { FactBook } from "../core/facts/index.js";
import type { Pack } from "../core/pack/index.js";
import type { WorkbookSnapshot } from "../core/sheet/index.js";
import { openBook } from "./open-book.js";
import { sheetsWithOrigin } from "./join-workbooks.js";

/**
 * Last year's workbooks (one, or those of a unit that keeps each annex in a file of its own) as the book that
 * `openBook` takes beside this year's: rules name its facts `prior.…`, and cells of it that a finding shows carry the
 * name of their file. Null where no annex of the pack was recognised.
 */
export function priorBook(workbooks: readonly WorkbookSnapshot[], pack: Pack): FactBook | null {
  const [first] = workbooks;
  if (!first) return null;
  const { book } = openBook({ ...first, sheets: sheetsWithOrigin(workbooks) }, pack);
  return book.annexes.length > 0 ? book : null;
}
