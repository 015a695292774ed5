import { format } from "prettier";
import { z } from "zod";
import { packFiles } from "../src/core/pack/compile.js";

/** The published JSON Schema of each file of a pack, by file name, as an editor reads it. */
export async function schemaTexts(): Promise<(readonly [name: string, text: string])[]> {
  return await Promise.all(
    Object.entries(packFiles).map(async ([file, schema]) => {
      const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
      const text = await format(JSON.stringify(json), { parser: "json", printWidth: 120 });
      return [file.replace(".yaml", ".schema.json"), text] as const;
    }),
  );
}
