import { success, type Result } from "../../core/result/index.js";
import type { CellEdit, UnhideEdit, WorkbookSnapshot } from "../../core/sheet/index.js";
import type { WrittenCell, WrittenEdits } from "../../app/index.js";
import { assignmentOf, queueAssignments, queueLines, type Assignment, type ChangedLines } from "./assignments.js";
import { constantEntry, entryOf, sameEntry, type Entry } from "./cell-content.js";
import {
  changedSince,
  queueStates,
  requireWritable,
  type CellPlace,
  type CellState,
  type CurrentStates,
} from "./cell-states.js";
import { officeFailure } from "./excel-failure.js";
import type { OwnWrites } from "./own-writes.js";

/**
 * Writes edits and takes them back: two syncs each. The first reads the cells as they are now, so that nothing is written
 * over a change the person has not seen and locked cells are refused before anything happened; the second writes and
 * reads back. A batch that fails halfway is put back.
 */
export class WorkbookWriter {
  /** Content of cells as last read or written, by place. */
  private known = new Map<string, Entry>();

  constructor(private readonly own: OwnWrites) {}

  remember(snapshot: WorkbookSnapshot): void {
    this.known = new Map();
    for (const sheet of snapshot.sheets) {
      if (sheet.unread !== null) continue;
      sheet.rows.forEach((cells, down) =>
        cells.forEach((cell, along) => {
          const place = { sheet: sheet.name, row: sheet.top + down, column: sheet.left + along };
          this.known.set(keyOf(place), entryOf(cell?.value ?? null, cell?.formula ?? null));
        }),
      );
    }
  }

  async write(edits: readonly CellEdit[], unhide: readonly UnhideEdit[]): Promise<Result<WrittenEdits>> {
    const states = await this.states(edits, unhide);
    if (!states.ok) return states;
    const allowed = requireWritable(states.value, unhide);
    if (!allowed.ok) return allowed;
    const { cells } = states.value;
    const moved = cells.find((cell) => {
      const known = this.known.get(keyOf(cell));
      return known !== undefined && !sameEntry(known, cell.entry);
    });
    if (moved !== undefined) return changedSince(moved);

    const assignments = edits.map((edit, index) => assignmentOf(edit, cells[index]?.format ?? "General"));
    const done = await this.assign(assignments, states.value, { show: states.value.hidden, hide: [] });
    if (!done.ok) return done;
    const written = edits.flatMap((edit, index): WrittenCell[] => {
      const before = cells[index];
      if (before === undefined) return [];
      const { value, formula, format } = before;
      return [{ edit, before: { value, formula, format } }];
    });
    return success({ cells: written, unhidden: states.value.hidden });
  }

  async undo({ cells, unhidden }: WrittenEdits): Promise<Result<void>> {
    const states = await this.states(
      cells.map(({ edit }) => edit),
      unhidden,
    );
    if (!states.ok) return states;
    const allowed = requireWritable(states.value, unhidden);
    if (!allowed.ok) return allowed;
    const moved = states.value.cells.find((state, index) => {
      const edit = cells[index]?.edit;
      const written = edit === undefined ? "" : contentEntry(edit);
      const known = this.known.get(keyOf(state));
      return !sameEntry(state.entry, written) && (known === undefined || !sameEntry(state.entry, known));
    });
    if (moved !== undefined) return changedSince(moved);

    const assignments = cells.map(({ edit, before }): Assignment => {
      const { sheet, row, column } = edit;
      const { value, formula, format } = before;
      const entry = formula ?? constantEntry(value, format);
      return { sheet, row, column, entry, isFormula: formula !== null, format };
    });
    return this.assign(assignments, states.value, { show: [], hide: unhidden });
  }

  private async states(places: readonly CellPlace[], unhide: readonly UnhideEdit[]): Promise<Result<CurrentStates>> {
    try {
      return success(
        await Excel.run(async (context) => {
          const states = queueStates(context, places, unhide);
          await context.sync();
          return states();
        }),
      );
    } catch (error) {
      return { ok: false, failure: officeFailure(error) };
    }
  }

  private async assign(
    assignments: readonly Assignment[],
    before: CurrentStates,
    lines: ChangedLines,
  ): Promise<Result<void>> {
    const release = this.own.expect(before.cells);
    try {
      await runWriting(async (context) => {
        queueAssignments(context, assignments, before.cells);
        queueLines(context, lines.show, false);
        queueLines(context, lines.hide, true);
        const after = queueStates(context, assignments, []);
        await context.sync();
        for (const cell of after().cells) this.known.set(keyOf(cell), cell.entry);
      });
      return success(undefined);
    } catch (error) {
      await this.putBack(before.cells, lines);
      return { ok: false, failure: officeFailure(error, assignments[0] ?? {}) };
    } finally {
      release();
    }
  }

  /** Earlier actions of a failed batch stay applied. The same order again stops at the same place, with all of them back. */
  private async putBack(cells: readonly CellState[], lines: ChangedLines): Promise<void> {
    try {
      await runWriting(async (context) => {
        const restored = cells.map(({ sheet, row, column, value, formula, format }) => ({
          ...{ sheet, row, column, format, isFormula: formula !== null },
          entry: formula ?? constantEntry(value, format),
        }));
        queueAssignments(context, restored, []);
        queueLines(context, lines.show, true);
        queueLines(context, lines.hide, false);
        await context.sync();
      });
    } catch {
      // Refused where the first batch was refused; what it had written before that is back.
    }
  }
}

/** From ExcelApi 1.20 on the batch becomes one step of the person's undo list. Older libraries pass the option over. */
function runWriting(batch: (context: Excel.RequestContext) => Promise<void>): Promise<void> {
  return Office.context.requirements.isSetSupported("ExcelApi", "1.20")
    ? Excel.run({ mergeUndoGroup: true }, batch)
    : Excel.run(batch);
}

function contentEntry({ content }: CellEdit): Entry {
  return content.kind === "formula" ? content.formula : (content.value ?? "");
}

function keyOf({ sheet, row, column }: CellPlace): string {
  return `${row},${column},${sheet}`;
}
