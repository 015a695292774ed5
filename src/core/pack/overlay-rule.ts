import { isRecord, overlay } from "./overlay.js";
import { verbNames } from "./rules-schema.js";

const verbs: ReadonlySet<string> = new Set([...verbNames, "anyOf"]);

/**
 * A rule over the rule of its base: key by key. What it says holds for every variant of the base's rule, and a verb of
 * its own takes the place of the base's verb.
 */
export function overlayRule(base: unknown, own: unknown): unknown {
  if (!isRecord(base) || !isRecord(own)) return own;
  const ownVerb = Object.keys(own).find((key) => verbs.has(key));
  const gone = (key: string): boolean => ownVerb !== undefined && verbs.has(key) && key !== ownVerb;
  const kept = Object.fromEntries(Object.entries(base).filter(([key]) => !gone(key)));
  const { variants } = kept;
  if (!Array.isArray(variants) || "variants" in own) return overlay(kept, own);
  const inVariants = variants.filter(isRecord).map((variant) =>
    Object.fromEntries(
      Object.entries(variant).flatMap(([key, value]) => {
        if (gone(key)) return [];
        return [[key, key in own ? overlay(value, own[key]) : value]];
      }),
    ),
  );
  return { ...(overlay(kept, own) as object), variants: inVariants };
}
