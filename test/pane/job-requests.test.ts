import { expect, test } from "vitest";
import { createJobRequests, jobOfAddress, type Job } from "../../src/pane/index.js";

test("a job of the ribbon waits for the pane", () => {
  const requests = createJobRequests();
  const taken: Job[] = [];
  requests.request("check");
  const stop = requests.listen((job) => taken.push(job));
  requests.request("report");
  stop();
  requests.request("score");
  expect(taken).toEqual(["check", "report"]);
  requests.listen((job) => taken.push(job));
  expect(taken).toEqual(["check", "report", "score"]);
});

test.each([
  ["?job=check", "check"],
  ["?_host_Info=Excel$Win32&job=report", "report"],
  ["?job=delete", null],
  ["", null],
])("the address %s asks for %s", (search, job) => {
  expect(jobOfAddress(search)).toBe(job);
});
