import type { Path } from "./yaml-source.js";

/**
 * What a pack says over its base. One rule for everything: keys are laid over keys; lists of things that have an `id`
 * are laid over each other by it, new ones come last; anything else replaces what was there.
 */
export function overlay(base: unknown, own: unknown): unknown {
  if (own === undefined) return base;
  if (isRecord(base) && isRecord(own)) {
    const keys = new Set([...Object.keys(base), ...Object.keys(own)]);
    return Object.fromEntries([...keys].map((key) => [key, overlay(base[key], own[key])]));
  }
  if (haveIds(base) && haveIds(own)) {
    const laid = base.map((item) =>
      overlay(
        item,
        own.find(({ id }) => id === item.id),
      ),
    );
    return [...laid, ...own.filter(({ id }) => !base.some((item) => item.id === id))];
  }
  return own;
}

/** A place in the merged data as a place in what the pack itself says, as far down as it says something there. */
export function ownPath(merged: unknown, own: unknown, path: Path): Path {
  const found: (string | number)[] = [];
  let [whole, part] = [merged, own];
  for (const step of path) {
    const index: string | number = haveIds(whole) && haveIds(part) ? placeOf(whole[Number(step)], part) : step;
    const inside = childOf(part, index);
    if (inside === undefined) break;
    found.push(index);
    [whole, part] = [childOf(whole, step), inside];
  }
  return found;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

interface WithId {
  readonly id: unknown;
}

function haveIds(value: unknown): value is readonly WithId[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => isRecord(item) && "id" in item);
}

function placeOf(item: WithId | undefined, list: readonly WithId[]): number {
  return list.findIndex(({ id }) => id === item?.id);
}

function childOf(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)] as unknown;
  return isRecord(value) ? value[step] : undefined;
}
