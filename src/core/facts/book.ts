import type { Area } from "../sheet/index.js";
import type { Fact, FactNode, FactRecord } from "./fact.js";

/** One annex found in the workbook; several of the same kind are several instances. */
export interface AnnexFacts {
  /** Kind, an id of the pack: `a1` … `a4`. */
  readonly id: string;
  /** Unique in the book: `a2`, `a3:1`, `a3:2` … in the order of the sheets. */
  readonly key: string;
  /** The pack's name of the annex, e.g. 部门整体支出绩效自评表. */
  readonly name: string;
  /** The workbook, where it is not the open one. */
  readonly file?: string;
  readonly sheet: string;
  readonly sheetId: string;
  readonly range: Area;
  readonly title: string;
  readonly year: number | null;
  readonly unit: string | null;
  readonly project: string | null;
  readonly moneyUnit: string;
  /** Every role of the annex, by name. */
  readonly root: FactRecord;
}

/**
 * All facts of one unit. `typed` holds what no annex carries (职能职责, the two budgets without annex …),
 * typed once and stored in the workbook; `prior` is last year's book where it was given.
 */
export interface FactBook {
  readonly annexes: readonly AnnexFacts[];
  readonly typed: FactRecord;
  readonly prior: FactBook | null;
}

/** What stands in a record under this name, or was derived from it. */
export function childOf({ fields, derived }: FactRecord, name: string): FactNode | undefined {
  return fields.get(name) ?? derived?.get(name);
}

/** The child `a.b.c` of a node; null when a step is missing. Lists are not entered. */
export function field(node: FactNode | null, path: string): FactNode | null {
  let current: FactNode | null = node;
  for (const name of path.split(".")) {
    if (current?.node !== "record") return null;
    current = childOf(current, name) ?? null;
  }
  return current;
}

export function factAt(node: FactNode | null, path: string): Fact | null {
  const found = field(node, path);
  return found?.node === "fact" ? found : null;
}

/** The records of the list at `path`; none when it is missing. */
export function itemsAt(node: FactNode | null, path: string): readonly FactRecord[] {
  const found = field(node, path);
  return found?.node === "list" ? found.items : [];
}

export function annexesOf(book: FactBook, id: string): readonly AnnexFacts[] {
  return book.annexes.filter((annex) => annex.id === id);
}
