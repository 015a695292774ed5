import type { Measurement } from "./measurement.js";

/** What was measured before, by the words of the table. */
export type LastFigures = Readonly<Record<string, number>>;

/** The table for people: budget, figure, and how far it is from the last one. */
export function tableOf(measurements: readonly Measurement[], last: LastFigures): string {
  const rows = measurements.map(({ what, unit, budget, figure }) => [
    what,
    budget === null ? "—" : `≤ ${budget} ${unit}`,
    `${rounded(figure)} ${unit}`,
    change(figure, last[what]),
    budget === null ? "" : figure <= budget ? "✓" : "✗ over budget",
  ]);
  const all = [["what", "budget", "figure", "last", ""], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

export function rounded(figure: number): number {
  return Number(figure.toPrecision(figure < 100 ? 2 : 3));
}

function change(figure: number, before: number | undefined): string {
  if (before === undefined || before === 0) return "new";
  const percent = Math.round((figure / before - 1) * 100);
  return `${before} (${percent > 0 ? "+" : ""}${percent} %)`;
}
