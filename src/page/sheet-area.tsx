import { makeStyles } from "@fluentui/react-components";
import { Component, Suspense, lazy, useEffect, useRef, type ReactElement, type ReactNode } from "react";
import { useStore } from "zustand";
import { Waiting, type Language } from "../pane/index.js";
import type { PageModel } from "./page-model.js";
import type { OpenWorkbook } from "./page-state.js";
import { SheetNote } from "./sheet-note.js";
import type { PageTexts } from "./texts.js";

/** The sheet view is the heaviest part of the page and comes on its own. */
const SheetView = lazy(async () => ({ default: (await import("./sheet-view.js")).SheetView }));

const useStyles = makeStyles({
  area: { position: "relative", width: "100%", height: "100%", backgroundColor: "#ffffff", colorScheme: "light" },
  wait: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: "10px",
    height: "100%",
    padding: "16px",
    textAlign: "center",
    fontSize: "13px",
    color: "#616161",
  },
});

export interface SheetAreaProps {
  readonly model: PageModel;
  readonly workbook: OpenWorkbook;
  readonly texts: PageTexts;
  readonly language: Language;
}

/** The open workbook as sheets, as it stands after the last change. */
export function SheetArea({ model, workbook, texts, language }: SheetAreaProps): ReactElement {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  const target = useStore(model.store, (state) => state.target);
  const book = useStore(model.store, (state) => state.book) ?? workbook.book.state();

  // FortuneSheet measures itself on the window's own resize only.
  useEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(() => window.dispatchEvent(new Event("resize")));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <div ref={box} className={styles.area} data-sheet-area="">
      <Fallback otherwise={<div className={styles.wait}>{texts.sheetFailed}</div>}>
        <Suspense
          fallback={
            <div className={styles.wait}>
              <Waiting />
              {texts.sheetLoading}
            </div>
          }
        >
          <SheetView
            model={model}
            snapshot={book.snapshot}
            appearance={workbook.appearance}
            changed={book.changed}
            target={target}
            language={language}
            texts={texts}
          />
        </Suspense>
      </Fallback>
      <SheetNote model={model} texts={texts} />
    </div>
  );
}

/** The view is not ours: when it fails, the pane goes on. */
class Fallback extends Component<
  { readonly otherwise: ReactNode; readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.otherwise : this.props.children;
  }
}
