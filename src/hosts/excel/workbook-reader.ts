import type { LocalText } from "../../core/result/index.js";
import type { Area, SheetSnapshot, WorkbookSnapshot } from "../../core/sheet/index.js";
import { bandsOf, batchesOf, cellCount, firstWindow, grownWindow, isWhole } from "./reading-windows.js";
import { codeOf, isTooLarge, locationOf } from "./excel-failure.js";
import { queuePiece, type SheetPiece, type SheetReading } from "./sheet-piece.js";
import { joinBands } from "./sheet-snapshot.js";
import { queueOutline, type SheetOutline, type WorkbookOutline } from "./workbook-outline.js";

/** Above this a sheet is no annex: it is listed, not read. */
const sheetCells = 200_000;

interface Remembered {
  readonly outline: WorkbookOutline;
  readonly used: ReadonlyMap<string, Area>;
}

/**
 * Reads the workbook: two syncs at first (outline, then cells), one afterwards with the remembered names. More only
 * where a sheet is larger than its window, the outline changed, or Excel refuses a batch.
 */
export class WorkbookReader {
  private remembered: Remembered | null = null;
  /** Excel fails the whole batch above 512 merged areas; from then on merges are left out. */
  private asksForMerges = Office.context.requirements.isSetSupported("ExcelApi", "1.13");

  constructor(private readonly notice: (text: LocalText) => void) {}

  /** As of the last reading. */
  get outline(): WorkbookOutline | null {
    return this.remembered?.outline ?? null;
  }

  /** The custom XML part was made or found by someone else in this room. */
  rememberDeskPart(deskPartId: string): void {
    if (this.remembered === null) return;
    this.remembered = { ...this.remembered, outline: { ...this.remembered.outline, deskPartId } };
  }

  /** Throws Office's error. */
  async read(): Promise<WorkbookSnapshot> {
    const { remembered } = this;
    if (remembered !== null) {
      try {
        return await this.readAgain(remembered);
      } catch (error) {
        // A sheet or our XML part is gone: start over.
        if (codeOf(error) !== "ItemNotFound") throw error;
        this.remembered = null;
      }
    }
    const outline = await Excel.run(async (context) => {
      const result = queueOutline(context);
      await context.sync();
      return result();
    });
    const first = await this.readPieces(
      outline.sheets.map((sheet) => pieceOf(sheet, firstWindow(outline.sheets.length))),
      {
        deskPartId: outline.deskPartId,
      },
    );
    return this.complete(outline, first);
  }

  private async readAgain({ outline: before, used }: Remembered): Promise<WorkbookSnapshot> {
    const pieces = before.sheets.map((sheet) => pieceOf(sheet, grownWindow(used.get(sheet.id))));
    const again = await this.readPieces(pieces, { deskPartId: before.deskPartId, withOutline: true });
    const outline = again.outline ?? before;
    const known = new Map(before.sheets.map((sheet) => [sheet.id, sheet]));
    const changed = outline.sheets.filter((sheet) => known.get(sheet.id)?.isProtected !== sheet.isProtected);
    const partChanged = outline.deskPartId !== before.deskPartId;
    if (changed.length === 0 && !partChanged) return this.complete(outline, again);
    const isChanged = new Set(changed.map(({ id }) => id));
    const more = await this.readPieces(
      changed.map((sheet) => pieceOf(sheet, grownWindow(used.get(sheet.id)) ?? firstWindow(outline.sheets.length))),
      { deskPartId: outline.deskPartId },
    );
    return this.complete(outline, {
      readings: [...again.readings.filter(({ sheetId }) => !isChanged.has(sheetId)), ...more.readings],
      deskXml: more.deskXml,
      outline: null,
    });
  }

  /** Reads on where a sheet is larger than its window, and makes the snapshot. */
  private async complete(outline: WorkbookOutline, read: PiecesRead): Promise<WorkbookSnapshot> {
    const bySheet = new Map<string, SheetReading[]>();
    for (const reading of read.readings) {
      bySheet.set(reading.sheetId, [...(bySheet.get(reading.sheetId) ?? []), reading]);
    }
    const larger = outline.sheets.filter(({ id }) => {
      const readings = bySheet.get(id) ?? [];
      const [reading] = readings;
      return reading !== undefined && !isWhole(readings) && cellCount(reading.used) <= sheetCells;
    });
    if (larger.length > 0) {
      this.notice(splitNotice(larger));
      const pieces = larger.flatMap((sheet) => {
        const used = bySheet.get(sheet.id)?.[0]?.used;
        return used === undefined ? [] : bandsOf(used).map((window) => pieceOf(sheet, window));
      });
      const { readings } = await this.readPieces(pieces, { deskPartId: null });
      for (const { id } of larger)
        bySheet.set(
          id,
          readings.filter(({ sheetId }) => sheetId === id),
        );
    }
    const sheets = outline.sheets.map((sheet) => snapshotOf(sheet, bySheet.get(sheet.id) ?? []));
    this.remembered = {
      outline,
      used: new Map([...bySheet].flatMap(([id, [reading]]) => (reading === undefined ? [] : [[id, reading.used]]))),
    };
    return {
      name: outline.name === "" ? null : outline.name,
      sheets,
      structureProtected: outline.structureProtected,
      readOnly: outline.readOnly,
      deskXml: read.deskXml,
    };
  }

  /** Groups pieces into batches of sensible size; one sync each. */
  private async readPieces(pieces: readonly SheetPiece[], ask: BatchRequest): Promise<PiecesRead> {
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

interface BatchRequest {
  readonly deskPartId: string | null;
  readonly withOutline?: boolean;
}

interface PiecesRead {
  readonly readings: readonly SheetReading[];
  readonly deskXml: string | null;
  readonly outline: WorkbookOutline | null;
}

const mergesNotice: LocalText = {
  zh: "合并单元格过多（超过 512 处），Excel 不再提供合并信息，本次按标签识别。",
  en: "There are more than 512 merged areas, which Excel no longer reports; labels stand in for them.",
};

function splitNotice(sheets: readonly SheetOutline[]): LocalText {
  const names = sheets.map(({ name }) => name);
  return {
    zh: `工作表 ${names.join("、")} 内容较多，分次读取。`,
    en: `${names.join(", ")}: much to read, so it is read in several steps.`,
  };
}

function pieceOf(sheet: SheetOutline, window: Area | null): SheetPiece {
  return { sheetId: sheet.id, window, locks: sheet.isProtected };
}

function snapshotOf(sheet: SheetOutline, readings: readonly SheetReading[]): SheetSnapshot {
  const bands = readings.flatMap(({ band }) => (band === null ? [] : [band]));
  const used = readings[0]?.used;
  const unread =
    bands.length === 0 || (used !== undefined && cellCount(used) > sheetCells)
      ? `已用区域有 ${used === undefined ? 0 : cellCount(used)} 个单元格，超出一次校验的上限，未读取 / too many cells, not read`
      : null;
  return { ...sheet, ...joinBands(unread === null ? bands : []), unread };
}
