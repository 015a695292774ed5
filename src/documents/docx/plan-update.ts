import { allSections, type Figure, type Narrative } from "../../core/narrative/index.js";
import { fail, success, type Result } from "../../core/result/index.js";
import { applyUpdate } from "./apply-update.js";
import { adoptReport } from "./adopt/adopt-report.js";
import { controlsOf, tagOf, type Control } from "./control.js";
import { decide } from "./decide.js";
import { documentStyles, type DocumentStyles } from "./document-styles.js";
import { readFactsPart, type FactNode } from "./facts-part.js";
import { readLedgerPart, type Ledger } from "./ledger.js";
import type { ParagraphRecord } from "./paragraph-record.js";
import { factsNamespace, ledgerNamespace, wordNamespace } from "./names.js";
import { planFigures, type FigurePlan } from "./plan-figures.js";
import { planSection, type SectionPlan } from "./plan-sections.js";
import { figureTitle } from "./render.js";
import { openReport, type CustomPart, type ReportPackage } from "./report-package.js";
import type { Reviser } from "./revision-marks.js";
import { bodyRecord, planBody } from "./template/body-plan.js";
import { linkTemplate, nothingLinked, type LinkedTemplate } from "./template/link-template.js";
import { namedFigures } from "./template/named-figures.js";
import { changedLists, planRows, rowFigures, rowIssues, type RowsPlan } from "./template/plan-rows.js";
import { planTable, type TablePlan } from "./template/plan-tables.js";
import { tableRecord } from "./template/table-words.js";
import type { TemplateIssue } from "./template/template-issue.js";
import type { TemplateLink } from "./template/template-link.js";
import type { TemplateSource } from "./template/template-source.js";
import type { ConflictChoices, FigureChange, UpdateConflict, UpdatePlan } from "./update-plan.js";

/** A report or template of ours against what the workbook says now. Nothing is changed before `write`. */
export interface ReportUpdate {
  readonly plan: UpdatePlan;
  /** Placeholders that were left as they are, and other things in a template that a person has to look at. */
  readonly issues: readonly TemplateIssue[];
  /**
   * To be called once, with what a person decided; a conflict without a choice leaves the document as it is, and is
   * told again next time. Where the document tracks its changes, words outside of figures are put in as tracked changes
   * of `reviser`. The bytes given in, where nothing had to change.
   */
  write(choices?: ConflictChoices, reviser?: Reviser): Promise<Result<Uint8Array>>;
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
  readonly linked: LinkedTemplate;
  readonly rows: readonly RowsPlan[];
  readonly tables: readonly TablePlan[];
  /** The template the document was made from, as the ledger will say. */
  readonly template: TemplateLink | null;
  /** Ids of sections that were found by their words. */
  readonly adopted: readonly string[];
  /** Null as long as nothing had to be written. */
  readonly styles: DocumentStyles | null;
}

/** Who is named where the caller names nobody. */
const ourselves: Reviser = { author: "绩效附表台", date: null };

/** Failures: those of opening a document, `strict` and `no-controls`. */
export async function planUpdate(
  bytes: Uint8Array,
  narrative: Narrative,
  template: TemplateSource | null = null,
): Promise<Result<ReportUpdate>> {
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
  const facts = report.customXml.find(({ xml }) => xml.includes(factsNamespace)) ?? null;
  const ledgerPart = report.customXml.find(({ xml }) => xml.includes(ledgerNamespace)) ?? null;
  // Parts of ours that cannot be read are as good as gone: the report is adopted by its tags.
  const readNodes = facts ? readFactsPart(facts.xml, facts.name) : null;
  const nodes = readNodes?.ok ? readNodes.value : null;
  const readLedger = ledgerPart ? readLedgerPart(ledgerPart.xml, ledgerPart.name) : null;
  const ledger = readLedger?.ok ? readLedger.value : null;
  const linked = template ? linkTemplate(report, template, nodes) : nothingLinked;
  const isDropped =
    linked.fresh.size === 0 && !report.texts.some(({ document }) => controlsOf(document).some(isTagged));
  const styles = isDropped ? await documentStyles(report) : success(null);
  if (!styles.ok) return styles;
  const adopted = styles.value ? adoptReport(report, narrative, styles.value) : [];
  const controls = report.texts.flatMap(({ document }) => controlsOf(document));
  if (linked.issues.length === 0 && !controls.some(({ role }) => role.kind !== "typed")) {
    return fail(
      "no-controls",
      "文档里没有本工具的内容控件，也没有 {{公用经费}} 这样的占位符，不知道该写在哪里。请在要填的地方写上占位符，或用“annex new”生成的模板。",
      "The document has no content controls of ours and no placeholders like {{公用经费}} to write into; type some, or use the template made by “annex new”.",
    );
  }
  const groups = byKey(controls);
  const rows = template
    ? planRows(controls, template.content, (record) => ledger?.sections.get(record) ?? null, linked.fresh)
    : [];
  const named = template ? namedFigures(narrative, groups, nodes, template.content) : [];
  const known = (record: string, control: Control): readonly ParagraphRecord[] | null =>
    linked.fresh.has(control.element) ? null : (ledger?.sections.get(record) ?? null);
  const figures = planFigures([...narrative.figures, ...named, ...rowFigures(rows)], groups, nodes, ledger);
  const comparison: Comparison = {
    report,
    facts,
    nodes,
    ledgerPart,
    ledger,
    linked,
    adopted,
    styles: styles.value,
    rows,
    tables: controls.flatMap((control) => {
      const { role } = control;
      if (role.kind !== "table" || !template) return [];
      return [planTable(role.id, control, template.tables(role.id), known(tableRecord(role.id), control))];
    }),
    template: ledger ? ledger.template : (template?.link ?? null),
    figures,
    sections: [
      ...allSections(narrative).flatMap((section) =>
        controls
          .filter(({ role }) => role.kind === "section" && role.id === section.id)
          .map((control) => planSection(section, control, known(section.id, control), figures)),
      ),
      ...controls.flatMap((control) => {
        const { role } = control;
        const paragraphs = role.kind === "body" ? template?.content.section(role.id) : null;
        if (role.kind !== "body" || !paragraphs) return [];
        return [planBody(control, role, paragraphs, known(bodyRecord(role.id, role.vanishes), control), figures)];
      }),
    ],
  };
  return success({
    plan: describe(comparison, narrative),
    issues: [...linked.issues, ...rowIssues(rows)],
    write: (choices = new Map(), reviser = ourselves) => applyUpdate(bytes, decide(comparison, choices), reviser),
  });
}

function isTagged({ element }: Control): boolean {
  return tagOf(element) !== null;
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

function describe(
  { figures, sections, ledger, linked, adopted, rows, tables }: Comparison,
  narrative: Narrative,
): UpdatePlan {
  const changes: FigureChange[] = [];
  const questions = new Map<string, UpdateConflict>();
  for (const { figure, text, question, before, isShown } of figures.values()) {
    if (question) questions.set(question.id, question);
    else if (figure && isShown && before !== text) changes.push(changeOf(figure, before));
  }
  const written = new Set<string>();
  const kept = new Set<string>();
  for (const { id, chunks } of sections) {
    for (const { kind, question, passages } of chunks) {
      if (kind === "ours") written.add(id);
      if (kind === "theirs" || kind === "conflict") kept.add(id);
      for (const asked of [question, ...(passages?.list ?? []).map((passage) => passage.question)]) {
        if (asked) questions.set(asked.id, asked);
      }
    }
  }
  for (const { id, kind, question } of tables) {
    if (kind === "ours") written.add(id);
    if (kind === "theirs" || kind === "conflict") kept.add(id);
    if (question) questions.set(question.id, question);
  }
  // A template with an outline of its own lacks nothing.
  const present = new Set(sections.filter(({ body }) => !body).map(({ id }) => id));
  if (present.size > 0) for (const { id } of allSections(narrative)) if (!present.has(id)) kept.add(id);
  const isSettled = ({ id }: UpdateConflict): boolean => ledger?.settled.has(id) === true;
  return {
    figures: changes,
    updated: [...new Set([...linked.linked, ...changes.map(({ id }) => id), ...written, ...changedLists(rows)])],
    kept: [...kept],
    conflicts: [...questions.values()].filter((question) => !isSettled(question)),
    settled: [...questions.values()].filter(isSettled),
    adopted,
  };
}

function changeOf(figure: Figure, before: string): FigureChange {
  const { id, label, text, cells } = figure;
  return { id, label, before, after: text, source: figureTitle(figure), cells };
}
