import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Desk } from "./desk.js";
import type { DeskState } from "./desk-state.js";
import type { PaneTexts } from "./texts.js";

export interface PaneContextValue {
  readonly desk: Desk;
  readonly texts: PaneTexts;
}

export const PaneContext = createContext<PaneContextValue | null>(null);

export function usePane(): PaneContextValue {
  const value = useContext(PaneContext);
  if (!value) throw new Error("A part of the pane was used outside AnnexPane");
  return value;
}

export function useDeskState<T>(pick: (state: DeskState) => T): T {
  return useStore(usePane().desk.store, pick);
}
