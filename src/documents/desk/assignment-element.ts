import type { DeskAssignment } from "./desk.js";

/** Offsets from a header or label to its cell stay small; a file may say anything. */
const farthest = 1000;

/** `<assignment id="a2 附件2 fund.executed" annex="a2" sheet="附件2" role="fund.executed" text="金额" rows="0" columns="0" address="F4" by="" on="2025-03-01"/>` */
export function assignmentAttributes(assignment: DeskAssignment): Readonly<Record<string, string>> {
  const { annex, sheet, role, text, rows, columns, address, by, on } = assignment;
  const [down, right] = [String(rows), String(columns)];
  return { id: assignmentId(assignment), annex, sheet, role, text, rows: down, columns: right, address, by, on };
}

/** One for each kind of annex, sheet and role. */
export function assignmentId({ annex, sheet, role }: Pick<DeskAssignment, "annex" | "sheet" | "role">): string {
  return `${annex} ${sheet} ${role}`;
}

/** Null for an element that does not say which cell is what. */
export function readAssignment(attributes: Readonly<Record<string, string>>): DeskAssignment | null {
  const { annex, sheet, role, text = "", address = "", by = "", on = "" } = attributes;
  const rows = Number(attributes["rows"] ?? "0");
  const columns = Number(attributes["columns"] ?? "0");
  if (annex === undefined || sheet === undefined || role === undefined) return null;
  if (text === "" && address === "") return null;
  if (![rows, columns].every((count) => Number.isInteger(count) && Math.abs(count) <= farthest)) return null;
  return { annex, sheet, role, text, rows, columns, address, by, on };
}
