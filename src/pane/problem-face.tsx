import { Edit24Regular } from "@fluentui/react-icons/svg/edit";
import { ErrorCircle24Regular } from "@fluentui/react-icons/svg/error-circle";
import { LockClosed24Regular } from "@fluentui/react-icons/svg/lock-closed";
import { PlugDisconnected24Regular } from "@fluentui/react-icons/svg/plug-disconnected";
import type { ReactElement } from "react";
import { inWords } from "./in-words.js";
import type { Problem } from "./desk-state.js";
import { Face } from "./face.js";
import { usePane } from "./pane-context.js";
import type { PaneTexts } from "./texts.js";
import { PaneButton } from "./pane-button.js";

/** A failed act as a state of its own, with the way on. */
export function ProblemFace({ problem }: { readonly problem: Problem }): ReactElement {
  const { desk, texts } = usePane();
  const { title, icon, mild } = looksOf(problem, texts);
  return (
    <div role="alert" data-problem={problem.failure.code}>
      <Face
        tone={mild ? "warning" : "danger"}
        icon={icon}
        title={title}
        text={inWords(problem.failure, texts)}
        actions={
          problem.again && (
            <PaneButton look="primary" onClick={() => void desk.retry()}>
              {texts.retry}
            </PaneButton>
          )
        }
      />
    </div>
  );
}

interface Looks {
  readonly title: string;
  readonly icon: ReactElement;
  /** The person can clear it away at once. */
  readonly mild: boolean;
}

function looksOf({ during, failure }: Problem, texts: PaneTexts): Looks {
  switch (failure.code) {
    case "cell-editing":
      return { title: texts.failedCell, icon: <Edit24Regular />, mild: true };
    case "protected":
      return { title: texts.failedProtected, icon: <LockClosed24Regular />, mild: true };
    case "read-only":
      return { title: texts.failedReadOnly, icon: <LockClosed24Regular />, mild: true };
    case "engine-load":
      return { title: texts.engineFailed, icon: <PlugDisconnected24Regular />, mild: false };
    default:
      return { title: titleOf(during, texts), icon: <ErrorCircle24Regular />, mild: false };
  }
}

function titleOf(during: Problem["during"], texts: PaneTexts): string {
  switch (during) {
    case "read":
      return texts.failedRead;
    case "write":
      return texts.failedWrite;
    case "report":
      return texts.failedReport;
    case "engine":
      return texts.engineFailed;
  }
}
