import { readXml } from "../xml/index.js";

/** Outline levels of paragraph styles by id, 1 for the highest; styles of body text are not in it. */
export function outlineStyles(xml: string): ReadonlyMap<string, number> {
  const own = new Map<string, number>();
  const basedOn = new Map<string, string>();
  let style = "";
  readXml(xml, "styles", {
    open: ({ name, attributes }) => {
      const value = attributes["w:val"] ?? "";
      if (name === "style") style = attributes["w:styleId"] ?? "";
      else if (name === "basedOn") basedOn.set(style, value);
      else if (name === "outlineLvl" && /^[0-8]$/.test(value)) own.set(style, Number(value) + 1);
    },
  });
  const levels = new Map<string, number>();
  for (const id of new Set([...own.keys(), ...basedOn.keys()])) {
    const level = levelOf(id, own, basedOn);
    if (level !== null) levels.set(id, level);
  }
  return levels;
}

/** Styles may be based on each other in a circle; Word gives up, and so do we. */
const deepest = 20;

function levelOf(id: string, own: ReadonlyMap<string, number>, basedOn: ReadonlyMap<string, string>): number | null {
  let at: string | undefined = id;
  for (let step = 0; at !== undefined && step < deepest; step++) {
    const level = own.get(at);
    if (level !== undefined) return level;
    at = basedOn.get(at);
  }
  return null;
}
