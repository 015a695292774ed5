import { readAgain, type Fact, type FactBook } from "../../facts/index.js";
import type { Outcome as Computed } from "../../formula/index.js";
import type { Decimal } from "../../quantity/index.js";

/** What a formula comes to, in the unit of the fact whose cell holds it; null where that is no number. */
export function meantValue(fact: Fact, computed: Computed, book: FactBook): Decimal | null {
  if (computed.kind !== "value" || typeof computed.value !== "object" || computed.value === null) return null;
  const annex = book.annexes.find(({ key }) => key === fact.annex);
  return annex ? readAgain(fact, computed.value, annex.moneyUnit) : null;
}
