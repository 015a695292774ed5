import type { WorkbookHost } from "../app/index.js";
import type { SheetTarget, UnhideEdit } from "../core/sheet/index.js";

/** A workbook opened from a file, with what the page needs beyond the port. */
export interface FileWorkbook {
  readonly host: WorkbookHost;
  /** The file as it stands now: everything but the changed cells as it was. */
  bytes(): Uint8Array;
}

export interface WorkbookWatcher {
  readonly selected: (target: SheetTarget) => void;
  /** Keys of cells written (`sheet!row,column`), and of those taken back. */
  readonly written: (keys: readonly string[]) => void;
  readonly undone: (keys: readonly string[]) => void;
  readonly stored: () => void;
}

export function cellKey(sheet: string, row: number, column: number): string {
  return `${sheet}!${row},${column}`;
}

function hiddenKey({ sheet }: UnhideEdit): string {
  return `${sheet}!hidden`;
}

/** The same workbook, telling the page what was selected and changed. */
export function watchedHost(host: WorkbookHost, watcher: WorkbookWatcher): WorkbookHost {
  return {
    capabilities: () => host.capabilities(),
    read: () => host.read(),
    selection: () => host.selection(),
    watch: (changed) => host.watch(changed),
    async select(target) {
      const result = await host.select(target);
      if (result.ok) watcher.selected(target);
      return result;
    },
    async write(edits, unhide) {
      const result = await host.write(edits, unhide);
      if (result.ok)
        watcher.written(
          edits.map(({ sheet, row, column }) => cellKey(sheet, row, column)).concat((unhide ?? []).map(hiddenKey)),
        );
      return result;
    },
    async undo(written) {
      const result = await host.undo(written);
      if (result.ok)
        watcher.undone(
          written.cells
            .map(({ edit }) => cellKey(edit.sheet, edit.row, edit.column))
            .concat(written.unhidden.map(hiddenKey)),
        );
      return result;
    },
    async storeDesk(change) {
      const result = await host.storeDesk(change);
      if (result.ok) watcher.stored();
      return result;
    },
  };
}
