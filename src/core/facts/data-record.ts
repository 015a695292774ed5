import { decimal } from "../quantity/index.js";
import type { Fact, FactNode, FactRecord } from "./fact.js";

/** Plain data of a pack (a scoring profile) as records, so that rules name it like any other fact. */
export function dataRecord(data: unknown, path: string): FactRecord {
  const node = dataNode(data, path);
  return node.node === "record"
    ? node
    : { node: "record", path, annex: "", label: "", fields: new Map([["value", node]]) };
}

function dataNode(data: unknown, path: string): FactNode {
  if (Array.isArray(data)) {
    const items = data.map((item, index) => dataRecord(item, `${path}[${index}]`));
    return { node: "list", path, annex: "", items };
  }
  if (typeof data === "object" && data !== null) {
    const fields = new Map(Object.entries(data).map(([name, value]) => [name, dataNode(value, `${path}.${name}`)]));
    const name = ["word", "id", "label"].map((key) => fields.get(key)).find((field) => field?.node === "fact");
    return { node: "record", path, annex: "", label: name?.node === "fact" ? name.shown : "", fields };
  }
  return constant(data, path);
}

function constant(data: unknown, path: string): Fact {
  const shown = data === null || data === undefined ? "" : String(data);
  const base = { node: "fact", path, annex: "", unit: null, shown, cells: [], from: "default" } as const;
  if (typeof data !== "number") return { ...base, type: "text", reading: { kind: "text" } };
  const value = decimal(data);
  return {
    ...base,
    type: "weight",
    reading: { kind: "number", value, low: value, high: value, decimals: 0, approximate: false, asText: false },
  };
}
