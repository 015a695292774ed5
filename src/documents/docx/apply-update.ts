import { success, type Result } from "../../core/result/index.js";
import { rewriteArchive } from "../archive/index.js";
import { encodeXml } from "../xml/index.js";
import { controlsOf } from "./control.js";
import { factNode, factsPart, factsProperties, type FactNode } from "./facts-part.js";
import { ledgerPart, ledgerProperties, sameLedger, type Ledger } from "./ledger.js";
import type { FigurePlan } from "./plan-figures.js";
import type { DecidedUpdate } from "./decide.js";
import { addCustomXml, PackageChanges } from "./package-changes.js";
import { ControlIds } from "./pen.js";
import { addUsedStyles, documentStyles } from "./document-styles.js";
import { RevisionMarks, type Reviser } from "./revision-marks.js";
import { allControlIds, renumberTwins } from "./control-ids.js";
import { isRewritten, rewriteSection } from "./rewrite-section.js";
import { openQuestions, sectionRecords } from "./section-records.js";
import { showFigure } from "./show-figure.js";
import { splicePart } from "./splice-part.js";
import { recordedRows } from "./template/plan-rows.js";
import { rewriteTable } from "./template/plan-tables.js";
import { rewriteRows } from "./template/rewrite-rows.js";
import { settleBody } from "./template/settle-body.js";

/** Writes what was planned. Parts that need no change keep their bytes; if none does, the file itself is returned. */
export async function applyUpdate(
  bytes: Uint8Array,
  comparison: DecidedUpdate,
  reviser: Reviser,
): Promise<Result<Uint8Array>> {
  const { report, figures, sections, linked, adopted } = comparison;
  const changes = new PackageChanges(report.archive);
  const ids = new ControlIds(report.texts.flatMap(({ document }) => allControlIds(document)));
  for (const { source } of report.texts) source.watch();
  const isTableNew = comparison.tables.some(({ kind }) => kind === "ours");
  if (sections.some(isRewritten) || isTableNew || linked.linked.length > 0 || adopted.length > 0) {
    const styles = comparison.styles ? success(comparison.styles) : await documentStyles(report);
    if (!styles.ok) return styles;
    const documents = report.texts.map(({ document }) => document);
    const revision = report.tracksChanges ? new RevisionMarks(reviser, documents) : null;
    for (const section of sections) rewriteSection(section, { ids, styles: styles.value.ids, revision });
    for (const plan of comparison.tables) rewriteTable(plan);
    addUsedStyles(report, styles.value, changes);
  }
  for (const section of sections) settleBody(section);
  for (const plan of comparison.rows) rewriteRows(plan);
  const shown = new Map<string, FigurePlan>();
  const seen = new Set<number>();
  for (const { document } of report.texts) {
    for (const { element, role } of controlsOf(document)) {
      if (role.kind !== "fact") continue;
      const plan = figures.get(role.key);
      if (!plan) continue;
      shown.set(role.key, plan);
      showFigure(element, plan);
    }
    renumberTwins(document, seen, ids);
  }
  for (const { name, source } of report.texts) {
    if (source.isChanged) changes.set(name, encodeXml(splicePart(source)));
  }
  const stored = await storeRecords(comparison, shown, changes);
  if (!stored.ok) return stored;
  return success(changes.isEmpty ? bytes : rewriteArchive(report.archive, changes.parts));
}

async function storeRecords(
  comparison: DecidedUpdate,
  shown: ReadonlyMap<string, FigurePlan>,
  changes: PackageChanges,
): Promise<Result<void>> {
  const { report, facts, nodes, ledgerPart: part, ledger, sections, settled } = comparison;
  const wanted = [...shown.values()].map((plan): FactNode => {
    const known = nodes?.get(plan.key);
    const node = plan.figure ? factNode(plan.figure) : (known ?? { key: plan.key, id: "", source: "", text: "" });
    return { ...node, text: plan.text };
  });
  if (!nodes || !sameNodes(wanted, nodes)) {
    const content = encodeXml(factsPart(wanted));
    if (facts) changes.set(facts.name, content);
    else {
      const added = await addCustomXml(report, changes, content, factsProperties);
      if (!added.ok) return added;
    }
  }
  // A section that a person removed stays on record; of a section twice the copy without an open question counts.
  const recorded = new Map(ledger?.sections ?? []);
  for (const section of [...sections].sort((a, b) => openQuestions(b) - openQuestions(a))) {
    recorded.set(section.record, sectionRecords(section));
  }
  for (const { id, recorded: table } of comparison.tables) recorded.set(id, table);
  for (const [record, rows] of recordedRows(comparison.rows)) recorded.set(record, rows);
  const record: Ledger = {
    figures: new Map([...shown].map(([key, plan]) => [key, { agreed: plan.recorded, left: plan.text }])),
    sections: recorded,
    settled,
    template: comparison.template,
  };
  if (ledger && sameLedger(ledger, record)) return success(undefined);
  const content = encodeXml(ledgerPart(record));
  if (!part) return addCustomXml(report, changes, content, ledgerProperties);
  changes.set(part.name, content);
  return success(undefined);
}

function sameNodes(wanted: readonly FactNode[], nodes: ReadonlyMap<string, FactNode>): boolean {
  return (
    wanted.length === nodes.size &&
    wanted.every(({ key, id, text, source }) => {
      const node = nodes.get(key);
      return node?.id === id && node.text === text && node.source === source;
    })
  );
}
