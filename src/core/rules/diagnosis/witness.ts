import type { Fact, FactBook } from "../../facts/index.js";
import type { Decimal } from "../../quantity/index.js";
import type { Cause } from "./cause.js";
import type { Addend } from "./gap-context.js";
import { rowOf } from "./row.js";

/** The only part that, put right by the gap, comes to the figure which `field` of its row holds. */
export function witnessCause(gap: Decimal, parts: readonly Addend[], field: string, book: FactBook): Cause | null {
  const [found, ...others] = parts.flatMap((part): Cause[] => {
    const mended = part.value.plus(gap.times(part.sign));
    const witness = part.fact && part.isTyped ? figureBeside(part.fact, field, book) : null;
    return witness?.eq(mended) ? [{ kind: "witness", figure: part, mended, scale: null, isExact: true }] : [];
  });
  return found && others.length === 0 ? found : null;
}

function figureBeside(fact: Fact, field: string, book: FactBook): Decimal | null {
  const beside = rowOf(fact, book)?.fields.get(field);
  return beside?.node === "fact" && beside.reading.kind === "number" ? beside.reading.value : null;
}
