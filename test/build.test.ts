import { createServer, request as httpRequest, type Server } from "node:http";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { checks } from "../scripts/verify/checks.js";
import { runChecks } from "../scripts/verify/run-checks.js";
import { tallyOf } from "../scripts/verify/run-tests.js";
import { pagePolicy, panePolicy, policyHeader } from "../scripts/web/content-security.js";
import { listen } from "../scripts/web/listen.js";
import { officeJsAddress, officeJsSource, ownOfficeJsFiles } from "../scripts/web/office-js.js";
import { staticFiles } from "../scripts/web/static-files.js";
import { repositoryRoot } from "./support/planted-tree.js";

describe("packages", () => {
  const lock = JSON.parse(readFileSync(join(repositoryRoot, "package-lock.json"), "utf8")) as {
    packages: Record<string, { resolved?: string; version?: string; optionalDependencies?: Record<string, string> }>;
  };

  test("the lock names no registry", () => {
    const resolved = Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined);
    expect(resolved.map(([name]) => name)).toEqual([]);
  });

  test("the lock is whole: a registry may lack parts for other platforms, and then npm ci fails", () => {
    const locked = new Set(
      Object.keys(lock.packages).map((path) => path.slice(path.lastIndexOf("node_modules/") + 13)),
    );
    const wanted = Object.values(lock.packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
    expect(wanted.length).toBeGreaterThan(50);
    expect(wanted.filter((name) => !locked.has(name))).toEqual([]);
  });

  test("every version is exact, and the one that is locked", () => {
    const named = { ...packageJson.dependencies, ...packageJson.devDependencies, ...packageJson.optionalDependencies };
    for (const [name, version] of Object.entries(named)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  test("the files of Office.js that we copy are in the package", () => {
    for (const file of ownOfficeJsFiles)
      expect(
        readFileSync(join(repositoryRoot, "node_modules/@microsoft/office-js/dist", file)).length,
        file,
      ).toBeGreaterThan(1000);
  });
});

describe("npm test", () => {
  test("each of its checks is a script of package.json", () => {
    for (const check of checks) expect(packageJson.scripts).toHaveProperty([check.script]);
  });

  test("a failing check fails, and what builds on it is not run", async () => {
    const root = mkdtempSync(join(tmpdir(), "annex-desk-checks-"));
    try {
      const scripts = { good: "node -e 0", bad: "node -e 'process.exit(3)'", later: "node -e 0" };
      writeFileSync(join(root, "package.json"), JSON.stringify({ scripts }));
      const said: string[] = [];
      const tally = await runChecks(
        [
          { name: "good", script: "good" },
          { name: "bad", script: "bad" },
          { name: "later", script: "later", after: "bad" },
        ],
        root,
        (text) => said.push(text),
      );
      // They run side by side, so either may be first.
      expect(said.join("")).toContain("✓ good");
      expect(said.join("")).toContain("✗ bad");
      expect(tally).toEqual({ passed: 1, failed: 2 });
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });

  test("skipped tests and files that broke count as failed", () => {
    const file = (status: string, tests: number) => ({ status, assertionResults: Array.from({ length: tests }) });
    const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
    expect(tallyOf({ ...report, testResults: [file("failed", 3), file("failed", 0)] })).toEqual({
      passed: 5,
      failed: 5,
    });
  });
});

describe("Office.js is a build setting", () => {
  test.each([
    [undefined, "own"],
    ["", "own"],
    ["global", "global"],
    ["china", "china"],
  ] as const)("OFFICE_JS=%s", (setting, source) => {
    expect(officeJsSource(setting)).toBe(source);
  });

  test("an unknown word is refused", () => {
    expect(() => officeJsSource("cdn")).toThrow("global, china or own");
  });

  test("the policy allows exactly where Office.js comes from", () => {
    for (const source of ["global", "china"] as const) {
      const origin = new URL(officeJsAddress(source)).origin;
      expect(panePolicy(source)).toContain(`script-src 'self' ${origin};`);
      expect(panePolicy("own")).not.toContain(origin);
    }
    expect(pagePolicy()).toContain("script-src 'self';");
    expect(pagePolicy()).not.toMatch(/unsafe-eval|https?:/);
    expect(pagePolicy()).not.toMatch(/script-src[^;]*unsafe/);
  });

  test("only Office may frame the pane, nobody the page", () => {
    expect(policyHeader("/pane.html", "own")).toMatch(/frame-ancestors 'self' https:\/\/\*\.officeapps\.live\.com/);
    for (const page of ["/functions.html", "/word.html"])
      expect(policyHeader(page, "own")).toBe(policyHeader("/pane.html", "own"));
    expect(policyHeader("/page.html", "own")).toContain("frame-ancestors 'none'");
  });
});

describe("the server of npm start", () => {
  let server: Server;
  let folder: string;
  let port: number;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "annex-desk-served-"));
    mkdirSync(join(folder, "web"));
    writeFileSync(join(folder, "secret.txt"), "secret");
    writeFileSync(join(folder, "web/page.html"), "<p>page</p>");
    writeFileSync(join(folder, "web/page.0123456789ab.js"), "1;");
    writeFileSync(join(folder, "web/functions.json"), "{}");
    writeFileSync(join(folder, "web/functions.en-us.json"), "{}");
    const handle = staticFiles(join(folder, "web"), "own");
    server = createServer((request, response) => void handle(request, response));
    port = await listen(server, 38200, 50);
  });

  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("Excel on the web may read the functions' metadata from its own address, and nothing else", async () => {
    for (const path of ["/functions.json", "/functions.en-us.json"])
      expect((await ask(path)).headers["access-control-allow-origin"]).toBe("*");
    expect((await ask("/page.html")).headers).not.toHaveProperty("access-control-allow-origin");
  });

  /** The path goes out as it is: fetch() would tidy it first. */
  const ask = (path: string, method = "GET") =>
    new Promise<{ status: number | undefined; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
      const sent = httpRequest({ host: "localhost", port, path, method }, (response) => {
        let body = "";
        response.on("data", (part: Buffer) => (body += part.toString()));
        response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
      });
      sent.once("error", reject);
      sent.end();
    });

  test.each(["/", "/page.html", "/page.html?sample=x"])("%s is the page, under the strict policy", async (path) => {
    const answer = await ask(path);
    expect(answer).toMatchObject({ status: 200, body: "<p>page</p>" });
    expect(answer.headers["content-security-policy"]).toBe(policyHeader("/page.html", "own"));
    expect(answer.headers["cache-control"]).toBe("no-cache");
  });

  test("files named after their content may be kept", async () => {
    expect((await ask("/page.0123456789ab.js")).headers["cache-control"]).toContain("immutable");
  });

  test.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/%00",
    "/%",
    "/missing.js",
    "//../secret.txt",
  ])("%s is not found", async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  test("nothing but reading is answered", async () => {
    expect((await ask("/page.html", "POST")).status).toBe(405);
    expect(await ask("/page.html", "HEAD")).toMatchObject({ status: 200, body: "" });
  });

  test("a taken port makes way to the next one; with no other allowed it is an error", async () => {
    const second = createServer();
    expect(await listen(second, port, 50)).toBeGreaterThan(port);
    second.close();
    await expect(listen(createServer(), port, 0)).rejects.toThrow("EADDRINUSE");
  });
});
