import type { StoreApi } from "zustand/vanilla";
import type { DeskState } from "./desk-state.js";

/** Once no act is under way: for wishes that must not be dropped because the check is just following a change. */
export function whenIdle(store: StoreApi<DeskState>): Promise<void> {
  if (!store.getState().activity) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = store.subscribe(({ activity }) => {
      if (activity) return;
      stop();
      resolve();
    });
  });
}
