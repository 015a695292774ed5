import type { PlacedRecord } from "./placed.js";
import { subtotalOf } from "./subtotal.js";

interface Hierarchy {
  readonly leaves: readonly PlacedRecord[];
  readonly subtotals: readonly PlacedRecord[];
}

/**
 * Rows whose code begins another row's code are subtotals (类 over 款 over 项) of the rows right below them; `column` has
 * the codes.
 */
export function hierarchyOf(items: readonly PlacedRecord[], column: string): Hierarchy {
  const codeOf = (record: PlacedRecord): string => {
    const cell = record.fields.get(column);
    return cell?.node === "cell" ? cell.text.replace(/\s/g, "") : "";
  };
  const children = new Map<string, PlacedRecord[]>();
  const codes = new Set(items.map(codeOf));
  for (const item of items) {
    const parent = parentOf(codeOf(item), codes);
    if (parent === null) continue;
    const siblings = children.get(parent);
    if (siblings) siblings.push(item);
    else children.set(parent, [item]);
  }
  return {
    leaves: items.filter((record) => !children.has(codeOf(record))),
    subtotals: items.flatMap((record) => {
      const below = children.get(codeOf(record));
      return below ? [subtotalOf(record, below)] : [];
    }),
  };
}

/** The longest other code that this one begins with; null for the topmost ones and for rows without a code. */
function parentOf(code: string, codes: ReadonlySet<string>): string | null {
  for (let length = Math.min(code.length, longestCode) - 1; length > 0; length--) {
    const shorter = code.slice(0, length);
    if (codes.has(shorter)) return shorter;
  }
  return null;
}

/** 2120804 has seven digits; anything much longer is no code. */
const longestCode = 32;
