import type { SheetTarget } from "../core/sheet/index.js";

/** The part of the sheet view that tells what is selected. */
export interface SelectionView {
  getSheet(): { readonly name: string };
  getSelection(): readonly { readonly row: readonly number[]; readonly column: readonly number[] }[] | undefined;
}

/** Where the sheet view puts the way to ask it; nothing is selected while no sheet is shown. */
export interface SelectionSource {
  blocks: () => readonly SheetTarget[];
}

export function selectedBlocks(view: SelectionView | null): readonly SheetTarget[] {
  if (!view) return [];
  const { name } = view.getSheet();
  return (view.getSelection() ?? []).map(({ row, column }) => {
    const [top = 0, bottom = top] = row;
    const [left = 0, right = left] = column;
    return { sheet: name, area: { top, left, bottom, right } };
  });
}
