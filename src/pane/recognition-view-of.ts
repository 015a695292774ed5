import { annexSummaries, type OpenBook } from "../app/index.js";
import type { AnnexSpec } from "../core/pack/index.js";
import { roleNamesOf, type RecognisedAnnex } from "../core/recognise/index.js";
import { areaAddress } from "../core/sheet/index.js";
import type { AnnexKind, AnnexRecognition, FoundRole, RecognitionView, Sureness } from "./recognition.js";

/** What was made of the workbook, for people. */
export function recognitionViewOf({ recognition, book }: OpenBook, specs: readonly AnnexSpec[]): RecognitionView {
  const summaries = annexSummaries(book);
  return {
    annexes: recognition.annexes.flatMap((annex, index): AnnexRecognition[] => {
      const summary = summaries[index];
      return summary ? [{ ...summary, sureness: surenessOf(annex), roles: rolesOf(annex) }] : [];
    }),
    rest: recognition.rest,
    lapsed: recognition.lapsed.map(({ assignment: { annex, sheet, role }, reason }) => {
      const spec = specs.find(({ id }) => id === annex);
      const roleName = (spec && roleNamesOf(spec).get(role)?.name) ?? role;
      return { annex, sheet, role, reason, annexName: spec?.name ?? annex, roleName };
    }),
    kinds: specs.map(kindOf),
  };
}

function kindOf(spec: AnnexSpec): AnnexKind {
  const { id, name, number = "", titles } = spec;
  return { id, name, number, titles, roles: [...roleNamesOf(spec).values()] };
}

function rolesOf({ sheet, evidence, missing }: RecognisedAnnex): FoundRole[] {
  return [
    ...evidence.map(({ area, ...role }) => ({
      ...role,
      place: { target: { sheet: sheet.name, area }, address: areaAddress(area) },
    })),
    ...missing.map((role) => ({ ...role, place: null, label: "", how: null })),
  ];
}

/** Sure with its title and every column of its tables; doubtful where a table of the form, or both of these, are missing. */
function surenessOf({ spec, title, roles, evidence, missing }: RecognisedAnnex): Sureness {
  const blockOf = ({ role }: { readonly role: string }): string => role.split(".")[0] ?? "";
  const placed = new Set(evidence.filter(({ part }) => part === "column").map(blockOf));
  const hasAllColumns = !missing.some((role) => role.part === "column" && placed.has(blockOf(role)));
  const hasAllTables = spec.blocks.every(({ id, optional }) => optional || roles.has(id));
  if (title && hasAllColumns && hasAllTables) return "sure";
  return hasAllTables && (title !== null || hasAllColumns) ? "mostly" : "doubtful";
}
