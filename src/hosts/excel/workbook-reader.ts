import type { LocalText } from "../../core/result/index.js";
import type { Area, SheetSnapshot, WorkbookSnapshot } from "../../core/sheet/index.js";
import { bandsOf, cellCount, firstWindow, grownWindow, isWhole } from "./reading-windows.js";
import { codeOf } from "./excel-failure.js";
import { PieceReader, type PiecesRead } from "./piece-reader.js";
import type { SheetPiece, SheetReading } from "./sheet-piece.js";
import { joinBands } from "./sheet-snapshot.js";
import { queueOutline, type SheetOutline, type WorkbookOutline } from "./workbook-outline.js";

/** Above this a sheet is no annex: it is listed, not read. */
const sheetCells = 200_000;

interface Remembered {
  readonly outline: WorkbookOutline;
  readonly used: ReadonlyMap<string, Area>;
  readonly deskXml: string | null;
}

/**
 * Reads the workbook: two syncs at first (outline, then cells), one afterwards with the remembered names. More only
 * where a sheet is larger than its window, the outline changed, or Excel refuses a batch.
 */
export class WorkbookReader {
  private remembered: Remembered | null = null;
  private readonly pieces: PieceReader;

  constructor(private readonly notice: (text: LocalText) => void) {
    this.pieces = new PieceReader(notice);
  }

  /** As of the last reading. */
  get outline(): WorkbookOutline | null {
    return this.remembered?.outline ?? null;
  }

  /** Our custom XML part as last read or stored. */
  get deskXml(): string | null {
    return this.remembered?.deskXml ?? null;
  }

  /** The custom XML part was written by someone else in this room. */
  rememberDeskPart(deskPartId: string, deskXml: string): void {
    if (this.remembered === null) return;
    this.remembered = { ...this.remembered, outline: { ...this.remembered.outline, deskPartId }, deskXml };
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
    const first = await this.pieces.read(
      outline.sheets.map((sheet) => pieceOf(sheet, firstWindow(outline.sheets.length))),
      {
        deskPartId: outline.deskPartId,
      },
    );
    return this.complete(outline, first);
  }

  private async readAgain({ outline: before, used }: Remembered): Promise<WorkbookSnapshot> {
    const pieces = before.sheets.map((sheet) => pieceOf(sheet, grownWindow(used.get(sheet.id))));
    const again = await this.pieces.read(pieces, { deskPartId: before.deskPartId, withOutline: true });
    const outline = again.outline ?? before;
    const known = new Map(before.sheets.map((sheet) => [sheet.id, sheet]));
    const changed = outline.sheets.filter((sheet) => known.get(sheet.id)?.isProtected !== sheet.isProtected);
    const partChanged = outline.deskPartId !== before.deskPartId;
    if (changed.length === 0 && !partChanged) return this.complete(outline, again);
    const isChanged = new Set(changed.map(({ id }) => id));
    const more = await this.pieces.read(
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
      const { readings } = await this.pieces.read(pieces, { deskPartId: null });
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
      deskXml: read.deskXml,
    };
    return {
      name: outline.name === "" ? null : outline.name,
      isLive: true,
      sheets,
      structureProtected: outline.structureProtected,
      readOnly: outline.readOnly,
      deskXml: read.deskXml,
    };
  }
}

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
