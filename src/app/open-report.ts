import type { FactBook } from "../core/facts/index.js";
import { draftNarrative, type Narrative } from "../core/narrative/index.js";
import type { Pack } from "../core/pack/index.js";
import { fail, success, type Failure, type Result } from "../core/result/index.js";
import type { WorkbookSnapshot } from "../core/sheet/index.js";
import {
  planUpdate,
  reportEdits,
  type ConflictChoices,
  type LeftOut,
  type Reviser,
  type UpdatePlan,
} from "../documents/docx/index.js";
import { placeholders, type Placeholder } from "./placeholders.js";
import { planReportUpdate, type ReportUpdatePlan } from "./plan-report-update.js";
import type { ReportHost } from "./ports.js";

/** What the open report is held against: any edition of it is planned in the same way. */
export interface OpenReportSource {
  readonly narrative: Narrative;
  readonly plan: (report: Uint8Array) => Promise<Result<ReportUpdatePlan>>;
  /** What a template may ask for by name. */
  readonly named: () => readonly Placeholder[];
}

/** What an update of the open report would do. */
export interface OpenReportPlan extends Omit<ReportUpdatePlan, "write"> {
  readonly source: OpenReportSource;
}

/** A workbook as the source: the same that updates files. */
export function workbookSource(
  book: FactBook,
  pack: Pick<Pack, "narrative" | "annexes">,
  workbook: WorkbookSnapshot,
): OpenReportSource {
  return {
    narrative: draftNarrative(book, pack.narrative),
    plan: (report) => planReportUpdate(book, pack, report, { workbook }),
    named: () => placeholders(pack, book),
  };
}

/** Report data that was carried over without its workbook: it knows the report, not what else a template may ask for. */
export function carriedSource(narrative: Narrative): OpenReportSource {
  return {
    narrative,
    plan: async (report) => {
      const update = await planUpdate(report, narrative);
      return update.ok ? success({ ...update.value, narrative }) : update;
    },
    named: () => [],
  };
}

/** What became of an update. */
export interface OpenReportOutcome {
  readonly done: UpdatePlan;
  /** Kept as tracked changes by the program. */
  readonly tracked: boolean;
  /** What was not tried, since replacing it in the open document would lose something. */
  readonly left: readonly LeftOut[];
  /** What was written and does not stand in the document read afterwards: ids of figures and sections. */
  readonly refused: readonly string[];
}

/** Reads the open report and compares it with the workbook. Failures: those of the host and of `planUpdate`. */
export async function planOpenReport(host: ReportHost, source: OpenReportSource): Promise<Result<OpenReportPlan>> {
  const read = await compare(host, source);
  if (!read.ok) return read;
  const { narrative, plan, issues } = read.value.update;
  return success({ source, narrative, plan, issues });
}

/**
 * Updates the open report as planned. The engine that updates files makes the updated copy; what tells it from the open
 * document is put in, the document is read again, and only what stands there is recorded as written: a failure leaves
 * the rest to the next update. Failure `changed-since`: the document no longer is what was planned for.
 */
export async function updateOpenReport(
  host: ReportHost,
  { source, plan }: OpenReportPlan,
  choices: ConflictChoices,
  reviser?: Reviser,
): Promise<Result<OpenReportOutcome>> {
  const now = await compare(host, source);
  if (!now.ok) return now;
  const { bytes, update } = now.value;
  if (JSON.stringify(update.plan) !== JSON.stringify(plan)) return changedSince;
  const copy = await update.write(choices, reviser);
  if (!copy.ok) return copy;
  if (copy.value === bytes) return success({ done: plan, tracked: false, left: [], refused: [] });
  const difference = await reportEdits(bytes, copy.value);
  if (!difference.ok) return difference;
  const { edits, left, record } = difference.value;
  const applied = await host.apply(edits);
  if (!applied.ok) return applied;
  const stands = await compare(host, source);
  if (!stands.ok) return { ok: false, failure: unread(stands.failure) };
  const excused = new Set(left.map(({ section }) => section));
  const tried = new Set([...plan.figures, ...edits.sections].map(({ id }) => id));
  const refused = stillOpen(stands.value.update.plan, plan, choices).filter(
    (id) => !excused.has(id) && (!excused.has("") || tried.has(id)),
  );
  const ledger = record(new Set([...excused, ...refused]));
  const recorded = ledger === null ? success(undefined) : await host.record(ledger);
  if (!recorded.ok) return recorded;
  return success({ done: plan, tracked: applied.value.tracked, left, refused });
}

/** Of what was to be written, what the document read afterwards still asks for; sections that turned out otherwise too. */
function stillOpen(after: UpdatePlan, before: UpdatePlan, choices: ConflictChoices): readonly string[] {
  const overruled = after.conflicts.filter(({ id }) => choices.get(id) === "ours");
  const changed = after.kept.filter((id) => !before.kept.includes(id));
  return [...new Set([...after.updated, ...overruled.map(({ figure, section }) => figure ?? section), ...changed])];
}

/** The updated copy of the open report, as a file. */
export async function copyOpenReport(
  host: ReportHost,
  { source }: OpenReportPlan,
  choices: ConflictChoices,
  reviser?: Reviser,
): Promise<Result<Uint8Array>> {
  const now = await compare(host, source);
  return now.ok ? now.value.update.write(choices, reviser) : now;
}

async function compare(
  host: ReportHost,
  source: OpenReportSource,
): Promise<Result<{ readonly bytes: Uint8Array; readonly update: ReportUpdatePlan }>> {
  const bytes = await host.read();
  if (!bytes.ok) return bytes;
  const update = await source.plan(bytes.value);
  return update.ok ? success({ bytes: bytes.value, update: update.value }) : update;
}

const changedSince = fail(
  "changed-since",
  "文档在您查看计划之后又有改动，计划已重新生成，请再看一遍。",
  "The document was changed after the plan was made. The plan has been made anew; please look at it again.",
);

function unread({ message, ...rest }: Failure): Failure {
  return {
    ...rest,
    message: {
      zh: `已写入，但没能读回来核对：${message.zh}`,
      en: `Written, but it could not be read back: ${message.en}`,
    },
  };
}
