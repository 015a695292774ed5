import { ClipboardCheckmark16Regular } from "@fluentui/react-icons/svg/clipboard-checkmark";
import { Suspense, lazy, useEffect, useRef, type ReactElement } from "react";
import { checkSheetKey } from "./desk-state.js";
import { PaneButton } from "./pane-button.js";
import { useDeskState, usePane } from "./pane-context.js";

const CheckSheetPanel = lazy(async () => ({ default: (await import("./check-sheet-panel.js")).CheckSheetPanel }));

/** The way to the check sheet, under the findings of a check. */
export function CheckSheetOffer(): ReactElement {
  const { desk, texts } = usePane();
  const open = useDeskState((state) => state.previewing === checkSheetKey);
  const busy = useDeskState((state) => state.activity !== null);
  const box = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);

  useEffect(() => {
    const isHere = document.activeElement === document.body || box.current?.contains(document.activeElement) === true;
    if (!open && wasOpen.current && isHere) box.current?.querySelector("button")?.focus();
    wasOpen.current = open;
  }, [open]);

  return (
    <div ref={box}>
      {open ? (
        <Suspense fallback={null}>
          <CheckSheetPanel />
        </Suspense>
      ) : (
        <PaneButton
          small
          icon={<ClipboardCheckmark16Regular />}
          off={busy}
          data-check-sheet-offer=""
          onClick={() => desk.previewCheckSheet(true)}
        >
          {texts.checkSheet}
        </PaneButton>
      )}
    </div>
  );
}
