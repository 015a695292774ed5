/**
 * Commands: what the ribbon's buttons do. They run in the pane's own runtime (shared runtime): show the pane, leave it the job.
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

// The script is missing when its server cannot be reached; the pane then says so.
if (typeof Office !== "undefined") {
  void Office.onReady(() => {
    for (const [action, job] of Object.entries(jobByAction)) {
      Office.actions.associate(action, (event: Office.AddinCommands.Event) => void showPane(job, event));
    }
  });
}
