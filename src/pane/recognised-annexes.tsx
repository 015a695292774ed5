import { Suspense, lazy, useMemo, type ReactElement } from "react";
import { Disclosure } from "./disclosure.js";
import { useDeskState, usePane } from "./pane-context.js";

const RecognitionList = lazy(async () => ({ default: (await import("./recognition-list.js")).RecognitionList }));

/** How each annex was recognised, and which sheets are none; open from the start where something needs a person. */
export function RecognisedAnnexes(): ReactElement | null {
  const { desk, texts } = usePane();
  const check = useDeskState((state) => state.outcome?.check ?? null);
  const view = useMemo(() => (check ? desk.recognition() : null), [check, desk]);
  if (!check || !view) return null;
  const unread = check.unread.length > 0 ? ` · ${texts.unread(check.unread.length)}` : "";
  const doubtful = view.annexes.filter(({ sureness }) => sureness === "doubtful").length;
  const doubt = doubtful > 0 ? ` · ${texts.doubtful(doubtful)}` : "";
  return (
    <Disclosure
      data-recognised=""
      open={view.annexes.length === 0 || view.lapsed.length > 0}
      title={`${texts.recognised(check.annexes.length)}${doubt}${unread}`}
    >
      <Suspense fallback={null}>
        <RecognitionList view={view} packWhy={check.packWhy} />
      </Suspense>
    </Disclosure>
  );
}
