import { success, type Result } from "../../core/result/index.js";
import type { Archive } from "../archive/index.js";
import { builtInFormat } from "./number-formats.js";
import { flag, readPart } from "./part.js";

/** What the engine needs of a cell style. */
export interface CellStyle {
  /** Number format code. */
  readonly format: string;
  /** Takes effect only while the sheet is protected. */
  readonly locked: boolean;
}

export const plainStyle: CellStyle = { format: "General", locked: true };

/** Excel's own limit, rounded up; styles beyond it are read as plain. */
const maxStyles = 65_536;

/** Cell styles by the index that cells carry (`s`). */
export async function readStyles(archive: Archive, name: string | null): Promise<Result<readonly CellStyle[]>> {
  if (name === null || !archive.has(name)) return success([]);
  const codes = new Map<number, string>();
  const cellXfs: { format: number; locked: boolean }[] = [];
  let inCellXfs = false;
  let inNumberFormats = false;
  const read = await readPart(archive, name, {
    open: ({ name: tag, attributes }) => {
      if (tag === "cellXfs") inCellXfs = true;
      else if (tag === "numFmts") inNumberFormats = true;
      else if (tag === "numFmt" && inNumberFormats) {
        codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "General");
      } else if (inCellXfs && tag === "xf") {
        if (cellXfs.length < maxStyles) cellXfs.push({ format: Number(attributes["numFmtId"] ?? 0), locked: true });
      } else if (inCellXfs && tag === "protection") {
        const xf = cellXfs.at(-1);
        const { locked } = attributes;
        if (xf && locked !== undefined) xf.locked = flag(locked);
      }
    },
    close: (tag) => {
      if (tag === "cellXfs") inCellXfs = false;
      else if (tag === "numFmts") inNumberFormats = false;
    },
  });
  if (!read.ok) return read;
  return success(cellXfs.map(({ format, locked }) => ({ format: codes.get(format) ?? builtInFormat(format), locked })));
}
