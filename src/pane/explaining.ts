import type { DeskChange } from "../app/index.js";
import { factAt, type FactBook } from "../core/facts/index.js";
import type { Finding } from "../core/findings/index.js";
import { readDesk, withExplanation, withSetting } from "../documents/desk/index.js";
import { changingDesk } from "./changing-desk.js";
import type { GivenExplanation } from "./engine.js";

/** Who gave the last explanation, among the settings kept in the workbook. */
const explainerSetting = "explainedBy";

/** A message is kept to show later what was explained; longer ones are cut. */
const longestAbout = 400;

export function explaining(finding: Finding, { reason, by }: GivenExplanation, on: string): DeskChange {
  const { fingerprint, id, message } = finding;
  const explanation = {
    id: fingerprint,
    finding: id,
    reason: reason.trim(),
    by: by.trim(),
    on,
    about: message.slice(0, longestAbout),
  };
  return changingDesk((desk) => withSetting(withExplanation(desk, explanation), explainerSetting, explanation.by));
}

/** 填表人 of the first annex that names one, where nobody explained anything yet. */
export function proposedExplainer(deskXml: string | null, book: FactBook): string {
  const desk = readDesk(deskXml);
  const last = desk.ok ? desk.value.settings.get(explainerSetting) : undefined;
  if (last !== undefined) return last;
  const preparers = book.annexes.map(({ root }) => factAt(root, "signature.preparer"));
  return preparers.find((fact) => fact?.reading.kind === "text")?.shown ?? "";
}
