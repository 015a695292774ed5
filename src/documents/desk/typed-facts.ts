import type { Fact, FactRecord, FactType, Reading } from "../../core/facts/index.js";
import type { FormField, FormKind } from "../../core/pack/index.js";
import { readNumber } from "../../core/quantity/index.js";
import type { DeskData } from "./desk.js";

const types: Readonly<Record<FormKind, FactType>> = {
  prose: "text",
  text: "text",
  list: "text",
  money: "money",
  date: "date",
};

/** What was typed, as the `typed` record of a fact book. Money without a unit is in 万元. */
export function typedFacts(desk: DeskData, form: readonly FormField[]): FactRecord {
  const fields = new Map<string, Fact>();
  for (const { id, kind, label } of form) {
    const text = desk.typed.get(id)?.trim() ?? "";
    if (text === "") continue;
    fields.set(id, {
      node: "fact",
      path: id,
      annex: "",
      type: types[kind],
      reading: kind === "money" ? readMoney(text) : { kind: "text" },
      unit: kind === "money" ? "万元" : null,
      shown: text,
      label: label.zh,
      cells: [],
      from: "typed",
    });
  }
  return { node: "record", path: "", annex: "", label: "", fields };
}

function readMoney(text: string): Reading {
  const read = readNumber(text);
  if (read.kind !== "number") return read;
  if (read.unit !== null && read.unit !== "万元") return { kind: "text" };
  const { value, approximate } = read;
  const decimals = Math.max(0, read.baseDecimals);
  return { kind: "number", value, low: value, high: value, decimals, approximate, asText: false };
}
