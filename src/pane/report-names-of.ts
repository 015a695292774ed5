import type { Placeholder } from "../app/index.js";
import { parseAddress } from "../core/sheet/index.js";
import type { ReportName } from "./engine.js";
import { placeOf } from "./fix-plan.js";
import { targetOf } from "./report-text.js";

/** Names as the pane lists them: with the way to their cell. */
export function reportNamesOf(placeholders: readonly Placeholder[]): readonly ReportName[] {
  return placeholders.map(({ kind, label, group, typed, text, unit, source }) => {
    const [sheet, address] = [source.slice(0, source.lastIndexOf("!")), source.slice(source.lastIndexOf("!") + 1)];
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
  });
}
