import type { WorkbookInstance } from "@fortune-sheet/react";
import type { Area } from "../../core/sheet/index.js";

/** Of the row numbers, in pixels. */
const headerWidth = 46;

/** The parts of FortuneSheet's page that the editor leans on, named in this file alone. */
export const viewPlaces = {
  cells: ".fortune-cell-area",
  focus: ".luckysheet-cell-selected-focus",
  ownInput: "luckysheet-cell-input",
  container: ".fortune-container",
} as const;

export type ForwardedKey = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" | "Tab";

/** Has the view move its selection as it does for its own keys: merges, hidden rows and scrolling are its business. */
export function forwardKey(
  frame: HTMLElement,
  key: ForwardedKey,
  held: { readonly shift: boolean; readonly ctrl: boolean },
): void {
  const event = new KeyboardEvent("keydown", {
    key,
    code: key,
    shiftKey: held.shift,
    ctrlKey: held.ctrl,
    bubbles: true,
    cancelable: true,
  });
  frame.querySelector(viewPlaces.container)?.dispatchEvent(event);
}

/** Where the cell that typing goes to lies within the cell area, in pixels; null where nothing is selected. */
export function focusBox(frame: HTMLElement): { left: number; top: number; width: number; height: number } | null {
  const focus = frame.querySelector<HTMLElement>(viewPlaces.focus);
  if (!focus || focus.offsetWidth === 0) return null;
  return { left: focus.offsetLeft, top: focus.offsetTop, width: focus.offsetWidth, height: focus.offsetHeight };
}

export function select(view: WorkbookInstance, id: string, { top, left, bottom, right }: Area): void {
  view.setSelection([{ row: [top, bottom], column: [left, right] }], { id });
}

/** Scrolls the area into sight; the view would put it at its edge, so some rows above stay in sight. */
export function reveal(view: WorkbookInstance, frame: HTMLElement, id: string, area: Area): void {
  const width = frame.clientWidth;
  const columns = Array.from({ length: area.right + 1 }, (_, column) => column);
  const needed = Object.values(view.getColumnWidth(columns, { id })).reduce((sum, size) => sum + size + 1, headerWidth);
  view.scroll({ targetRow: Math.max(0, area.top - 4), targetColumn: needed <= width ? 0 : Math.max(0, area.left - 2) });
}

/** Is all of the area in sight as the view is scrolled now? */
export function isInSight(frame: HTMLElement): boolean {
  const cells = frame.querySelector(viewPlaces.cells)?.getBoundingClientRect();
  const focus = frame.querySelector(viewPlaces.focus)?.getBoundingClientRect();
  if (!cells || !focus) return false;
  return (
    focus.top >= cells.top && focus.bottom <= cells.bottom && focus.left >= cells.left && focus.right <= cells.right
  );
}
