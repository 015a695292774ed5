import type { AnnexSpec } from "../pack/index.js";
import type { Area } from "../sheet/index.js";
import { matcherOf } from "./label.js";
import type { PlacedCell, RecognisedAnnex } from "./placed.js";
import type { Region } from "./region.js";

/**
 * One title over several tables, each with the line that begins it (项目名称): their areas, from top to bottom. The first
 * reaches up to the title.
 */
export function repeatedAreas(region: Region, spec: AnnexSpec): readonly Area[] {
  const { area } = region;
  const tops = spec.repeats ? beginnings(region, spec) : [];
  if (tops.length < 2) return [area];
  return tops.map((top, index) => ({
    ...area,
    top: index === 0 ? area.top : top,
    bottom: (tops[index + 1] ?? area.bottom + 1) - 1,
  }));
}

/** Rows with the first field of the annex, all below the first of them. */
function beginnings(region: Region, { blocks }: AnnexSpec): readonly number[] {
  const header = blocks.find(({ kind, optional }) => kind === "fields" && !optional);
  const [field] = header?.kind === "fields" ? Object.values(header.fields) : [];
  if (!field) return [];
  const matcher = matcherOf(field.labels);
  const cells = region.words.filter(({ label }) => matcher.match(label) !== null);
  return cells.filter(({ area }) => area.left === cells[0]?.area.left).map(({ area }) => area.top);
}

/** All that such an annex must have. */
export function isWhole({ spec, roles }: RecognisedAnnex): boolean {
  return spec.blocks.every(({ id, optional }) => optional || roles.has(id));
}

/** The cell with the year of an annex. */
export function yearOf({ roles }: RecognisedAnnex): PlacedCell | null {
  const meta = roles.get("meta");
  const year = meta?.node === "record" ? meta.fields.get("year") : undefined;
  return year?.node === "cell" ? year : null;
}
