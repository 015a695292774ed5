/**
 * The verbs a rule may use and the runner. Rules themselves are data of a pack.
 * May not live here: words of any form, ids of any rule, what a finding looks like on a face.
 */
export { runRules, type RuleSurroundings, type RuleRun, type RulesResult } from "./run-rules.js";
