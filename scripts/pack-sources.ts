import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The texts of the pack folders below a folder, by the folder's name, which is the pack's id. */
export function packSources(root: string): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(
    folders.map(({ name }) => {
      const files = readdirSync(join(root, name)).filter((file) => file.endsWith(".yaml"));
      return [name, Object.fromEntries(files.map((file) => [file, readFileSync(join(root, name, file), "utf8")]))];
    }),
  );
}
