import type { Job } from "./desk-state.js";

/** Where the ribbon leaves a job for the pane; kept until the pane is there to take it. */
export interface JobRequests {
  request(job: Job): void;
  /** Takes waiting and later jobs; returns the way to stop. */
  listen(take: (job: Job) => void): () => void;
}

export function createJobRequests(): JobRequests {
  let listener: ((job: Job) => void) | null = null;
  let waiting: Job | null = null;
  return {
    request(job) {
      if (listener) listener(job);
      else waiting = job;
    },
    listen(take) {
      listener = take;
      if (waiting) {
        const job = waiting;
        waiting = null;
        take(job);
      }
      return () => (listener = null);
    },
  };
}

/** The one of this runtime: ribbon and pane are loaded together. */
export const jobRequests = createJobRequests();

/** The job of an address such as `pane.html?job=check`. */
export function jobOfAddress(search: string): Job | null {
  const job = new URLSearchParams(search).get("job");
  return job === "check" || job === "score" || job === "report" ? job : null;
}
