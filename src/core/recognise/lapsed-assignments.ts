import type { WorkbookSnapshot } from "../sheet/index.js";
import type { RecognisedAnnex } from "./placed.js";
import type { LapsedAssignment, RoleAssignment } from "./role-assignment.js";

/** The assignments that no annex took up, each with a sentence for people. */
export function lapsedAssignments(
  workbook: WorkbookSnapshot,
  annexes: readonly RecognisedAnnex[],
  assignments: readonly RoleAssignment[],
): LapsedAssignment[] {
  return assignments.flatMap((assignment) => {
    const { annex, sheet, role, text } = assignment;
    const there = annexes.filter(({ spec, sheet: { name } }) => spec.id === annex && name === sheet);
    if (there.some(({ evidence }) => evidence.some((one) => one.role === role && one.how === "person"))) return [];
    const hasSheet = workbook.sheets.some(({ name }) => name === sheet);
    return [{ assignment, reason: reasonFor(hasSheet, there.length > 0, text) }];
  });
}

function reasonFor(hasSheet: boolean, hasAnnex: boolean, text: string): string {
  if (!hasSheet) return "工作簿里已没有这张工作表";
  if (!hasAnnex) return "这张工作表里没有认出该附表";
  return text === "" ? "原来的单元格已不在该附表的范围内" : `该附表里找不到唯一的“${text.slice(0, 40)}”`;
}
