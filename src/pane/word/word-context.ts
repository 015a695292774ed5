import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { WordDesk } from "./word-desk.js";
import type { WordState } from "./word-state.js";
import type { WordTexts } from "./word-texts.js";

export interface WordContextValue {
  readonly desk: WordDesk;
  readonly texts: WordTexts;
}

export const WordContext = createContext<WordContextValue | null>(null);

export function useWord(): WordContextValue {
  const value = useContext(WordContext);
  if (!value) throw new Error("A part of the pane in Word was used outside WordPane");
  return value;
}

export function useWordState<T>(pick: (state: WordState) => T): T {
  return useStore(useWord().desk.store, pick);
}
