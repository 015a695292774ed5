/**
 * Claims: what running text says in figures and years, with the place of each: a goal of an annex, a report.
 * May not live here: which fact a claim states (tie-out, derived facts), words of any form (packs).
 */
export type { FigureClaim, FigureWords, SumClaim } from "./figure-claim.js";
export { readFigures } from "./read-figures.js";
export { readSums } from "./read-sums.js";
export { readYears } from "./read-years.js";
export type { YearClaim, YearWords } from "./year-claim.js";
