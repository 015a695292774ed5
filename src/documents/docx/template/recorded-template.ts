import { readLedgerPart } from "../ledger.js";
import { ledgerNamespace } from "../names.js";
import { openReport } from "../report-package.js";
import type { TemplateLink } from "./template-link.js";

/** The template that a report was made from; null for a file without a record of ours, such as a template itself. */
export async function recordedTemplate(bytes: Uint8Array): Promise<{ readonly template: TemplateLink | null } | null> {
  const report = await openReport(bytes);
  if (!report.ok) return null;
  const part = report.value.customXml.find(({ xml }) => xml.includes(ledgerNamespace));
  const ledger = part ? readLedgerPart(part.xml, part.name) : null;
  return ledger?.ok ? { template: ledger.value.template } : null;
}
