import { allSections, type Figure, type Narrative } from "../../core/narrative/index.js";
import { fail, success, type Result } from "../../core/result/index.js";
import { applyUpdate } from "./apply-update.js";
import { controlsOf, type Control } from "./control.js";
import { decide } from "./decide.js";
import { readFactsPart, type FactNode } from "./facts-part.js";
import { readLedgerPart, type Ledger } from "./ledger.js";
import { factsNamespace, ledgerNamespace, wordNamespace } from "./names.js";
import { planFigures, type FigurePlan } from "./plan-figures.js";
import { planSection, type SectionPlan } from "./plan-sections.js";
import { figureTitle } from "./render.js";
import { openReport, type CustomPart, type ReportPackage } from "./report-package.js";
import type { ConflictChoices, FigureChange, UpdateConflict, UpdatePlan } from "./update-plan.js";

/** A report or template of ours against what the workbook says now. Nothing is changed before `write`. */
export interface ReportUpdate {
  readonly plan: UpdatePlan;
  /**
   * To be called once, with what a person decided; a conflict without a choice leaves the document as it is, and is
   * told again next time. The bytes given in, where nothing had to change.
   */
  write(choices?: ConflictChoices): Promise<Result<Uint8Array>>;
}

/** Everything an update knows before it writes. */
export interface Comparison {
  readonly report: ReportPackage;
  readonly facts: CustomPart | null;
  readonly nodes: ReadonlyMap<string, FactNode> | null;
  readonly ledgerPart: CustomPart | null;
  readonly ledger: Ledger | null;
  readonly figures: ReadonlyMap<string, FigurePlan>;
  readonly sections: readonly SectionPlan[];
}

/** Failures: those of opening a document, `strict` and `no-controls`. */
export async function planUpdate(bytes: Uint8Array, narrative: Narrative): Promise<Result<ReportUpdate>> {
  const opened = await openReport(bytes);
  if (!opened.ok) return opened;
  const report = opened.value;
  if (report.texts[0]?.document.documentElement?.namespaceURI !== wordNamespace) {
    return fail(
      "strict",
      "文档是“Strict Open XML”格式，请在 Word 中另存为普通的 .docx 再试。",
      "The document is in the Strict Open XML format; save it as an ordinary .docx and try again.",
    );
  }
  const controls = report.texts.flatMap(({ document }) => controlsOf(document));
  if (!controls.some(({ role }) => role.kind !== "typed")) {
    return fail(
      "no-controls",
      "文档里没有本工具的内容控件，不知道该写在哪里。请用“annex new”生成的模板，或用本工具生成的报告。",
      "The document has no content controls of ours to write into; use the template made by “annex new” or a report made by this tool.",
    );
  }
  const facts = report.customXml.find(({ xml }) => xml.includes(factsNamespace)) ?? null;
  const ledgerPart = report.customXml.find(({ xml }) => xml.includes(ledgerNamespace)) ?? null;
  // Parts of ours that cannot be read are as good as gone: the report is adopted by its tags.
  const nodes = facts ? readFactsPart(facts.xml, facts.name) : null;
  const ledger = ledgerPart ? readLedgerPart(ledgerPart.xml, ledgerPart.name) : null;
  const comparison: Comparison = {
    report,
    facts,
    nodes: nodes?.ok ? nodes.value : null,
    ledgerPart,
    ledger: ledger?.ok ? ledger.value : null,
    figures: planFigures(
      narrative.figures,
      byKey(controls),
      nodes?.ok ? nodes.value : null,
      ledger?.ok ? ledger.value : null,
    ),
    sections: allSections(narrative).flatMap((section) =>
      controls
        .filter(({ role }) => role.kind === "section" && role.id === section.id)
        .map((control) =>
          planSection(section, control, ledger?.ok ? (ledger.value.sections.get(section.id) ?? null) : null),
        ),
    ),
  };
  return success({
    plan: describe(comparison, narrative),
    write: (choices = new Map()) => applyUpdate(bytes, decide(comparison, choices)),
  });
}

function byKey(controls: readonly Control[]): ReadonlyMap<string, readonly Control[]> {
  const groups = new Map<string, Control[]>();
  for (const control of controls) {
    if (control.role.kind !== "fact") continue;
    const group = groups.get(control.role.key);
    if (group) group.push(control);
    else groups.set(control.role.key, [control]);
  }
  return groups;
}

function describe({ figures, sections, ledger }: Comparison, narrative: Narrative): UpdatePlan {
  const changes: FigureChange[] = [];
  const questions = new Map<string, UpdateConflict>();
  for (const { figure, text, question, before, isShown } of figures.values()) {
    if (question) questions.set(question.id, question);
    else if (figure && isShown && before !== text) changes.push(changeOf(figure, before));
  }
  const written = new Set<string>();
  const kept = new Set<string>();
  for (const { id, chunks } of sections) {
    for (const { kind, question } of chunks) {
      if (kind === "ours") written.add(id);
      if (kind === "theirs" || kind === "conflict") kept.add(id);
      if (question) questions.set(question.id, question);
    }
  }
  const present = new Set(sections.map(({ id }) => id));
  for (const { id } of allSections(narrative)) if (!present.has(id)) kept.add(id);
  const isSettled = ({ id }: UpdateConflict): boolean => ledger?.settled.has(id) === true;
  return {
    figures: changes,
    updated: [...changes.map(({ id }) => id), ...written],
    kept: [...kept],
    conflicts: [...questions.values()].filter((question) => !isSettled(question)),
    settled: [...questions.values()].filter(isSettled),
  };
}

function changeOf(figure: Figure, before: string): FigureChange {
  const { id, label, text, cells } = figure;
  return { id, label, before, after: text, source: figureTitle(figure), cells };
}
