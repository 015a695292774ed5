import { Workbook } from "@fortune-sheet/react";
import "@fortune-sheet/react/dist/index.css";
import "./sheet-view.css";
import { useEffect, useMemo, useRef, type ComponentRef, type ReactElement } from "react";
import type { SheetTarget, WorkbookSnapshot } from "../core/sheet/index.js";
import type { WorkbookAppearance } from "../documents/xlsx/index.js";
import type { Language } from "../pane/index.js";
import { selectedBlocks, type SelectionSource } from "./selected-blocks.js";
import { sheetData } from "./sheet-data.js";

/** Of the row numbers, in pixels. */
const headerWidth = 46;

type View = ComponentRef<typeof Workbook>;

export interface SheetViewProps {
  readonly snapshot: WorkbookSnapshot;
  readonly appearance: WorkbookAppearance | null;
  readonly changed: ReadonlySet<string>;
  readonly target: SheetTarget | null;
  readonly language: Language;
  readonly selection: SelectionSource;
}

/** FortuneSheet for reading: fed with our snapshot, made anew for each newer one. */
export function SheetView({
  snapshot,
  appearance,
  changed,
  target,
  language,
  selection,
}: SheetViewProps): ReactElement {
  const view = useRef<View>(null);
  const revision = useRef({ of: snapshot, changed, count: 0 });
  if (revision.current.of !== snapshot || revision.current.changed !== changed) {
    revision.current = { of: snapshot, changed, count: revision.current.count + 1 };
  }
  const key = revision.current.count;
  const data = useMemo(() => sheetData(snapshot, appearance, changed), [snapshot, appearance, changed]);

  useEffect(() => {
    selection.blocks = () => selectedBlocks(view.current);
    return () => {
      selection.blocks = () => [];
    };
  }, [selection]);

  useEffect(() => {
    if (!target) return;
    const sheet = snapshot.sheets.find(({ name }) => name === target.sheet);
    if (!sheet) return;
    // The view takes its sheets in an effect of its own, after this one.
    const timer = setTimeout(() => showTarget(view.current, sheet.id, target), 30);
    return () => clearTimeout(timer);
  }, [target, snapshot, key]);

  return (
    <Workbook
      key={key}
      ref={view}
      data={data}
      lang={language === "zh" ? "zh" : "en"}
      allowEdit={false}
      showToolbar={false}
      showFormulaBar
      cellContextMenu={[]}
      headerContextMenu={[]}
      sheetTabContextMenu={[]}
    />
  );
}

function showTarget(view: View | null, id: string, { area }: SheetTarget): void {
  if (!view) return;
  view.activateSheet({ id });
  view.setSelection([{ row: [area.top, area.bottom], column: [area.left, area.right] }], { id });
  // The view scrolls the target to its edge: leave some rows above, and stay at the left while the cell fits.
  const width = document.querySelector<HTMLElement>(".fortune-sheet-container")?.clientWidth ?? 0;
  const columns = Array.from({ length: area.right + 1 }, (_, column) => column);
  const needed = Object.values(view.getColumnWidth(columns, { id })).reduce((sum, size) => sum + size + 1, headerWidth);
  view.scroll({ targetRow: Math.max(0, area.top - 4), targetColumn: needed <= width ? 0 : Math.max(0, area.left - 2) });
}
