import type { AnnexSpec, BlockSpec } from "../pack/index.js";
import type { RoleName, RolePart } from "./placed.js";

/** The role of an annex's title cell. */
export const titleRole = "title";

const known = new WeakMap<AnnexSpec, ReadonlyMap<string, RoleName>>();

/** Every role of an annex that stands somewhere on the sheet, by role. */
export function roleNamesOf(spec: AnnexSpec): ReadonlyMap<string, RoleName> {
  const made = known.get(spec) ?? new Map(namesOf(spec).map((role) => [role.role, role]));
  known.set(spec, made);
  return made;
}

function namesOf(spec: AnnexSpec): RoleName[] {
  return [{ role: titleRole, part: "title", name: spec.name, block: "" }, ...spec.blocks.flatMap(namesInBlock)];
}

interface Named {
  readonly name?: string | undefined;
  readonly labels: readonly string[];
}

function namesInBlock(block: BlockSpec): RoleName[] {
  const named = (part: RolePart, entries: readonly (readonly [string, Named])[]): RoleName[] =>
    entries.map(([id, spec]) => ({ role: `${block.id}.${id}`, part, name: nameOf(spec), block: block.name ?? "" }));
  switch (block.kind) {
    case "record":
      return named("column", Object.entries(block.columns));
    case "grid":
      return [
        ...named("column", Object.entries(block.columns)),
        ...named(
          "row",
          block.rows.map((row) => [row.id, row]),
        ),
      ];
    case "list":
      return [
        ...named("column", Object.entries(block.columns)),
        ...named("row", block.total ? [[block.total.id, block.total]] : []),
      ];
    case "inline":
    case "fields":
      return named("field", Object.entries(block.fields));
  }
}

/** The pack's own name, else its first label: `{year}年决算数` is N年决算数. */
function nameOf({ name, labels }: Named): string {
  return name ?? (labels[0] ?? "").replace("{year}", "N").replace("{any}", "");
}
