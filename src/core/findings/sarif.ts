import { addressOf } from "../sheet/index.js";
import type { Finding, Severity, Waiver } from "./finding.js";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** Findings as SARIF 2.1.0. A cell is a logical location: SARIF knows lines, not sheets. */
export function sarifLog(
  version: string,
  runs: readonly { readonly file: string; readonly findings: readonly Finding[] }[],
): unknown {
  const rules = new Map<string, Finding>();
  for (const { findings } of runs)
    for (const finding of findings) rules.set(finding.id, rules.get(finding.id) ?? finding);
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "annex",
            version,
            rules: [...rules.values()].map((finding) => ({
              id: finding.id,
              shortDescription: { text: finding.title },
              fullDescription: { text: finding.why },
              help: { text: finding.advice },
            })),
          },
        },
        results: runs.flatMap(({ file, findings }) => findings.map((finding) => result(file, finding))),
      },
    ],
  };
}

function result(file: string, finding: Finding): unknown {
  const name = finding.sheet === null ? null : `${finding.sheet}${finding.cell ? `!${addressOf(finding.cell)}` : ""}`;
  return {
    ruleId: finding.id,
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: encodeURI(file.replaceAll("\\", "/")) } },
        ...(name === null ? {} : { logicalLocations: [{ fullyQualifiedName: name, kind: "cell" }] }),
      },
    ],
    partialFingerprints: { annex: finding.fingerprint },
    ...(finding.waived && { suppressions: [suppression(finding.waived)] }),
  };
}

/** The explanation is kept inside the workbook that was checked. */
function suppression({ reason, by, on }: Waiver): unknown {
  return { kind: "inSource", status: "accepted", justification: reason, properties: { by, on } };
}
