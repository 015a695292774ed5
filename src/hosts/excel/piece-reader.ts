import type { LocalText } from "../../core/result/index.js";
import { codeOf, isTooLarge, locationOf } from "./excel-failure.js";
import { batchesOf } from "./reading-windows.js";
import { queuePiece, type SheetPiece, type SheetReading } from "./sheet-piece.js";
import { queueOutline, type WorkbookOutline } from "./workbook-outline.js";

/** What to read beside cells in the first batch. */
interface BatchRequest {
  readonly deskPartId: string | null;
  readonly withOutline?: boolean;
}

export interface PiecesRead {
  readonly readings: readonly SheetReading[];
  readonly deskXml: string | null;
  readonly outline: WorkbookOutline | null;
}

const mergesNotice: LocalText = {
  zh: "合并单元格过多（超过 512 处），Excel 不再提供合并信息，本次按标签识别。",
  en: "There are more than 512 merged areas, which Excel no longer reports; labels stand in for them.",
};

/** Reads pieces of sheets in batches, and asks for less where Excel refuses a batch. */
export class PieceReader {
  /** Excel fails the whole batch above 512 merged areas; from then on merges are left out. */
  private asksForMerges = Office.context.requirements.isSetSupported("ExcelApi", "1.13");

  constructor(private readonly notice: (text: LocalText) => void) {}

  /** One sync for each batch of sensible size. Throws Office's error. */
  async read(pieces: readonly SheetPiece[], ask: BatchRequest): Promise<PiecesRead> {
    const [first = [], ...others] = batchesOf(pieces);
    const read = await this.readBatch(first, ask);
    const readings = [...read.readings];
    for (const batch of others) readings.push(...(await this.readBatch(batch, { deskPartId: null })).readings);
    return { ...read, readings };
  }

  private async readBatch(pieces: readonly SheetPiece[], ask: BatchRequest): Promise<PiecesRead> {
    if (pieces.length === 0 && ask.deskPartId === null && ask.withOutline !== true) {
      return { readings: [], deskXml: null, outline: null };
    }
    try {
      return await Excel.run(async (context) => {
        const outline = ask.withOutline === true ? queueOutline(context) : null;
        const deskXml =
          ask.deskPartId === null ? null : context.workbook.customXmlParts.getItem(ask.deskPartId).getXml();
        const readings = pieces.map((piece) => queuePiece(context, piece, this.asksForMerges));
        await context.sync();
        return {
          readings: readings.map((reading) => reading()),
          deskXml: deskXml?.value ?? null,
          outline: outline?.() ?? null,
        };
      });
    } catch (error) {
      const easier = this.easierBatches(error, pieces);
      if (easier === null) throw error;
      const [first = [], ...others] = easier;
      const read = await this.readBatch(first, ask);
      const readings = [...read.readings];
      for (const batch of others) readings.push(...(await this.readBatch(batch, { deskPartId: null })).readings);
      return { ...read, readings };
    }
  }

  /** What to ask instead of a batch that Excel refused; null when nothing easier is left. */
  private easierBatches(error: unknown, pieces: readonly SheetPiece[]): (readonly SheetPiece[])[] | null {
    const location = locationOf(error);
    if (this.asksForMerges && location.includes("getMergedAreas")) {
      this.asksForMerges = false;
      this.notice(mergesNotice);
      return [pieces];
    }
    // The used range of some sheet lies outside of its window: ask for the sizes, `complete` reads the cells.
    if (codeOf(error) === "ItemNotFound" && location === "Range.getIntersection") {
      return [pieces.map((piece) => ({ ...piece, window: null }))];
    }
    if (!isTooLarge(error)) return null;
    const middle = Math.ceil(pieces.length / 2);
    if (pieces.length > 1) return [pieces.slice(0, middle), pieces.slice(middle)];
    const [piece] = pieces;
    if (piece === undefined || piece.window === null || piece.window.top === piece.window.bottom) return null;
    const { top, bottom } = piece.window;
    const half = Math.floor((top + bottom) / 2);
    return [
      [{ ...piece, window: { ...piece.window, bottom: half } }],
      [{ ...piece, window: { ...piece.window, top: half + 1 } }],
    ];
  }
}
