import type { TargetReading } from "./reading.js";

/** A target of which nothing is known but its text. */
export function blankTarget(text: string): TargetReading {
  return {
    text,
    kind: "unparsed",
    direction: null,
    value: null,
    low: null,
    high: null,
    unit: null,
    measure: null,
    printed: null,
    day: null,
    date: null,
    parts: [],
    source: "read",
    approximate: false,
    change: null,
    needsPerson: false,
    note: "",
  };
}

/** What cannot be read, with the reason. */
export function unparsed(text: string, note: string, needsPerson = true): TargetReading {
  return { ...blankTarget(text), needsPerson, note };
}
