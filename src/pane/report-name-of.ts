import type { Placeholder } from "../app/index.js";
import { parseAddress } from "../core/sheet/index.js";
import type { ReportName } from "./engine.js";
import { placeOf } from "./fix-plan.js";
import { targetOf } from "./report-text.js";

/** A name as the pane lists it: with the way to its cell. */
export function reportNameOf({ kind, label, group, typed, text, unit, source }: Placeholder): ReportName {
  const end = source.lastIndexOf("!");
  const [sheet, address] = [source.slice(0, Math.max(0, end)), source.slice(end + 1)];
  const cell = parseAddress(address);
  const target = cell && sheet !== "" ? targetOf({ sheet, ...cell }) : null;
  return {
    kind,
    label,
    group,
    typed,
    text: text === "" ? "" : text + (unit ?? ""),
    source: target && { place: placeOf(sheet, address), target },
  };
}
