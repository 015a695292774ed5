import type { ListBlock } from "../pack/index.js";
import type { HeaderColumn, HeaderRow } from "./header-row.js";
import type { Region } from "./region.js";

/** A key column whose header says something else (or nothing) is the one right after the last carried column. */
export function withKeyColumn(region: Region, block: ListBlock, header: HeaderRow): HeaderRow {
  const { columns } = header;
  const spec = block.columns[block.key];
  if (!spec || columns.some(({ role }) => role === block.key)) return header;
  const carried = columns.filter((column) => column.spec.carry);
  const last = Math.max(...carried.map(({ area }) => area.right));
  const left = last + 1;
  const taken = columns.some(({ area, before, after }) => [area.left, ...before, ...after].includes(left));
  if (carried.length === 0 || taken || left > region.area.right) return header;
  const area = region.grid.areaAt(header.bottom, left);
  const text = region.grid.textAt(area.top, area.left);
  const key: HeaderColumn = {
    role: block.key,
    spec,
    area,
    text,
    year: null,
    how: "position",
    before: [],
    after: [],
  };
  const roles = Object.keys(block.columns);
  return { ...header, columns: [...columns, key].sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role)) };
}
