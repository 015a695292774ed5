import { areaAddress, type Area, type WorkbookSnapshot } from "../../../src/core/sheet/index.js";
import type { ModelCell } from "./cell.js";
import { Journal, type UndoMode } from "./journal.js";
import { SheetModel } from "./sheet-model.js";
import { parseInput } from "./typed-input.js";

export interface XmlPart {
  readonly id: string;
  xml: string;
}

export interface Selection {
  readonly sheetId: string;
  readonly area: Area;
  /** False where more is selected than this area, or a chart instead: `getSelectedRange` refuses. */
  readonly isRange: boolean;
}

/** Something that happened and that handlers of the add-in may hear of. */
export type ModelEvent =
  | {
      readonly kind: "changed";
      readonly sheetId: string;
      readonly area: Area;
      readonly before: ModelCell | null;
      readonly after: ModelCell | null;
    }
  | { readonly kind: "selected"; readonly selection: Selection }
  | { readonly kind: "activated" | "deactivated" | "added" | "deleted"; readonly sheetId: string }
  | { readonly kind: "renamed"; readonly sheetId: string; readonly before: string; readonly after: string }
  | { readonly kind: "calculated"; readonly sheetId: string };

/** Brings the results of formulas up to date; returns the sheets where one changed. */
export type Calculator = (workbook: WorkbookModel) => readonly SheetModel[];

/** The open workbook, with what belongs to its window: selection, active sheet, undo list. */
export class WorkbookModel {
  readonly journal: Journal;
  readonly sheets: SheetModel[] = [];
  readonly xmlParts: XmlPart[] = [];
  readonly settings = new Map<string, unknown>();
  readonly events: ModelEvent[] = [];
  activeSheetId = "";
  selection: Selection = { sheetId: "", area: { top: 0, left: 0, bottom: 0, right: 0 }, isRange: true };
  structureProtected = false;
  readOnly = false;
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual" = "Automatic";
  private lastId = 0;

  constructor(
    public name: string,
    undoMode: UndoMode,
    private readonly calculator: Calculator,
  ) {
    this.journal = new Journal(undoMode);
  }

  nextGuid(): string {
    this.lastId += 1;
    return `{00000000-${this.lastId.toString(16).padStart(4, "0")}-0000-0000-000000000000}`.toUpperCase();
  }

  sheet(nameOrId: string): SheetModel | null {
    const wanted = nameOrId.toLowerCase();
    return this.sheets.find((sheet) => sheet.id === nameOrId || sheet.name.toLowerCase() === wanted) ?? null;
  }

  addSheet(name: string): SheetModel {
    const sheet = new SheetModel(this.nextGuid(), name, "visible", this.journal);
    this.sheets.push(sheet);
    if (this.activeSheetId === "") this.activeSheetId = sheet.id;
    this.events.push({ kind: "added", sheetId: sheet.id });
    return sheet;
  }

  removeSheet(sheet: SheetModel): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.events.push({ kind: "deleted", sheetId: sheet.id });
    if (this.activeSheetId === sheet.id)
      this.activate(this.sheets.find((each) => each.visibility === "visible") ?? sheet);
  }

  rename(sheet: SheetModel, name: string): void {
    this.events.push({ kind: "renamed", sheetId: sheet.id, before: sheet.name, after: name });
    sheet.name = name;
  }

  activate(sheet: SheetModel): void {
    if (this.activeSheetId === sheet.id) return;
    this.events.push({ kind: "deactivated", sheetId: this.activeSheetId }, { kind: "activated", sheetId: sheet.id });
    this.activeSheetId = sheet.id;
  }

  select(sheet: SheetModel, area: Area, isRange = true): void {
    this.activate(sheet);
    this.selection = { sheetId: sheet.id, area, isRange };
    this.events.push({ kind: "selected", selection: this.selection });
  }

  /**
   * Puts typed input into a cell, as a person or `values`/`formulas` do, without calculating.
   * A covered cell of a merge takes nothing.
   */
  input(sheet: SheetModel, row: number, column: number, content: string | number | boolean): void {
    const merge = sheet.mergeAt(row, column);
    if (merge !== null && (merge.top !== row || merge.left !== column)) return;
    const cell = sheet.cell(row, column);
    const parsed = parseInput(content, cell.format);
    sheet.setCell(row, column, {
      ...cell,
      value: parsed.value,
      formula: parsed.formula,
      isError: parsed.isError,
      format: cell.format === "General" && parsed.format !== null ? parsed.format : cell.format,
      text: null,
    });
  }

  calculate(): void {
    for (const sheet of this.calculator(this)) this.events.push({ kind: "calculated", sheetId: sheet.id });
  }

  /** `附件1!B2`, with quotes where Excel writes them. */
  address(sheet: SheetModel, area: Area): string {
    const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet.name);
    return `${plain ? sheet.name : `'${sheet.name.replaceAll("'", "''")}'`}!${areaAddress(area)}`;
  }
}

/** A model with what a snapshot says; the cells keep the values and texts that were stored in the file. */
export function modelOf(snapshot: WorkbookSnapshot, undoMode: UndoMode, calculator: Calculator): WorkbookModel {
  const workbook = new WorkbookModel(snapshot.name ?? "工作簿1", undoMode, calculator);
  for (const read of snapshot.sheets) {
    const sheet = workbook.addSheet(read.name);
    sheet.visibility = read.visibility;
    sheet.protected = read.isProtected;
    sheet.merges = [...read.merges];
    for (const row of read.hiddenRows) sheet.hiddenRows.add(row);
    for (const column of read.hiddenColumns) sheet.hiddenColumns.add(column);
    read.rows.forEach((cells, down) =>
      cells.forEach((cell, along) => {
        if (cell === null) return;
        const { value, isError, formula, format, text } = cell;
        const locked = cell.writable !== true;
        sheet.setCell(read.top + down, read.left + along, { value, isError, formula, format, text, locked });
      }),
    );
  }
  const first = workbook.sheets.find((sheet) => sheet.visibility === "visible");
  if (first !== undefined) {
    workbook.activeSheetId = first.id;
    workbook.selection = { sheetId: first.id, area: { top: 0, left: 0, bottom: 0, right: 0 }, isRange: true };
  }
  workbook.structureProtected = snapshot.structureProtected;
  workbook.readOnly = snapshot.readOnly;
  if (snapshot.deskXml !== null) workbook.xmlParts.push({ id: workbook.nextGuid(), xml: snapshot.deskXml });
  workbook.journal.forget();
  workbook.events.length = 0;
  return workbook;
}
