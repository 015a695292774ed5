/** 0.9936 → 99.36%, never more than two decimals. */
export function percentText(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}
