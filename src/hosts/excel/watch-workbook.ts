import type { OwnWrites } from "./own-writes.js";

const pauseMs = 400;

interface HeardEvent {
  readonly source?: string;
  readonly triggerSource?: string;
  readonly worksheetId: string;
  readonly address?: string;
}

export interface Watch {
  readonly stop: () => void;
  /** Call when a reading begins: it sees what was changed so far. What it returns, when the reading failed. */
  readonly pause: () => () => void;
}

/**
 * Calls back once a person stopped changing cells or sheets for a moment. A co-author's changes (source Remote) and our
 * own writes do not count. Handlers end with the pane anyway; a host that refuses to register
 * them leaves the workbook unwatched, which `capabilities` cannot know beforehand.
 */
export function watchWorkbook(own: OwnWrites, changed: () => void): Watch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const registered: { remove(): void; readonly context: OfficeExtension.ClientRequestContext }[] = [];

  const arm = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      changed();
    }, pauseMs);
  };
  const hear = (event: HeardEvent): Promise<void> => {
    const ours = event.triggerSource === "ThisLocalAddin" || own.includes(event.worksheetId, event.address ?? "");
    if (!stopped && event.source !== "Remote" && !ours) {
      arm();
    }
    return Promise.resolve();
  };
  const remove = async (): Promise<void> => {
    const [first] = registered;
    if (first === undefined) return;
    await Excel.run(first.context, async (context) => {
      for (const handler of registered.splice(0)) handler.remove();
      await context.sync();
    });
  };
  const ready = Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    registered.push(worksheets.onChanged.add(hear), worksheets.onAdded.add(hear), worksheets.onDeleted.add(hear));
    await context.sync();
  }).catch(() => {
    registered.length = 0;
  });

  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      void ready.then(remove).catch(() => undefined);
    },
    pause: () => {
      const pending = timer;
      clearTimeout(timer);
      timer = undefined;
      return () => {
        if (pending !== undefined && timer === undefined && !stopped) arm();
      };
    },
  };
}
