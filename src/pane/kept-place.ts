import type { DeskState, Outcome } from "./desk-state.js";
import { groupFindings, listedFindings } from "./finding-keys.js";

/** The open finding stays open; when it is gone, the focus goes to the one that took its place, else to the top. */
export function keptPlace(before: DeskState, outcome: Outcome): Partial<DeskState> {
  if (before.openFinding === null) return {};
  const now = listedFindings(groupFindings(outcome.check.findings));
  if (now.some(({ key }) => key === before.openFinding)) return {};
  const old = before.outcome ? listedFindings(groupFindings(before.outcome.check.findings)) : [];
  const index = old.findIndex(({ key }) => key === before.openFinding);
  const next = now[Math.min(Math.max(index, 0), now.length - 1)];
  return { openFinding: null, previewing: null, focusOn: next?.key ?? "" };
}
