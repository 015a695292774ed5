import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { developmentAddress, manifestFiles } from "./manifest/manifest-files.js";
import packageJson from "../package.json" with { type: "json" };

/** Writes manifest.xml and its variant for the development address: `npm run build:manifest`. */
for (const [name, text] of Object.entries(manifestFiles(developmentAddress, packageJson.version))) {
  writeFileSync(resolve(import.meta.dirname, "..", name), text);
}
