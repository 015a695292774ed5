import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { packOf } from "../support/pack.js";
import { catalogue } from "./catalogue.js";

const pack = packOf("hunan-2024");
const folder = resolve(import.meta.dirname, "../../src/packs/hunan-2024/cases");
type Cases = Record<string, { readonly finds?: readonly unknown[]; readonly silent?: readonly unknown[] }>;
const cases: Cases = Object.assign(
  {},
  ...readdirSync(folder).map((name) => parse(readFileSync(resolve(folder, name), "utf8")) as Cases),
);
const ids = Object.entries(catalogue).flatMap(([family, names]) => names.map((name) => `${family}/${name}`));
const there = new Set(pack.rules.map(({ id }) => id));

// The cases themselves run in rule-cases.test.ts.
describe("规则目录里的每一条都在规则包里，有该报和不该报的用例", () => {
  it.each(ids)("%s", (id) => {
    expect(there.has(id), "规则包里没有这一条").toBe(true);
    expect(cases[id]?.finds?.length ?? 0, "没有该报的用例").toBeGreaterThan(0);
    expect(cases[id]?.silent?.length ?? 0, "没有不该报的用例").toBeGreaterThan(0);
  });
});

it("规则的类都有名字", () => {
  expect(Object.keys(catalogue).filter((family) => pack.families[family] === undefined)).toEqual([]);
});
