import { createStore, type StoreApi } from "zustand/vanilla";
import type { DeliveryHost } from "../app/index.js";
import { fail, type Failure, type Result } from "../core/result/index.js";
import type { SheetTarget, WorkbookSnapshot } from "../core/sheet/index.js";
import type { WorkbookAppearance } from "../documents/xlsx/index.js";
import { createDesk, type Desk, type DeskEngine, type PaneTexts } from "../pane/index.js";
import { watchedHost, type FileWorkbook } from "./page-workbook.js";
import type { SelectionSource } from "./selected-blocks.js";
import type { PageTexts } from "./texts.js";

const xlsxMime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const largestFile = 30 * 1024 * 1024;

export interface OpenWorkbook {
  readonly name: string;
  readonly desk: Desk;
  /** As it was opened; the desk has the newer one after its first reading. */
  readonly snapshot: WorkbookSnapshot;
  readonly appearance: WorkbookAppearance | null;
  readonly bytes: FileWorkbook["bytes"];
}

export interface PageState {
  readonly workbook: OpenWorkbook | null;
  /** Name of the file on its way in. */
  readonly opening: string | null;
  readonly failure: Failure | null;
  /** The cell to show; a new object for every wish. */
  readonly target: SheetTarget | null;
  readonly changed: ReadonlySet<string>;
  readonly deskStored: boolean;
  readonly notice: { readonly kind: "success" | "error"; readonly text: string } | null;
  /** A file that waits because the open workbook has unsaved changes. */
  readonly waiting: IncomingFile | null;
}

export interface IncomingFile {
  readonly name: string;
  readonly size: number;
  readonly bytes: () => Promise<Uint8Array>;
}

export interface PagePorts {
  readonly open: (bytes: Uint8Array, name: string, selection: SelectionSource["blocks"]) => Promise<FileWorkbook>;
  readonly appearance: (bytes: Uint8Array) => Promise<Result<WorkbookAppearance>>;
  readonly loadEngine: () => Promise<DeskEngine>;
  readonly delivery: DeliveryHost;
  readonly clock: () => Date;
  readonly texts: PageTexts;
  readonly paneTexts: PaneTexts;
}

export interface PageModel {
  readonly store: StoreApi<PageState>;
  /** Set by the sheet view, asked by the open workbook. */
  readonly selection: SelectionSource;
  /** Opens, unless unsaved changes ask for a word first. */
  take(file: IncomingFile): Promise<void>;
  takeWaiting(): Promise<void>;
  dropWaiting(): void;
  refuse(failure: Failure): void;
  save(): Promise<void>;
  dismissNotice(): void;
}

export function isDirty({ changed, deskStored }: Pick<PageState, "changed" | "deskStored">): boolean {
  return changed.size > 0 || deskStored;
}

const fresh = { target: null, changed: new Set<string>(), deskStored: false, notice: null, waiting: null } as const;

export function createPageModel(ports: PagePorts): PageModel {
  const store = createStore<PageState>(() => ({ workbook: null, opening: null, failure: null, ...fresh }));
  const set = (part: Partial<PageState>): void => store.setState(part);
  const selection: SelectionSource = { blocks: () => [] };

  async function read(file: IncomingFile): Promise<Result<OpenWorkbook>> {
    if (file.size > largestFile) return fail("too-large", ports.texts.tooBig, ports.texts.tooBig);
    const bytes = await file.bytes();
    const opened = await ports.open(bytes, file.name, () => selection.blocks());
    const [snapshot, appearance] = await Promise.all([opened.host.read(), ports.appearance(bytes)]);
    if (!snapshot.ok) return snapshot;
    const host = watchedHost(opened.host, {
      selected: (target) => set({ target: { ...target } }),
      written: (keys) => set({ changed: new Set([...store.getState().changed, ...keys]) }),
      undone: (keys) => set({ changed: new Set([...store.getState().changed].filter((key) => !keys.includes(key))) }),
      stored: () => set({ deskStored: true }),
    });
    const { delivery, loadEngine, clock, paneTexts } = ports;
    return {
      ok: true,
      value: {
        name: file.name,
        desk: createDesk({ host, delivery, loadEngine, clock, texts: paneTexts }),
        snapshot: snapshot.value,
        appearance: appearance.ok ? appearance.value : null,
        bytes: () => opened.bytes(),
      },
    };
  }

  async function open(file: IncomingFile): Promise<void> {
    set({ opening: file.name, failure: null, notice: null, waiting: null });
    const result = await read(file);
    if (!result.ok) {
      set({ opening: null, failure: result.failure });
      return;
    }
    store.getState().workbook?.desk.dispose();
    set({ ...fresh, opening: null, workbook: result.value });
    await result.value.desk.run("check");
  }

  return {
    store,
    selection,
    async take(file) {
      if (isDirty(store.getState())) set({ waiting: file });
      else await open(file);
    },
    async takeWaiting() {
      const { waiting } = store.getState();
      if (waiting) await open(waiting);
    },
    dropWaiting: () => set({ waiting: null }),
    refuse: (failure) => set({ failure, opening: null }),
    async save() {
      const { workbook } = store.getState();
      if (!workbook) return;
      await workbook.desk.flushAnswers();
      const saved = await ports.delivery.saveFile(workbook.name, workbook.bytes(), xlsxMime);
      if (!saved.ok) {
        set({
          notice: { kind: "error", text: ports.texts.saveFailed + saved.failure.message[ports.paneTexts.language] },
        });
      } else if (saved.value.kind !== "cancelled") {
        set({
          changed: new Set(),
          deskStored: false,
          notice: { kind: "success", text: ports.texts.saved(saved.value.name) },
        });
      }
    },
    dismissNotice: () => set({ notice: null, failure: null }),
  };
}
