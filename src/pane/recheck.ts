import type { DeskCore } from "./desk-core.js";

/** Milliseconds, where reading costs a round trip to the host. */
export const recheckAfterChange = 1_200;

/** Follows changes by a person: marks the result as old, and reads again once the hands rest. */
export interface Recheck {
  changed(): void;
  schedule(): void;
  dispose(): void;
}

/** `after`: how long the hands have to rest, in milliseconds. */
export function recheckOf({ get, set, read }: DeskCore, after: number = recheckAfterChange): Recheck {
  let timer: ReturnType<typeof setTimeout> | null = null;

  function schedule(): void {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      const { activity, stale, previewing, view } = get();
      if (activity) schedule();
      // A preview must not change under the eyes of who confirms it.
      else if (stale && previewing === null) void read(view, "check", true);
    }, after);
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
