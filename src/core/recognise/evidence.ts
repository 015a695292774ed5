import type { AnnexSpec, BlockSpec } from "../pack/index.js";
import type { Area } from "../sheet/index.js";
import type { HeaderRow } from "./header-row.js";
import { labelText, matcherOf } from "./label.js";
import type { Certainty, PlacedCell, PlacedNode, RoleEvidence, RoleName } from "./placed.js";
import type { AssignedPlaces } from "./role-assignment.js";
import { roleNamesOf, titleRole } from "./role-names.js";

export interface Evidence {
  readonly evidence: readonly RoleEvidence[];
  readonly missing: readonly RoleName[];
}

interface Found {
  readonly area: Area;
  readonly label: string;
  readonly how: Certainty;
}

/** How each role of the pack was found, and which were not. */
export function evidenceOf(
  spec: AnnexSpec,
  title: PlacedCell | null,
  headers: ReadonlyMap<string, HeaderRow>,
  roles: ReadonlyMap<string, PlacedNode>,
  assigned: AssignedPlaces,
): Evidence {
  const found = new Map<string, Found>();
  if (title) {
    const how = assigned.has(titleRole) ? "person" : "label";
    found.set(titleRole, { area: title.area, label: title.text.trim(), how });
  }
  for (const block of spec.blocks) {
    for (const { role, area, text, how } of headers.get(block.id)?.columns ?? [])
      found.set(`${block.id}.${role}`, { area, label: text.trim(), how });
    for (const [role, labels, node] of labelled(block, roles)) {
      const place = placeOf(node);
      if (!place) continue;
      const path = `${block.id}.${role}`;
      const said = assigned.get(path)?.some(({ area }) => isAt(area, place.area, node)) ?? false;
      found.set(path, { ...place, how: said ? "person" : certaintyOf(place.label, labels) });
    }
  }
  const names = [...roleNamesOf(spec).values()];
  return {
    evidence: names.flatMap((name) => {
      const one = found.get(name.role);
      return one ? [{ ...name, ...one }] : [];
    }),
    missing: names.filter(({ role }) => !found.has(role)),
  };
}

/** Rows and fields of a block with their labels and what was placed for them. */
function labelled(
  block: BlockSpec,
  roles: ReadonlyMap<string, PlacedNode>,
): (readonly [string, readonly string[], PlacedNode | undefined])[] {
  const placed = roles.get(block.id);
  const child = (id: string): PlacedNode | undefined => (placed?.node === "record" ? placed.fields.get(id) : undefined);
  switch (block.kind) {
    case "record":
      return [];
    case "grid":
      return block.rows.map(({ id, labels }) => [id, labels, child(id)]);
    case "list":
      return block.total && placed ? [[block.total.id, block.total.labels, roles.get(block.total.id)]] : [];
    case "inline":
    case "fields":
      return Object.entries(block.fields).map(([id, { labels }]) => [id, labels, child(id)]);
  }
}

function placeOf(node: PlacedNode | undefined): Pick<Found, "area" | "label"> | null {
  if (node?.node === "cell") return { area: node.area, label: node.label.trim() };
  if (node?.node === "record" && node.anchor) return { area: node.anchor, label: node.label.trim() };
  return null;
}

function certaintyOf(label: string, labels: readonly string[]): Certainty {
  return matcherOf(labels).match(labelText(label))?.strength === 1 ? "bare" : "label";
}

/** A field is its cell; a row is any cell of it. */
function isAt(said: Area, placed: Area, node: PlacedNode | undefined): boolean {
  return said.top === placed.top && (node?.node !== "cell" || said.left === placed.left);
}
