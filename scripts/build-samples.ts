/** Writes the sample workbooks: `npm run samples`. */
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";
import { formsSchema } from "../src/core/pack/forms-schema.js";
import { buildSamples } from "./samples/build.js";

const forms = formsSchema.parse(parse(readFileSync("src/packs/hunan-2024/forms.yaml", "utf8"), { maxAliasCount: 200 }));
for (const [name, bytes] of buildSamples(forms)) {
  writeFileSync(`assets/samples/${name}`, bytes);
  process.stdout.write(`assets/samples/${name}  ${bytes.length} bytes\n`);
}
