import type { NameKind, ReportName } from "./engine.js";

/** Names that hold every word typed, in name, present text or cell; those whose name begins so come first. */
export function matchingNames(
  names: readonly ReportName[],
  wish: string,
  kind: NameKind | null,
): readonly ReportName[] {
  const words = wish.toLowerCase().split(/\s+/).filter(Boolean);
  const found = names.filter((name) => {
    if (kind !== null && name.kind !== kind) return false;
    const all = `${name.label} ${name.group} ${name.typed} ${name.text} ${name.source?.place ?? ""}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
  const [first] = words;
  if (first === undefined) return found;
  const begins = ({ label }: ReportName): boolean => label.toLowerCase().startsWith(first);
  return [...found.filter(begins), ...found.filter((name) => !begins(name))];
}
