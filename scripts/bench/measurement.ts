/** One line of the table: what was measured, what DESIGN.md allows, what came out. */
export interface Measurement {
  readonly what: string;
  readonly unit: "ms" | "KB" | "s" | "MB";
  /** null: nothing promised, measured to be seen. */
  readonly budget: number | null;
  readonly figure: number;
}

/** The middle of the times of `runs` runs in milliseconds, after some that do not count. */
export async function medianTime(
  runs: number,
  run: () => unknown,
  before: number = Math.ceil(runs / 5),
): Promise<number> {
  for (let left = before; left > 0; left--) await run();
  const times: number[] = [];
  for (let left = runs; left > 0; left--) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? Number.NaN;
}
