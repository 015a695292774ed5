import type { DeskCore } from "./desk-core.js";

const recheckAfter = 1_200;

/** Follows changes by a person: marks the result as old, and reads again once the hands rest. */
export interface Recheck {
  changed(): void;
  schedule(): void;
  dispose(): void;
}

export function recheckOf({ get, set, read }: DeskCore): Recheck {
  let timer: ReturnType<typeof setTimeout> | null = null;

  function schedule(): void {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      const { activity, stale, previewing, view } = get();
      if (activity) schedule();
      // A preview must not change under the eyes of who confirms it.
      else if (stale && previewing === null) void read(view, "check", true);
    }, recheckAfter);
  }

  return {
    changed() {
      if (!get().outcome) return;
      set({ stale: true });
      schedule();
    },
    schedule,
    dispose() {
      if (timer) clearTimeout(timer);
    },
  };
}
