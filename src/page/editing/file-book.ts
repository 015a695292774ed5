import { isMarked, type WorkbookHost } from "../../app/index.js";
import { fail, success, type Result } from "../../core/result/index.js";
import type { CellEdit, SheetTarget } from "../../core/sheet/index.js";
import { fileWorkbookHost } from "../../hosts/file/index.js";
import {
  cellKey,
  type BookFile,
  type BookState,
  type BookWatcher,
  type FileBook,
  type Typed,
} from "../page-workbook.js";
import { bookReader } from "./book-reader.js";
import { History } from "./history.js";
import { restoreStep } from "./restore-step.js";
import { targetOf } from "./target-of.js";
import { typeCells } from "./type-cells.js";
import { uncomputed } from "./uncomputed.js";
import { unknownSheet } from "./unknown-sheet.js";
import { versionOf, writeFiles } from "./write-files.js";

/** Opens the files (at least one) as one book. Failures are those of reading, with the file's name where there are several. */
export async function openFileBook(
  files: readonly Pick<BookFile, "name" | "bytes" | "saved">[],
  watcher: BookWatcher,
  clock: () => Date,
): Promise<Result<FileBook>> {
  const hosts = files.map(({ bytes, name }) => fileWorkbookHost(bytes, name, { selection: watcher.selection }));
  const saved = files.map((file) => file.saved);
  const history = new History();
  const listeners = new Set<() => void>();
  const read = bookReader(hosts);
  const first = await read();
  if (!first.ok) return first;
  let reading = first.value;
  let queue: Promise<unknown> = Promise.resolve();

  const state = (): BookState => {
    const isChanged = hosts.map((host, index) => host.bytes() !== saved[index]);
    return {
      snapshot: reading.joined,
      files: hosts.map((host, index) => ({
        name: host.name() ?? "",
        bytes: host.bytes(),
        saved: saved[index] ?? host.bytes(),
        changed: isChanged[index] ?? false,
      })),
      changed: new Set(
        [...history.changedKeys()].filter(
          (key) => isChanged[reading.places.get(key.slice(0, key.lastIndexOf("!")))?.file ?? -1],
        ),
      ),
      canUndo: history.last !== null,
      canRedo: history.next !== null,
    };
  };

  /** One act after the other; each finds what the one before left, and is told once it is done. */
  const inTurn = <T>(act: () => Promise<Result<T>>): Promise<Result<T>> => {
    const turn = queue.then(async () => {
      const now = await read();
      if (!now.ok) return now;
      reading = now.value;
      const result = await act();
      const after = await read();
      if (after.ok && after.value !== reading) {
        reading = after.value;
        watcher.changed(state());
      }
      return result;
    });
    queue = turn.catch(() => undefined);
    return turn;
  };

  const tell = (): void => listeners.forEach((listener) => listener());

  /** By the person's own hand: the pane learns of it at once, so that nothing is confirmed on old figures. */
  const byHand = async <T>(act: () => Promise<Result<T>>): Promise<Result<T>> => {
    tell();
    const result = await inTurn(act);
    tell();
    return result;
  };

  const write: WorkbookHost["write"] = async (edits, unhide = []) => {
    const before = versionOf(hosts);
    const written = await writeFiles(hosts, reading, edits, unhide);
    if (!written.ok) return written;
    const keys = edits.map(({ sheet, row, column }) => cellKey(sheet, row, column));
    const shown = unhide.map(({ sheet }) => cellKey(sheet, -1, -1));
    const step = { before, after: versionOf(hosts), keys: [...keys, ...shown], target: targetOf(edits) };
    history.push({ ...step, written: written.value });
    return written;
  };

  const writeByHand = async (edits: readonly CellEdit[]): Promise<Result<Typed>> => {
    if (edits.length === 0) return success({ target: null, left: null });
    const left = uncomputed(reading, edits);
    if (!left.ok) return left;
    const written = await write(edits);
    return written.ok ? success({ target: targetOf(edits), left: left.value }) : written;
  };

  const undo = async (): Promise<Result<SheetTarget | null>> => {
    const step = history.last;
    if (!step) return success(null);
    const done = await restoreStep(hosts, step, step.before);
    if (!done.ok) return done;
    history.undone();
    return success(step.target);
  };

  const redo = async (): Promise<Result<SheetTarget | null>> => {
    const step = history.next;
    if (!step) return success(null);
    const done = await restoreStep(hosts, step, step.after);
    if (!done.ok) return done;
    history.redone();
    return success(step.target);
  };

  /** Where our own part is kept: the first file that has one, else the first. */
  const keeper = (): (typeof hosts)[number] | undefined =>
    hosts[
      Math.max(
        0,
        reading.snapshots.findIndex(({ deskXml }) => deskXml !== null),
      )
    ];

  /** Into the file that has such a sheet already, else beside our own part; a step like any other. */
  const putSheet: WorkbookHost["putSheet"] = async (sheet, mark) => {
    const holder = reading.snapshots.findIndex(({ sheets }) => sheets.some((one) => isMarked(one, mark)));
    const before = versionOf(hosts);
    const put = await (hosts[holder] ?? keeper())?.putSheet(sheet, mark);
    if (!put?.ok) return put ?? unknownSheet(sheet.name);
    const { top, left } = sheet.print.area;
    const target = { sheet: put.value, area: { top, left, bottom: top, right: left } };
    history.push({ before, after: versionOf(hosts), keys: [cellKey(put.value, -1, -1)], target, written: null });
    watcher.drawn();
    return put;
  };

  const host: WorkbookHost = {
    capabilities: () => ({ readOnly: false, undo: "own", watches: true }),
    read: () => inTurn(async () => success(reading.joined)),
    select: async (target) => {
      if (!reading.places.has(target.sheet)) return unknownSheet(target.sheet);
      watcher.selected(target);
      return success(undefined);
    },
    selection: async () => (await hosts[0]?.selection()) ?? unknownSheet(""),
    write: (edits, unhide) => inTurn(() => write(edits, unhide)),
    undo: (written) =>
      inTurn(async () => {
        if (history.last?.written !== written) return changedSince();
        const undone = await undo();
        return undone.ok ? success(undefined) : undone;
      }),
    storeDesk: (desk) => inTurn(async () => (await keeper()?.storeDesk(desk)) ?? unknownSheet("")),
    putSheet: (sheet, mark) => inTurn(() => putSheet(sheet, mark)),
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  return success({
    host,
    state,
    type: (sheet, cells) =>
      byHand(async () => {
        const edits = await typeCells(hosts, reading, sheet, cells, clock().getFullYear());
        return edits.ok ? writeByHand(edits.value) : edits;
      }),
    edit: (edits) => byHand(() => writeByHand(edits)),
    undo: () => byHand(undo),
    redo: () => byHand(redo),
    saved(file, bytes) {
      saved[file] = bytes;
      if (hosts.every((each, index) => each.bytes() === saved[index])) history.saved();
      watcher.changed(state());
    },
    rename: async (file, name) => {
      await inTurn(async () => {
        const renamed = hosts[file];
        renamed?.replace(renamed.bytes(), name);
        return success(undefined);
      });
    },
    settled: async () => {
      await queue;
    },
  });
}

function changedSince(): Result<never> {
  return fail(
    "changed-since",
    "写入之后又有别的修改，请用“撤销”按先后顺序退回。",
    "Other changes were made since; take them back one by one with Undo.",
  );
}
