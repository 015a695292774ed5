import { FluentProvider, makeStyles, tokens, type Theme } from "@fluentui/react-components";
import { Suspense, lazy, useEffect, useState, type DragEvent, type ReactElement } from "react";
import { useStore } from "zustand";
import { type PaneTexts } from "../pane/index.js";
import { DropVeil } from "./drop-veil.js";
import { PageHeader } from "./page-header.js";
import type { PageModel } from "./page-model.js";
import { isDirty } from "./page-state.js";
import { droppedFiles } from "./pick-files.js";
import { usePageKeys } from "./use-page-keys.js";
import { PageNews } from "./page-news.js";
import { SheetArea } from "./sheet-area.js";
import type { PageTexts } from "./texts.js";
import { Welcome } from "./welcome.js";

/** Comes with the first workbook. */
const PagePane = lazy(async () => ({ default: (await import("./page-pane.js")).PagePane }));

const useStyles = makeStyles({
  root: { height: "100%", backgroundColor: tokens.colorNeutralBackground2 },
  page: {
    position: "relative",
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minHeight: 0,
    color: tokens.colorNeutralForeground1,
  },
  body: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 392px",
    flexGrow: 1,
    minHeight: 0,
    "@media (max-width: 1099px)": { gridTemplateColumns: "minmax(0, 1fr) 344px" },
    "@media (max-width: 899px)": {
      gridTemplateColumns: "minmax(0, 1fr)",
      gridTemplateRows: "minmax(160px, 40%) minmax(0, 1fr)",
    },
  },
  sheet: { minWidth: 0, minHeight: 0, overflow: "hidden" },
  pane: {
    minWidth: 0,
    minHeight: 0,
    overflow: "hidden",
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    "@media (max-width: 899px)": { borderLeft: "none", borderTop: `1px solid ${tokens.colorNeutralStroke1}` },
  },
  welcome: { flexGrow: 1, minHeight: 0, overflowY: "auto" },
});

export interface PageAppProps {
  readonly model: PageModel;
  readonly texts: PageTexts;
  readonly paneTexts: PaneTexts;
  readonly theme: Theme;
  /** Opens a file of `samples/` by its name without extension. */
  readonly openSample: (id: string) => void;
}

/** The page without Office: a workbook on the left, the same pane as in Excel on the right. */
export function PageApp({ model, texts, paneTexts, theme, openSample }: PageAppProps): ReactElement {
  const styles = useStyles();
  const workbook = useStore(model.store, (state) => state.workbook);
  const dirty = useStore(model.store, isDirty);
  const [dragging, setDragging] = useState(false);
  usePageKeys(model);

  useEffect(() => {
    if (!dirty) return;
    const guard = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", guard);
    return () => window.removeEventListener("beforeunload", guard);
  }, [dirty]);

  function drop(event: DragEvent): void {
    event.preventDefault();
    setDragging(false);
    void droppedFiles(event.dataTransfer).then((files) => model.drop(files));
  }

  return (
    <FluentProvider theme={theme} className={styles.root} lang={paneTexts.language === "zh" ? "zh-CN" : "en"}>
      <div
        className={styles.page}
        data-annex-page=""
        onDragEnter={(event) => event.dataTransfer.types.includes("Files") && setDragging(true)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
      >
        <PageHeader model={model} texts={texts} paneTexts={paneTexts} openSample={openSample} />
        <PageNews model={model} texts={texts} language={paneTexts.language} />
        {workbook ? (
          <div className={styles.body}>
            <section className={styles.sheet} aria-label={texts.sheets}>
              <SheetArea
                key={workbook.id}
                model={model}
                workbook={workbook}
                texts={texts}
                language={paneTexts.language}
              />
            </section>
            <section className={styles.pane} aria-label={texts.pane} id="annex-page-pane" tabIndex={-1}>
              <Suspense fallback={null}>
                <PagePane desk={workbook.desk} texts={paneTexts} theme={theme} />
              </Suspense>
            </section>
          </div>
        ) : (
          <div className={styles.welcome}>
            <Welcome model={model} texts={texts} language={paneTexts.language} openSample={openSample} />
          </div>
        )}
        {dragging && <DropVeil texts={texts} onLeave={() => setDragging(false)} />}
      </div>
    </FluentProvider>
  );
}
