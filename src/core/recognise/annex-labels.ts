import type { AnnexSpec, BlockSpec } from "../pack/index.js";
import { labelText } from "./label.js";

const known = new WeakMap<AnnexSpec, ReadonlySet<string>>();

/** Every text that an annex prints, as far as the pack knows: headers, row labels, names of fields and blocks. */
export function annexLabels(spec: AnnexSpec): ReadonlySet<string> {
  const made =
    known.get(spec) ??
    new Set(
      spec.blocks
        .flatMap(labelsIn)
        .filter((label) => !label.includes("{"))
        .map((label) => labelText(label).plain),
    );
  known.set(spec, made);
  return made;
}

function labelsIn(block: BlockSpec): string[] {
  switch (block.kind) {
    case "record":
      return Object.values(block.columns).flatMap(({ labels }) => labels);
    case "grid":
      return [
        ...(block.label ?? []),
        ...Object.values(block.columns).flatMap(({ labels }) => labels),
        ...block.rows.flatMap(({ labels }) => labels),
      ];
    case "list":
      return [...Object.values(block.columns).flatMap(({ labels }) => labels), ...(block.total?.labels ?? [])];
    case "inline":
      return [...block.label, ...Object.values(block.fields).flatMap(({ labels }) => labels)];
    case "fields":
      return Object.values(block.fields).flatMap(({ labels }) => labels);
  }
}
