import { createStore, type StoreApi } from "zustand/vanilla";
import type { DeliveryHost } from "../app/index.js";
import { fail, success, type Failure, type Result } from "../core/result/index.js";
import { createDesk, type DeskEngine, type PaneTexts } from "../pane/index.js";
import type { IncomingFile } from "./incoming-file.js";
import type * as openFile from "./open-file.js";
import { firstPageState, isDirty, type OpenWorkbook, type PageState } from "./page-state.js";
import { saveActs, type SaveActs } from "./save-acts.js";
import { openPicker } from "./pick-files.js";
import type { SaveTarget } from "./save-target.js";
import type { SelectionSource } from "./selected-blocks.js";
import type { PageTexts } from "./texts.js";
import { typingActs, type TypingActs } from "./typing-acts.js";

/** The chunk that knows files. */
export type FileDesk = typeof openFile;

const largestFile = 30 * 1024 * 1024;
const recheckAfter = 250;

export interface PagePorts {
  readonly files: () => Promise<FileDesk>;
  readonly loadEngine: () => Promise<DeskEngine>;
  readonly delivery: DeliveryHost;
  readonly clock: () => Date;
  readonly texts: PageTexts;
  readonly paneTexts: PaneTexts;
}

/** Where files are put in: alone, beside what is open, or as last year's. */
export type Purpose = "replace" | "join" | "prior";

export interface PageModel extends TypingActs, SaveActs {
  readonly store: StoreApi<PageState>;
  /** Set by the sheet view, asked by the open workbook. */
  readonly selection: SelectionSource;
  /** Opens the files as one book, unless unsaved changes ask for a word first. */
  take(files: readonly IncomingFile[]): Promise<void>;
  /** Files dropped on the page: with a workbook open, a person says what they are for. */
  drop(files: readonly IncomingFile[]): Promise<void>;
  put(purpose: Purpose, files: readonly IncomingFile[]): Promise<void>;
  putWaiting(purpose: Purpose): Promise<void>;
  dropWaiting(): void;
  refuse(failure: Failure): void;
  dismissNotice(): void;
  dismissNote(): void;
}

export function createPageModel(ports: PagePorts): PageModel {
  const store = createStore<PageState>(() => firstPageState);
  const set = (part: Partial<PageState>): void => store.setState(part);
  const get = (): PageState => store.getState();
  const { language } = ports.paneTexts;
  const selection: SelectionSource = { blocks: () => [] };
  let openings = 0;
  let targets: readonly (SaveTarget | null)[] = [];

  async function bytesOf(file: IncomingFile): Promise<Result<Uint8Array>> {
    const { tooBig, notRead } = ports.texts;
    if (file.size > largestFile) return fail("too-large", tooBig, tooBig);
    try {
      return success(await file.bytes());
    } catch {
      return fail("unreadable", notRead(file.name), notRead(file.name));
    }
  }

  async function read(
    added: readonly IncomingFile[],
    beside: boolean,
  ): Promise<Result<{ workbook: OpenWorkbook; targets: readonly (SaveTarget | null)[] }>> {
    const open = await ports.files();
    const old = beside ? (get().workbook?.book.state().files ?? []) : [];
    const files = old.map(({ name, bytes, saved }) => ({ name, bytes, saved }));
    for (const file of added) {
      const bytes = await bytesOf(file);
      if (!bytes.ok) return bytes;
      files.push({ name: file.name, bytes: bytes.value, saved: bytes.value });
    }
    const watcher = {
      selected: (target: PageState["target"]) => set({ target: target && { ...target } }),
      changed: (book: PageState["book"]) => set({ book }),
      drawn: () => void looksAgain(),
      selection: () => selection.blocks(),
    };
    const book = await open.openFileBook(files, watcher, ports.clock);
    if (!book.ok) return book;
    const { delivery, loadEngine, clock, paneTexts } = ports;
    const desk = createDesk({
      host: book.value.host,
      delivery,
      clock,
      texts: paneTexts,
      recheckAfter,
      loadEngine,
      ...(openPicker() && { pickReport: async () => (await ports.files()).pickReport(delivery) }),
    });
    return success({
      workbook: { id: String(++openings), desk, book: book.value, appearance: await open.appearanceOf(files) },
      targets: [
        ...(beside ? targets : []),
        ...(await Promise.all(added.map(async ({ handle }) => (handle ? open.saveTargetOf(handle) : null)))),
      ],
    });
  }

  /** Word documents belong to the report, once there is a workbook to take the figures from. */
  async function putReport(reports: readonly IncomingFile[]): Promise<void> {
    const { workbook } = get();
    const [report] = reports;
    if (!report) return;
    if (!workbook) {
      model.refuse(fail("workbook-first", ports.texts.workbookFirst, ports.texts.workbookFirst).failure);
      return;
    }
    await workbook.desk.open("report");
    await (await workbook.desk.reports()).take((await ports.files()).linkedReport(report, ports.delivery));
  }

  /** A sheet that was drawn has looks of its own. */
  async function looksAgain(): Promise<void> {
    const { workbook } = get();
    if (!workbook) return;
    await workbook.book.settled();
    const { appearanceOf } = await ports.files();
    const appearance = await appearanceOf(workbook.book.state().files);
    if (get().workbook === workbook) set({ workbook: { ...workbook, appearance } });
  }

  async function open(files: readonly IncomingFile[], beside: boolean): Promise<void> {
    set({ opening: files.map(({ name }) => name).join("、"), failure: null, notice: null, waiting: null });
    if (beside) await get().workbook?.book.settled();
    const result = await read(files, beside);
    if (!result.ok) {
      set({ opening: null, failure: result.failure });
      return;
    }
    const before = get().workbook;
    before?.desk.dispose();
    const { workbook } = result.value;
    ({ targets } = result.value);
    const lastYear = beside ? (before?.desk.store.getState().prior.files ?? []) : [];
    set({ ...firstPageState, workbook, book: workbook.book.state() });
    await workbook.desk.run("check");
    await workbook.desk.compareWith(lastYear);
  }

  const model: PageModel = {
    store,
    selection,
    ...typingActs({ get, set, texts: ports.texts, language }),
    ...saveActs({
      get,
      set,
      files: ports.files,
      delivery: ports.delivery,
      texts: ports.texts,
      language,
      targets: {
        of: (file) => targets[file] ?? null,
        keep: (file, target) => {
          targets = targets.map((old, index) => (index === file ? target : old));
        },
      },
    }),
    async take(files) {
      if (files.length === 0) return;
      if (isDirty(get())) set({ waiting: { files, ask: "replace" } });
      else await open(files, false);
    },
    async drop(dropped) {
      const reports = dropped.filter(isDocument);
      const files = dropped.filter((file) => !isDocument(file));
      if (files.length > 0 && get().workbook) set({ waiting: { files, ask: "purpose" } });
      else if (files.length > 0) await open(files, false);
      await putReport(reports);
    },
    async put(purpose, files) {
      if (files.length === 0) return;
      const { workbook } = get();
      if (purpose === "prior" && workbook) {
        set({ waiting: null });
        await workbook.desk.open("check");
        await workbook.desk.compareWith(files);
      } else await open(files, purpose === "join");
    },
    async putWaiting(purpose) {
      const { waiting } = get();
      if (waiting) await model.put(purpose, waiting.files);
    },
    dropWaiting: () => set({ waiting: null }),
    refuse: (problem) => set({ failure: problem, opening: null }),
    dismissNotice: () => set({ notice: null, failure: null }),
    dismissNote: () => set({ note: null }),
  };
  return model;
}

function isDocument({ name }: IncomingFile): boolean {
  return /\.docx?$/i.test(name);
}
