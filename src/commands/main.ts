/**
 * Commands: what the ribbon's buttons do, and the custom functions. The buttons run in the pane's own runtime (shared
 * runtime): show the pane, leave it the job. The functions come after the first frame, in a chunk of their own.
 * May not live here: any work of its own. Without a shared runtime the ribbon opens the pane with the job in its address.
 */
import { jobRequests, type Job } from "../pane/index.js";

/** Action ids of the manifest. */
const jobByAction: Readonly<Record<string, Job | null>> = {
  "annex.check": "check",
  "annex.score": "score",
  "annex.report": "report",
  "annex.showPane": null,
};

async function showPane(job: Job | null, event: Office.AddinCommands.Event): Promise<void> {
  if (job) jobRequests.request(job);
  try {
    await Office.addin.showAsTaskpane();
  } finally {
    event.completed();
  }
}

/** Of the script; where it stands, Excel's calls wait for the functions instead of failing. @types/office-js leaves it out. */
interface WaitingFunctions {
  readonly delayInitialization?: () => void;
  readonly associate: (functions: Readonly<Record<string, never>>) => void;
}

declare const CustomFunctions: WaitingFunctions | undefined;

function loadFunctions(): void {
  if (typeof CustomFunctions === "undefined") return;
  if (!Office.context.requirements.isSetSupported("CustomFunctionsRuntime", "1.1")) return;
  // Without the chunk the calls must fail, not wait for ever: associating nothing ends the delay.
  import("./functions.js").catch(() => CustomFunctions.associate({}));
}

// The script is missing when its server cannot be reached; the pane then says so.
if (typeof Office !== "undefined") {
  if (typeof CustomFunctions !== "undefined") CustomFunctions.delayInitialization?.();
  void Office.onReady(() => {
    loadFunctions();
    for (const [action, job] of Object.entries(jobByAction)) {
      Office.actions.associate(action, (event: Office.AddinCommands.Event) => void showPane(job, event));
    }
  });
}
