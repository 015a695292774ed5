import type { Finding } from "../findings/index.js";
import type { Fact, FactBook, FactNode, FactRecord } from "../facts/index.js";
import type { FormulaBook } from "../formula/index.js";
import type { CausesSpec, RuleSpec } from "../pack/index.js";
import type { Decimal } from "../quantity/index.js";
import { checkOf, type Check } from "./check.js";
import { testOf, type Test } from "./condition.js";
import { coveredAway, type Placed } from "./covers.js";
import { instancesOf, type RuleInstance } from "./expand.js";
import { findingOf } from "./finding-of.js";
import { Mistakes } from "./mistakes.js";
import { finderOf, selectRecords, type FoundNodes, type Finder, type Scope } from "./select.js";
import { severityOf } from "./severity.js";

export interface RuleRun {
  readonly id: string;
  /** Short name of the rule, for lists. */
  readonly title: string;
  /** How many places it looked at. */
  readonly checked: number;
  readonly failed: number;
  /** Why it had nothing to look at; null when it ran. */
  readonly notApplicable: string | null;
  /** What it left as it is, for people: formulas that cannot be computed here. */
  readonly notes: readonly string[];
}

export interface RulesResult {
  readonly findings: readonly Finding[];
  readonly runs: readonly RuleRun[];
}

/** What rules may ask besides the facts. */
export interface RuleSurroundings {
  /** The scoring profile as records, so that rules may name its weights and grades (`profile.grades`). */
  readonly profile: FactRecord;
  /** The words for what explains a gap. */
  readonly causes: CausesSpec;
  /** The workbook's formulas. */
  readonly formulas: FormulaBook;
  /** The host recomputes formulas itself: what cells hold is never out of date. */
  readonly isLive: boolean;
}

/** Runs the rules of a pack, in the pack's order, over a book. */
export function runRules(rules: readonly RuleSpec[], book: FactBook, around: RuleSurroundings): RulesResult {
  const placed: Placed[] = [];
  const roots = rootScopes(book, around);
  const known = new Mistakes();
  const runs = rules.map((rule) => runRule(instancesOf(rule, rules), roots, placed, known, rule));
  return { findings: coveredAway(placed), runs };
}

/** Where rules start: the workbook, or each annex of a kind. */
interface RootScopes {
  readonly proven: Map<Fact, Decimal>;
  readonly workbook: Scope;
  readonly annexes: readonly Scope[];
  readonly lists: Map<string, readonly Scope[]>;
}

function rootScopes(book: FactBook, { profile, causes, formulas, isLive }: RuleSurroundings): RootScopes {
  const proven = new Map<Fact, Decimal>();
  const found: FoundNodes = new Map();
  const sums: Scope["sums"] = new Map();
  const shared = new Map<string, FactNode>([["profile", profile]]);
  const annexes = book.annexes.map((annex): Scope => {
    const root = { ...annex.root, fields: new Map([...shared, ...annex.root.fields]) };
    return { book, annex: { ...annex, root }, node: annex.root, proven, found, sums, causes, formulas, isLive };
  });
  return {
    proven,
    annexes,
    lists: new Map(),
    workbook: { book, annex: null, node: bookRecord(book, shared), proven, found, sums, causes, formulas, isLive },
  };
}

/** A rule ready to run: what it asks of each place, told apart once. */
interface Runner {
  readonly needs: readonly Finder[];
  readonly where: readonly Test[];
  readonly check: Check;
  readonly isRegardless: boolean;
}

const runners = new WeakMap<RuleInstance, Runner>();

function runnerOf(instance: RuleInstance): Runner {
  const { body } = instance;
  const runner = runners.get(instance) ?? {
    needs: (body.needs ?? []).map(finderOf),
    where: (body.where ?? []).map(testOf),
    check: checkOf(body),
    isRegardless: body.regardless ?? false,
  };
  runners.set(instance, runner);
  return runner;
}

function runRule(
  instances: readonly RuleInstance[],
  roots: RootScopes,
  placed: Placed[],
  known: Mistakes,
  rule: RuleSpec,
): RuleRun {
  const notes = new Set<string>();
  let checked = 0;
  let failures = 0;
  let reason: string | null = null;
  for (const instance of instances) {
    const runner = runnerOf(instance);
    for (const scope of scopesOf(instance, roots)) {
      const missing = unmet(runner, scope);
      if (missing !== null) {
        reason ??= missing;
        continue;
      }
      for (const outcome of known.settled(runner.check(scope), runner, scope)) {
        if (outcome.status === "notApplicable") {
          reason ??= outcome.reason;
          continue;
        }
        checked++;
        if (outcome.status === "left") notes.add(outcome.note);
        if (outcome.status !== "fail") continue;
        const severity = severityOf(instance.body.severity, outcome, scope);
        if (severity === null) continue;
        failures++;
        for (const { fact, value } of outcome.proves) roots.proven.set(fact, value);
        known.add(outcome, { severity, isCertain: instance.body.doubts ?? false, check: runner.check }, scope);
        placed.push({
          rule,
          covers: instance.body.covers ?? [],
          subject: scope.node.path,
          finding: findingOf(instance, outcome, severity, scope),
        });
      }
    }
  }
  return {
    id: rule.id,
    title: rule.title,
    checked,
    failed: failures,
    notApplicable: checked === 0 ? (reason ?? "表中没有这些内容") : null,
    notes: [...notes],
  };
}

/** Many rules run over the same lists: their scopes are made once. */
function scopesOf({ body, targets, place }: RuleInstance, roots: RootScopes): readonly Scope[] {
  let known = roots.lists.get(place);
  if (!known) roots.lists.set(place, (known = scopesFor(targets, body.each, roots)));
  return known;
}

function scopesFor(targets: readonly string[], each: string | undefined, roots: RootScopes): readonly Scope[] {
  if (targets.length === 0 || targets.includes("workbook")) return eachScope(each, roots.workbook);
  return targets.flatMap((id) =>
    roots.annexes.filter(({ annex }) => annex?.id === id).flatMap((scope) => eachScope(each, scope)),
  );
}

function eachScope(each: string | undefined, scope: Scope): readonly Scope[] {
  return each === undefined ? [scope] : selectRecords(each, scope).map((node) => scopeAt(node, scope));
}

/** Written out: there is one for every row, and copying an object by spreading it is slow. */
function scopeAt(node: FactRecord, { book, annex, proven, causes, sums, formulas, isLive, found }: Scope): Scope {
  return { book, annex, node, proven, found, sums, causes, formulas, isLive };
}

/** The workbook as a record: `kinds` lists the kinds of annex it holds. */
function bookRecord(book: FactBook, shared: ReadonlyMap<string, FactNode>): FactRecord {
  const kinds = [...new Set(book.annexes.map(({ id }) => id))];
  const items = kinds.map((id): FactRecord => ({
    node: "record",
    path: `kinds[${id}]`,
    annex: "",
    label: id,
    fields: new Map(),
  }));
  const fields = new Map<string, FactNode>([...shared, ["kinds", { node: "list", path: "kinds", annex: "", items }]]);
  return { node: "record", path: "", annex: "", label: "", fields };
}

function unmet({ needs, where }: Runner, scope: Scope): string | null {
  for (const find of needs) if (find(scope).facts.length === 0) return "表中没有需要的内容";
  for (const test of where) if (!test(scope)) return "没有符合条件的内容";
  return null;
}
