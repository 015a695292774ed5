import { success, type Result } from "../../core/result/index.js";
import { readXml } from "../xml/index.js";
import { applySplices, prefixOf, spanOf, startTag, type Span } from "./splice.js";

/** The calculation properties stand after these. */
const before = new Set(["sheets", "functionGroups", "externalReferences", "definedNames"]);

/** Has Excel compute every formula when it opens the workbook; null when the workbook says so already. */
export function calculateOnLoad(source: string, part: string): Result<string | null> {
  let properties: Span | null = null;
  let after = 0;
  let depth = 0;
  let prefix = "";
  const read = readXml(source, part, {
    open: (tag) => {
      if (tag.name === "calcPr") properties = spanOf(source, tag);
      if (depth === 0) prefix = prefixOf(spanOf(source, tag).rawName);
      depth++;
    },
    close: (name, end) => {
      depth--;
      if (depth === 1 && before.has(name)) after = end;
    },
  });
  if (!read.ok) return read;
  const span = properties as Span | null;
  if (span?.attributes["fullCalcOnLoad"] === "1") return success(null);
  const splice = span
    ? { from: span.start, to: span.tagEnd, text: startTag(span, { fullCalcOnLoad: "1" }) }
    : { from: after, to: after, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` };
  return success(applySplices(source, [splice]));
}
