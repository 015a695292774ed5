import type { DeskChange } from "../app/index.js";
import { success } from "../core/result/index.js";
import { readDesk, writeDesk, type DeskData } from "../documents/desk/index.js";

/**
 * A change of what is kept in the workbook, to be made on whatever is there when it is stored. A part that cannot be
 * read is not written over: somebody's answers may still be in it.
 */
export function changingDesk(change: (desk: DeskData) => DeskData): DeskChange {
  return (current) => {
    const stored = readDesk(current);
    return stored.ok ? success(writeDesk(change(stored.value), current)) : stored;
  };
}
