import { spawn } from "node:child_process";

export interface ProgramRun {
  /** Exit status; null when a signal ended it. */
  readonly status: number | null;
  /** Standard output and error in the order they came; empty when they went to the terminal. */
  readonly output: string;
  readonly milliseconds: number;
}

export interface ProgramSettings {
  readonly cwd: string;
  /** Write to our own terminal instead of collecting. */
  readonly inherit?: boolean;
  readonly environment?: NodeJS.ProcessEnv;
}

/** Runs a program to its end. A program that cannot be started is a status of 127 with the reason as output. */
export function runProgram(program: string, args: readonly string[], settings: ProgramSettings): Promise<ProgramRun> {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: settings.cwd,
      env: settings.environment ?? process.env,
      stdio: settings.inherit === true ? "inherit" : ["ignore", "pipe", "pipe"],
      // npm and npx are command files on Windows; our arguments are constants, never a person's words.
      shell: process.platform === "win32" && (program === "npm" || program === "npx"),
    });
    const parts: Buffer[] = [];
    const end = (status: number | null, more = ""): void =>
      resolve({
        status,
        output: Buffer.concat(parts).toString("utf8") + more,
        milliseconds: performance.now() - began,
      });
    child.stdout?.on("data", (part: Buffer) => parts.push(part));
    child.stderr?.on("data", (part: Buffer) => parts.push(part));
    child.once("error", (error) => end(127, error.message));
    child.once("close", (status) => end(status));
  });
}
