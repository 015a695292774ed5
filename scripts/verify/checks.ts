/** One check of `npm test`: a name for people and the npm script that does it. */
export interface Check {
  readonly name: string;
  readonly script: string;
  /** The script that must have passed before. */
  readonly after?: string;
}

/** In the order they start: what fails most often and soonest comes first. */
export const checks: readonly Check[] = [
  { name: "packs", script: "build:packs" },
  { name: "boundaries", script: "boundaries" },
  { name: "types", script: "types", after: "build:packs" },
  { name: "lint", script: "lint", after: "build:packs" },
  { name: "format", script: "format:check" },
  { name: "build of the faces", script: "build:web", after: "build:packs" },
  { name: "build of the command line", script: "build:cli", after: "build:packs" },
  { name: "unused code and packages", script: "unused", after: "build:packs" },
];
