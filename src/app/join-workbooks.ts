import type { KeptExplanation } from "../core/findings/index.js";
import type { SheetSnapshot, WorkbookSnapshot } from "../core/sheet/index.js";
import { readDesk, withExplanation, writeDesk, type DeskData } from "../documents/desk/index.js";

/**
 * Several workbooks of one unit (annex 3 in files of their own) as one. Each sheet remembers its `origin`; sheets of the
 * same name are told apart as Excel does: [file]sheet. Explanations of all the workbooks hold, everything else that is
 * kept in them is the first one's. Null without a workbook.
 */
export function joinWorkbooks(workbooks: readonly WorkbookSnapshot[]): WorkbookSnapshot | null {
  const [first, ...rest] = workbooks;
  if (!first || rest.length === 0) return first ?? null;
  return {
    ...first,
    sheets: sheetsWithOrigin(workbooks),
    deskXml: joinedDesk(workbooks.flatMap(({ deskXml }) => deskXml ?? [])),
  };
}

/** The sheets of all the workbooks, each with its origin and a name of its own. */
export function sheetsWithOrigin(workbooks: readonly WorkbookSnapshot[]): readonly SheetSnapshot[] {
  const taken = new Set<string>();
  return workbooks.flatMap(({ name, sheets }, index) => {
    const file = name ?? `工作簿${index + 1}`;
    return sheets.map((sheet) => {
      const own = ownName(sheet.name, file, taken);
      taken.add(own);
      return { ...sheet, name: own, origin: { file, sheet: sheet.name } };
    });
  });
}

function ownName(sheet: string, file: string, taken: ReadonlySet<string>): string {
  const [base = file] = file.split(/[\\/]/).slice(-1);
  let name = sheet;
  for (let number = 1; taken.has(name); number++) name = `[${number === 1 ? base : `${base}#${number}`}]${sheet}`;
  return name;
}

function joinedDesk(parts: readonly string[]): string | null {
  const [first, ...others] = parts.flatMap((xml): DeskData[] => {
    const desk = readDesk(xml);
    return desk.ok ? [desk.value] : [];
  });
  if (!first || others.length === 0) return parts[0] ?? null;
  const told: readonly KeptExplanation[] = others.flatMap(({ explanations }) => explanations);
  return writeDesk(told.reduce(withExplanation, first), null);
}
