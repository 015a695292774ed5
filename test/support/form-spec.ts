import type { z } from "zod";
import { annexSchema, blockSchema, type AnnexSpec, type BlockSpec } from "../../src/core/pack/annexes-schema.js";
import type { PlacedNode } from "../../src/core/recognise/index.js";
import { regionOf, textCells, type Region } from "../../src/core/recognise/region.js";
import { areaAddress, gridOf, parseArea, type SheetSnapshot } from "../../src/core/sheet/index.js";

type Form = Partial<z.input<typeof annexSchema>> & Pick<z.input<typeof annexSchema>, "blocks">;

/** A small annex as a pack would say it. */
export function formSpec(form: Form): AnnexSpec {
  return annexSchema.parse({ id: "x1", name: "收支表", standing: "practice", titles: ["收支情况表"], ...form });
}

/** One block as a pack would say it. */
export function blockSpec<Kind extends BlockSpec["kind"]>(
  block: Extract<z.input<typeof blockSchema>, { kind: Kind }>,
): Extract<BlockSpec, { kind: Kind }> {
  return blockSchema.parse(block) as Extract<BlockSpec, { kind: Kind }>;
}

/** The sheet, or an area of it (`A1:D9`), as one region. */
export function regionIn(sheet: SheetSnapshot, area = ""): Region {
  const grid = gridOf(sheet);
  return regionOf(grid, parseArea(area) ?? grid.bounds, textCells(grid));
}

/**
 * Where everything stands, by path: `fund.total.budget` → `E5 100`; a row by its label, `fund.total` → `B5:C5 资金总额`;
 * rows of lists by their position.
 */
export function placesOf(nodes: Iterable<readonly [string, PlacedNode]>): Readonly<Record<string, string>> {
  const places: Record<string, string> = {};
  const visit = (path: string, node: PlacedNode): void => {
    if (node.node === "cell") places[path] = `${areaAddress(node.area)} ${node.text}`.trim();
    else if (node.node === "list") node.items.forEach((item, index) => visit(`${path}.${String(index)}`, item));
    else if (node.node === "record") {
      if (node.anchor) places[path] = `${areaAddress(node.anchor)} ${node.label}`.trim();
      else if (node.label !== "") places[path] = node.label;
      for (const [name, child] of node.fields) visit(`${path}.${name}`, child);
    }
  };
  for (const [path, node] of nodes) visit(path, node);
  return places;
}
