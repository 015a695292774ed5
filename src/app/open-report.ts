import type { Narrative } from "../core/narrative/index.js";
import { fail, success, type Failure, type Result } from "../core/result/index.js";
import {
  planUpdate,
  reportEdits,
  type ConflictChoices,
  type LeftOut,
  type ReportUpdate,
  type UpdatePlan,
} from "../documents/docx/index.js";
import type { ReportHost } from "./ports.js";

/** What an update of the open report would do. */
export interface OpenReportPlan {
  readonly narrative: Narrative;
  readonly plan: UpdatePlan;
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
export async function planOpenReport(host: ReportHost, narrative: Narrative): Promise<Result<OpenReportPlan>> {
  const read = await compare(host, narrative);
  return read.ok ? success({ narrative, plan: read.value.update.plan }) : read;
}

/**
 * Updates the open report as planned. The engine that updates files makes the updated copy; what tells it from the open
 * document is put in, the document is read again, and only what stands there is recorded as written: a failure leaves
 * the rest to the next update. Failure `changed-since`: the document no longer is what was planned for.
 */
export async function updateOpenReport(
  host: ReportHost,
  { narrative, plan }: OpenReportPlan,
  choices: ConflictChoices,
): Promise<Result<OpenReportOutcome>> {
  const now = await compare(host, narrative);
  if (!now.ok) return now;
  const { bytes, update } = now.value;
  if (JSON.stringify(update.plan) !== JSON.stringify(plan)) return changedSince;
  const copy = await update.write(choices);
  if (!copy.ok) return copy;
  if (copy.value === bytes) return success({ done: plan, tracked: false, left: [], refused: [] });
  const difference = await reportEdits(bytes, copy.value);
  if (!difference.ok) return difference;
  const { edits, left, record } = difference.value;
  const applied = await host.apply(edits);
  if (!applied.ok) return applied;
  const stands = await compare(host, narrative);
  if (!stands.ok) return { ok: false, failure: unread(stands.failure) };
  const excused = new Set(left.map(({ section }) => section));
  const refused = stillOpen(stands.value.update.plan, plan, choices).filter((id) => !excused.has(id));
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
  { narrative }: OpenReportPlan,
  choices: ConflictChoices,
): Promise<Result<Uint8Array>> {
  const now = await compare(host, narrative);
  return now.ok ? now.value.update.write(choices) : now;
}

async function compare(
  host: ReportHost,
  narrative: Narrative,
): Promise<Result<{ readonly bytes: Uint8Array; readonly update: ReportUpdate }>> {
  const bytes = await host.read();
  if (!bytes.ok) return bytes;
  const update = await planUpdate(bytes.value, narrative);
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
