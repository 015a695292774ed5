/** How figures are mistyped. Null where the figure allows no such slip. */

/** Two neighbouring digits swapped; the last ones that differ. */
export function swapped(figure: number): number | null {
  const digits = String(figure);
  for (let at = digits.length - 1; at > 0; at--) {
    const [before, last] = [digits.charAt(at - 1), digits.charAt(at)];
    if (before === last || before === "." || last === "." || before === "-") continue;
    const turned = Number(digits.slice(0, at - 1) + last + before + digits.slice(at + 1));
    if (turned !== figure && (at > 1 || last !== "0")) return turned;
  }
  return null;
}

/** Exact in as many decimals as money has here. */
export function times(figure: number, factor: number): number {
  return Number((figure * factor).toFixed(6));
}

export function plus(figure: number, other: number): number {
  return Number((figure + other).toFixed(6));
}
