import type { MarkedPiece } from "./marked-texts.js";

/** A text with its years and numbers marked: what a text of last year says may no longer be so. */
export function numbersIn(text: string): readonly MarkedPiece[] {
  return text
    .split(/([0-9]+(?:\.[0-9]+)?[%％]?(?:年度?)?)/)
    .map((piece, index) => ({ text: piece, differs: index % 2 === 1 }))
    .filter((piece) => piece.text !== "");
}
