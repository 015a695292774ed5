import type { WorkbookCapabilities, WorkbookHost } from "../../app/index.js";
import { fail, success, type LocalText, type Result } from "../../core/result/index.js";
import type { SheetTarget, WorkbookSnapshot } from "../../core/sheet/index.js";
import { storeDeskPart } from "./desk-part-writer.js";
import { officeFailure } from "./excel-failure.js";
import { OwnWrites } from "./own-writes.js";
import { readSelection } from "./read-selection.js";
import { paintSheet } from "./sheet-painter.js";
import { watchWorkbook, type Watch } from "./watch-workbook.js";
import { WorkbookReader } from "./workbook-reader.js";
import { WorkbookWriter } from "./workbook-writer.js";

export interface ExcelHostOptions {
  /** Told when a reading takes more steps than usual, or had to leave something out. */
  readonly notice?: (text: LocalText) => void;
  /** Milliseconds; for tests. */
  readonly now?: () => number;
}

const leastApi = "1.9";

/** The workbook open in Excel. Make it once `whenOfficeReady` has answered `Excel`. */
export function excelWorkbookHost(options: ExcelHostOptions = {}): WorkbookHost {
  const supports = (version: string) => Office.context.requirements.isSetSupported("ExcelApi", version);
  const own = new OwnWrites(options.now ?? (() => Date.now()));
  const reader = new WorkbookReader(options.notice ?? (() => undefined));
  const writer = new WorkbookWriter(own);
  const watches = new Set<Watch>();

  const guarded = async <T>(work: () => Promise<Result<T>>, sheet?: string): Promise<Result<T>> => {
    if (!supports(leastApi)) return tooOld;
    try {
      return await work();
    } catch (error) {
      return { ok: false, failure: officeFailure(error, sheet === undefined ? {} : { sheet }) };
    }
  };

  return {
    capabilities: (): WorkbookCapabilities => ({
      readOnly: reader.outline?.readOnly ?? isOpenedReadOnly(),
      undo: supports("1.20") ? "host" : "cleared",
      watches: supports(leastApi),
    }),

    read: async () => {
      const resume = [...watches].map((watch) => watch.pause());
      const read = await guarded(async (): Promise<Result<WorkbookSnapshot>> => {
        const snapshot = await reader.read();
        writer.remember(snapshot);
        return success(snapshot);
      });
      if (!read.ok) for (const again of resume) again();
      return read;
    },

    select: (target) =>
      guarded(async () => {
        const hidden = reader.outline?.sheets.find(({ name }) => name === target.sheet)?.visibility;
        if (hidden === "hidden" || hidden === "veryHidden") return hiddenSheet(target.sheet);
        await Excel.run((context) => queueSelection(context, target));
        return success(undefined);
      }, target.sheet),

    selection: () => guarded(readSelection),

    write: (edits, unhide = []) => guarded(() => writer.write(edits, unhide)),

    undo: (written) => guarded(() => writer.undo(written)),

    storeDesk: (change) => guarded(() => storeDeskPart(reader, change)),

    putSheet: (sheet, mark) => guarded(() => paintSheet(reader, own, sheet, mark), sheet.name),

    watch: (changed) => {
      if (!supports(leastApi)) return () => undefined;
      const watch = watchWorkbook(own, changed);
      watches.add(watch);
      return () => {
        watches.delete(watch);
        watch.stop();
      };
    },
  };
}

function queueSelection(context: Excel.RequestContext, { sheet: name, area }: SheetTarget): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(name);
  sheet.activate();
  const [height, width] = [area.bottom - area.top + 1, area.right - area.left + 1];
  sheet.getRangeByIndexes(area.top, area.left, height, width).untrack().select();
  return context.sync();
}

function isOpenedReadOnly(): boolean {
  return Office.context.document.mode === Office.DocumentMode.ReadOnly;
}

const tooOld = fail(
  "excel-too-old",
  "这个版本的 Excel 太旧，绩效附表台需要 Excel 2021、Microsoft 365 或网页版 Excel。",
  "This version of Excel is too old: Annex Desk needs Excel 2021, Microsoft 365, or Excel on the web.",
);

function hiddenSheet(name: string): Result<never> {
  return fail(
    "sheet-hidden",
    `工作表“${name}”是隐藏的，取消隐藏后才能定位到单元格。`,
    `Sheet “${name}” is hidden. Unhide it to go to the cell.`,
  );
}
