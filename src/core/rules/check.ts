import { decimal, type Decimal } from "../quantity/index.js";
import type { RuleSpec, VerbArguments, VerbName } from "../pack/index.js";
import { testOf } from "./condition.js";
import type { Outcome } from "./outcome.js";
import type { Scope } from "./select.js";
import { verbs } from "./verbs/index.js";

type Body = Pick<RuleSpec, VerbName | "anyOf">;

export type Check = (scope: Scope) => readonly Outcome[];

/** What a rule's verb checks, or its alternatives: one that passes is enough. */
export function checkOf(body: Body): Check {
  return body.anyOf ? alternatives(body.anyOf) : verbCheck(body);
}

/**
 * One that passes is enough. Where every one fails, the one that a single slip explains is the one that was meant, else
 * the one that comes nearest.
 */
function alternatives(all: NonNullable<Body["anyOf"]>): Check {
  const prepared = all.map((alternative) => ({
    fits: alternative.when === undefined ? always : testOf(alternative.when),
    check: verbCheck(alternative),
  }));
  return (scope) => {
    const fitting = prepared.filter(({ fits }) => fits(scope));
    const tried = (fitting.length > 0 ? fitting : prepared).map(({ check }) => check(scope));
    const ran = tried.filter((outcomes) => outcomes.some(({ status }) => status !== "notApplicable"));
    const passing = ran.find((outcomes) => outcomes.every(({ status }) => status !== "fail"));
    const explained = ran.filter(hasCause);
    const likely = explained.length > 0 ? explained : ran;
    return passing ?? likely.sort((a, b) => gapOf(a).cmp(gapOf(b)))[0] ?? tried[0] ?? [];
  };
}

const always = (): boolean => true;

function hasCause(outcomes: readonly Outcome[]): boolean {
  return outcomes.some((outcome) => outcome.status === "fail" && outcome.cause !== null);
}

function gapOf(outcomes: readonly Outcome[]): Decimal {
  const gaps = outcomes.flatMap((outcome) => (outcome.status === "fail" && outcome.gap ? [outcome.gap.abs()] : []));
  return gaps[0] ?? decimal(0);
}

function verbCheck(body: Partial<Pick<RuleSpec, VerbName>>): Check {
  const name = verbNames.find((verb) => body[verb] !== undefined);
  return name ? bound(name, body) : () => [];
}

const verbNames = Object.keys(verbs) as readonly VerbName[];

function bound<V extends VerbName>(name: V, body: Partial<Pick<RuleSpec, VerbName>>): Check {
  const verb: (args: VerbArguments[V], scope: Scope) => readonly Outcome[] = verbs[name];
  const args = body[name] as VerbArguments[V];
  return (scope) => verb(args, scope);
}
