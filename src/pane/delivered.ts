import type { DeliveryOutcome } from "../app/index.js";
import type { Result } from "../core/result/index.js";
import type { Notice } from "./desk-state.js";
import { inWords } from "./in-words.js";
import type { PaneTexts } from "./texts.js";

/** What became of a file that was handed over; a download is never taken for a success. */
export function delivered(outcome: Result<DeliveryOutcome>, texts: PaneTexts): Notice {
  if (!outcome.ok) return { kind: "error", text: inWords(outcome.failure, texts) };
  switch (outcome.value.kind) {
    case "saved":
      return { kind: "success", text: texts.saved(outcome.value.name) };
    case "unconfirmed":
      return { kind: "warning", text: texts.unconfirmed(outcome.value.name) };
    case "cancelled":
      return { kind: "info", text: texts.cancelled };
  }
}
