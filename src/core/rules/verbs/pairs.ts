import { factAt, type Fact, type FactRecord } from "../../facts/index.js";
import type { VerbArguments } from "../../pack/index.js";
import { labelText } from "../../recognise/index.js";
import { isBlankIn } from "../condition.js";
import { failed, notApplicable, pass, type Outcome } from "../outcome.js";
import { finderOf, selectRecords, type Scope } from "../select.js";
import { wordsAt } from "../word-list.js";

/** As many on one side as on the other; where they are, the names of the two sides agree. */
export function pairs(args: VerbArguments["pairs"], scope: Scope): Outcome[] {
  const left = named(args.left, args.leftBy, scope).filter(({ record }) => isCounted(record, args, scope));
  const right = named(args.right, args.rightBy, scope);
  if (left.length === 0 || right.length === 0) return [notApplicable("只有一方，没有可比的")];
  const collective = args.collective === undefined ? [] : wordsAt(finderOf(args.collective), scope).all.map(nameKey);
  if (left.some(({ key }) => collective.includes(key))) return [notApplicable("没有逐项列出，没有可比的")];
  const lonely = without(left, right);
  const extra = without(right, left);
  const isEven = left.length === right.length;
  if (args.tell === "count") return [isEven ? pass : uneven(left, right, lonely, extra)];
  if (!isEven) return [notApplicable("两边的数目不同，先核对数目")];
  if (right.some(({ key }) => key === "")) return [notApplicable("有的没有写名称，先补填")];
  return lonely.length === 0 ? [pass] : lonely.map((one, index) => differing(one, extra[index]));
}

interface Named {
  readonly record: FactRecord;
  readonly name: Fact;
  readonly key: string;
}

function named(selector: string, by: string | undefined, scope: Scope): Named[] {
  return selectRecords(selector, scope).map((record) => {
    const name = (by === undefined ? null : factAt(record, by)) ?? labelOf(record);
    return { record, name, key: nameKey(name.shown) };
  });
}

/** A label as a fact of its cell, so that a finding may point at it. */
function labelOf({ path, annex, label, cell }: FactRecord): Fact {
  const cells = cell ? [cell] : [];
  return {
    node: "fact",
    path,
    annex,
    type: "text",
    reading: { kind: "text" },
    unit: null,
    shown: label,
    cells,
    from: "cells",
    inText: true,
  };
}

/** The code of a budget system before a name: 510923T000010263357-电脑替代. */
const systemCode = /^\s*[0-9A-Z]{8,}\s*[-—_]\s*/i;
const numbering =
  /^\s*(?:\d{1,2}[、.．)）](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)\s*/;

/** Width, blanks, numbering, codes and a closing colon do not matter. */
function nameKey(name: string): string {
  return labelText(name.replace(systemCode, "")).plain;
}

/** A name among others, without the number that stands before it on the sheet. */
function plainName({ name }: Named): string {
  return name.shown.replace(numbering, "").replace(systemCode, "").trim();
}

function isCounted(record: FactRecord, { leftFilled }: VerbArguments["pairs"], scope: Scope): boolean {
  if (leftFilled.length === 0) return true;
  return leftFilled.some((field) => {
    const fact = factAt(record, field);
    return fact !== null && !isBlankIn(fact, scope);
  });
}

/** Those of `some` whose name none of `others` bears; one for one where names repeat. */
function without(some: readonly Named[], others: readonly Named[]): Named[] {
  const left = new Map<string, number>();
  for (const { key } of others) left.set(key, (left.get(key) ?? 0) + 1);
  return some.filter(({ key }) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

function uneven(
  left: readonly Named[],
  right: readonly Named[],
  lonely: readonly Named[],
  extra: readonly Named[],
): Outcome {
  const names = (some: readonly Named[]): string => some.map(plainName).join("、");
  const only = [
    ...(lonely.length > 0 ? [`只在前者：${names(lonely)}`] : []),
    ...(extra.length > 0 ? [`只在后者：${names(extra)}`] : []),
  ];
  return failed({
    anchor: (lonely[0] ?? left[0])?.name ?? null,
    actual: String(left.length),
    expected: String(right.length),
    words: {
      left: String(left.length),
      right: String(right.length),
      only: `（${only.join("；")}）`,
    },
    related: [...lonely.slice(1), ...extra].map(({ name }) => name),
  });
}

function differing(one: Named, other: Named | undefined): Outcome {
  return failed({
    anchor: one.name,
    actual: one.name.shown,
    expected: other?.name.shown ?? null,
    words: { left: one.name.shown, right: other?.name.shown ?? "" },
    related: other ? [other.name] : [],
  });
}
