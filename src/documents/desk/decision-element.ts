import type { DeskDecision } from "./desk.js";

const directions = [">=", "<=", "="] as const;
const levels = ["reached", "partly", "missed"] as const;

/** `<decision id="a2 indicators[造林面积]" annex="a2" path="…" for-target="…" for-actual="…" target="…" by="" on="2025-03-01"/>` */
export function decisionAttributes(decision: DeskDecision): Readonly<Record<string, string>> {
  const { annex, path, target, actual, direction, level, forTarget, forActual, by, on } = decision;
  return {
    id: `${annex} ${path}`,
    annex,
    path,
    ...(target !== undefined && { target }),
    ...(actual !== undefined && { actual }),
    ...(direction !== undefined && { direction }),
    ...(level !== undefined && { level }),
    "for-target": forTarget,
    "for-actual": forActual,
    by,
    on,
  };
}

/** Null for an element that names no indicator or decides nothing. */
export function readDecision(attributes: Readonly<Record<string, string>>): DeskDecision | null {
  const { annex, path, target, actual, by = "", on = "" } = attributes;
  const direction = directions.find((one) => one === attributes["direction"]);
  const level = levels.find((one) => one === attributes["level"]);
  if (annex === undefined || path === undefined) return null;
  if (target === undefined && actual === undefined && !direction && !level) return null;
  return {
    annex,
    path,
    ...(target !== undefined && { target }),
    ...(actual !== undefined && { actual }),
    ...(direction && { direction }),
    ...(level && { level }),
    forTarget: attributes["for-target"] ?? "",
    forActual: attributes["for-actual"] ?? "",
    by,
    on,
  };
}
