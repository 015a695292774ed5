import { Workbook } from "@fortune-sheet/react";
import "@fortune-sheet/react/dist/index.css";
import "./sheet-view.css";
import { useEffect, useMemo, useRef, useState, type ComponentRef, type KeyboardEvent, type ReactElement } from "react";
import { createPortal } from "react-dom";
import type { SheetTarget, WorkbookSnapshot } from "../core/sheet/index.js";
import type { WorkbookAppearance } from "../documents/xlsx/index.js";
import type { Language } from "../pane/index.js";
import { CellInput } from "./cell-input.js";
import { cellEditor } from "./editing/editor.js";
import { selectionOf, type ViewSelection } from "./editing/selection.js";
import { forwardKey, isInSight, reveal, select, viewPlaces } from "./editing/view-access.js";
import { viewOps } from "./editing/view-ops.js";
import { FormulaBar } from "./formula-bar.js";
import type { PageModel } from "./page-model.js";
import { selectedBlocks } from "./selected-blocks.js";
import { sheetData, type ViewSheet } from "./sheet-data.js";
import type { PageTexts } from "./texts.js";

type View = ComponentRef<typeof Workbook>;

/** The view takes what it is told in effects of its own, after ours. */
const viewSettles = 30;

export interface SheetViewProps {
  readonly model: PageModel;
  readonly snapshot: WorkbookSnapshot;
  readonly appearance: WorkbookAppearance | null;
  readonly changed: ReadonlySet<string>;
  readonly target: SheetTarget | null;
  readonly language: Language;
  readonly texts: PageTexts;
}

/**
 * The sheets. FortuneSheet only draws and selects (its own editing stays off, so nothing can be done that we do not
 * save); keys go to our own field, changes come back as a new snapshot and are put into the view cell by cell.
 */
export function SheetView(props: SheetViewProps): ReactElement {
  const { model, snapshot, appearance, changed, target, language, texts } = props;
  const view = useRef<View>(null);
  const frame = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const [cells, setCells] = useState<Element | null>(null);
  const editor = useMemo(() => cellEditor(model, texts, language), [model, texts, language]);
  const data = useMemo(() => sheetData(snapshot, appearance, changed), [snapshot, appearance, changed]);
  const [made, setMade] = useState<{ readonly data: readonly ViewSheet[]; readonly count: number }>({ data, count: 0 });
  const shown = useRef<readonly ViewSheet[]>(data);
  const latest = useRef(snapshot);

  useEffect(() => {
    latest.current = snapshot;
    if (shown.current === data) return;
    const ops = viewOps(shown.current, data);
    shown.current = data;
    if (ops) {
      if (ops.length > 0) view.current?.applyOp(ops.map((op) => ({ ...op })));
    } else {
      setCells(null);
      setMade(({ count }) => ({ data: openAt(data, editor.store.getState().selection?.sheet), count: count + 1 }));
    }
  }, [data, snapshot, editor]);

  useEffect(() => {
    if (!target) return;
    const timer = setTimeout(() => {
      const { sheet } = target;
      if (!latest.current.sheets.some(({ name }) => name === sheet) || !view.current || !frame.current) return;
      const isOther = editor.store.getState().selection?.sheet !== sheet;
      view.current.activateSheet({ id: sheet });
      select(view.current, sheet, target.area);
      const [own, box] = [view.current, frame.current];
      setTimeout(() => {
        if (isOther || !isInSight(box)) reveal(own, box, sheet, target.area);
      }, viewSettles);
    }, viewSettles);
    return () => clearTimeout(timer);
  }, [target, made, editor]);

  useEffect(() => {
    model.selection.blocks = () => selectedBlocks(view.current);
    return () => {
      model.selection.blocks = () => [];
    };
  }, [model]);

  const hooks = useMemo(
    () => ({
      afterSelectionChange: (id: string, told?: ViewSelection) => {
        const sheet = latest.current.sheets.find(({ name }) => name === id);
        if (sheet && told) editor.select(selectionOf(told, sheet));
        setCells(frame.current?.querySelector(viewPlaces.cells) ?? null);
      },
    }),
    [editor],
  );

  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    // The view gives the focus to a field of its own; a finger that only scrolls must not call up the keyboard.
    const take = (event: FocusEvent): void => {
      if (!(event.target instanceof HTMLElement) || !event.target.classList.contains(viewPlaces.ownInput)) return;
      if (matchMedia("(pointer: coarse)").matches) event.target.blur();
      else input.current?.focus({ preventScroll: true });
    };
    box.addEventListener("focusin", take);
    return () => box.removeEventListener("focusin", take);
  }, []);

  return (
    <div className="annex-sheet">
      <FormulaBar
        model={model}
        editor={editor}
        texts={texts}
        ended={(step) => {
          input.current?.focus({ preventScroll: true });
          if (step === "down" && frame.current) forwardKey(frame.current, "ArrowDown", { shift: false, ctrl: false });
        }}
      />
      <div
        ref={frame}
        className="annex-sheet-frame"
        onKeyDownCapture={onlyMoves}
        onDoubleClick={({ target: clicked }) => {
          if (clicked instanceof Element && clicked.closest(viewPlaces.cells)) editor.begin("cell");
        }}
      >
        <Workbook
          key={made.count}
          ref={view}
          data={made.data as ViewSheet[]}
          lang={language === "zh" ? "zh" : "en"}
          allowEdit={false}
          showToolbar={false}
          showFormulaBar={false}
          cellContextMenu={[]}
          headerContextMenu={[]}
          sheetTabContextMenu={[]}
          hooks={hooks}
        />
        {cells &&
          createPortal(
            <CellInput
              model={model}
              editor={editor}
              texts={texts}
              frame={frame}
              input={input}
              leave={() => document.getElementById("annex-page-pane")?.focus()}
            />,
            cells,
          )}
      </div>
    </div>
  );
}

/** FortuneSheet's own shortcuts stay out of reach: it gets the keys that move the selection, and those of its buttons. */
function onlyMoves(event: KeyboardEvent): void {
  const isMove = event.key.startsWith("Arrow") || event.key === "Tab";
  const isPress = !event.ctrlKey && !event.metaKey && (event.key === "Enter" || event.key === " ");
  const isOurs = event.target instanceof HTMLTextAreaElement && event.target.dataset["cellInput"] !== undefined;
  if (!isMove && !isPress && !isOurs) event.stopPropagation();
}

/** The same sheets, opened at the one that was in front. */
function openAt(data: readonly ViewSheet[], id: string | undefined): readonly ViewSheet[] {
  if (!data.some((sheet) => sheet.id === id)) return data;
  return data.map((sheet) => ({ ...sheet, status: sheet.id === id ? 1 : 0 }));
}
