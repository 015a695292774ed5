import { makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDown12Regular } from "@fluentui/react-icons/svg/chevron-down";
import { Suspense, lazy, useRef, useState, type ReactElement } from "react";
import { useStore } from "zustand";
import type { PageModel } from "./page-model.js";
import type { PageTexts } from "./texts.js";
import { useClosingDetails } from "./use-closing-details.js";

const FilesList = lazy(async () => ({ default: (await import("./files-list.js")).FilesList }));

const useStyles = makeStyles({
  menu: { position: "relative", minWidth: 0 },
  summary: {
    display: "flex",
    alignItems: "center",
    gap: "4px",
    minWidth: 0,
    padding: "4px 6px",
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    listStyleType: "none",
    "::-webkit-details-marker": { display: "none" },
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  name: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  sign: { display: "inline-flex", flexShrink: 0 },
});

/** The open files behind their name: saving each, adding those of the same unit, last year's. */
export function FilesMenu({ model, texts }: { readonly model: PageModel; readonly texts: PageTexts }): ReactElement {
  const styles = useStyles();
  const box = useRef<HTMLDetailsElement>(null);
  const [opened, setOpened] = useState(false);
  const files = useStore(model.store, (state) => state.book?.files) ?? [];
  const names = files.map(({ name }) => name).join("、");
  useClosingDetails(box);
  return (
    <details
      ref={box}
      className={styles.menu}
      onToggle={({ currentTarget }) => setOpened(currentTarget.open)}
      data-files=""
    >
      <summary className={styles.summary} title={names}>
        <span className={styles.name} data-file-name="">
          {files.length > 1 ? texts.filesCount(files.length) : names}
        </span>
        <span className={styles.sign} aria-hidden="true">
          <ChevronDown12Regular />
        </span>
      </summary>
      {opened && (
        <Suspense fallback={null}>
          <FilesList
            model={model}
            texts={texts}
            done={() => {
              if (box.current) box.current.open = false;
            }}
          />
        </Suspense>
      )}
    </details>
  );
}
