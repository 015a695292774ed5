import { functionTable } from "./function-table.js";

export type MetadataLanguage = "zh" | "en";

/**
 * The metadata file that Excel reads before any script runs, one per language: Excel localises names and descriptions
 * by another file, not by fields. Fields are those of Microsoft's metadata reference and no others.
 */
export function metadataText(language: MetadataLanguage): string {
  const functions = functionTable.map(({ id, description, parameters }) => ({
    id,
    name: id,
    description: description[language],
    result: { type: "number", dimensionality: "scalar" },
    parameters: parameters.map((parameter) => ({
      name: parameter.name[language],
      description: parameter.description[language],
      // A cell may hold text or a number.
      type: "any",
      dimensionality: "scalar",
      ...(parameter.optional ? { optional: true } : {}),
    })),
  }));
  return `${JSON.stringify({ functions }, null, 2)}\n`;
}
