import { placeholders, planReportUpdate, type ReportPack } from "../app/index.js";
import type { FactBook } from "../core/facts/index.js";
import type { Pack } from "../core/pack/index.js";
import { success, type Result } from "../core/result/index.js";
import type { WorkbookSnapshot } from "../core/sheet/index.js";
import { readDesk, withTemplate } from "../documents/desk/index.js";
import { otherTemplate, recordedTemplate, templateLink } from "../documents/docx/index.js";
import { changingDesk } from "./changing-desk.js";
import type { PlannedReport } from "./engine.js";
import { fileNameOf } from "./file-name-of.js";
import { plannedUpdateOf } from "./planned-update-of.js";
import { zh } from "./texts-zh.js";

/** What an update of this file would do, and what the workbook would remember of it. */
export async function plannedReport(
  book: FactBook,
  pack: ReportPack & Pick<Pack, "annexes">,
  workbook: WorkbookSnapshot,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<PlannedReport>> {
  const link = templateLink(name, bytes);
  const update = await planReportUpdate(book, pack, bytes, { workbook, link });
  if (!update.ok) return update;
  const { narrative, write } = update.value;
  const plan = plannedUpdateOf(update.value, () => placeholders(pack, book));
  const isTemplate = plan.linked.length > 0;
  const desk = readDesk(workbook.deskXml);
  const before = desk.ok ? desk.value.template : null;
  // A report goes on with the template that it was made from; without one to compare with, nothing needs to be read.
  const own = before && (await recordedTemplate(bytes));
  const used = own ? own.template : link;
  return success({
    plan,
    note: used && otherTemplate(before, used),
    fileName: isTemplate ? `${fileNameOf(narrative.title.title)}.docx` : null,
    remembering:
      isTemplate && before?.hash !== link.hash
        ? {
            template: name,
            change: changingDesk((stored) => withTemplate(stored, link)),
            inverse: changingDesk((stored) => withTemplate(stored, before)),
          }
        : null,
    write: (choices, at) => write(choices, { author: zh.product, date: at.toISOString().replace(/\.\d+/, "") }),
  });
}
