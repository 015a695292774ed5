import { escapeAttribute, escapeText } from "../xml/index.js";
import { assignmentAttributes } from "./assignment-element.js";
import { decisionAttributes } from "./decision-element.js";
import { deskNamespace, type DeskData } from "./desk.js";
import { readDeskTree } from "./read-desk.js";

const ours: ReadonlySet<string> = new Set(["typed", "setting", "template", "explanation", "decision", "assignment"]);

/**
 * The part as text. Elements of `previous` that this version does not know survive as they were written; a previous
 * part that cannot be read is replaced.
 */
export function writeDesk(desk: DeskData, previous: string | null): string {
  const tree = previous === null || previous.trim() === "" ? null : readDeskTree(previous);
  const kept = tree?.ok ? tree.value : { attributes: {}, elements: [] };
  const unknown = kept.elements.filter(({ name }) => !ours.has(name));
  const declared = Object.entries(kept.attributes).filter(([name]) => name !== "xmlns");
  const root = [["xmlns", deskNamespace] as const, ...declared].map(([name, value]) => attribute(name, value)).join("");
  const lines = [
    ...sorted(desk.settings).map(([id, text]) => element("setting", { id }, text)),
    ...(desk.template === null
      ? []
      : [element("template", { ...(desk.template.hash !== "" && { hash: desk.template.hash }) }, desk.template.name)]),
    ...sorted(desk.typed).map(([id, text]) => element("typed", { id }, text)),
    ...desk.explanations.map(({ id, finding, reason, by, on, about }) =>
      element("explanation", { id, finding, by, on, ...(about !== "" && { about }) }, reason),
    ),
    ...desk.decisions.map((decision) => element("decision", decisionAttributes(decision), "")),
    ...desk.assignments.map((assignment) => element("assignment", assignmentAttributes(assignment), "")),
    ...unknown.map(({ source }) => source),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<desk${root}>\n${lines.map((line) => `  ${line}\n`).join("")}</desk>`;
}

/** Order of ids, so that the same data always makes the same text. */
function sorted(entries: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function element(name: string, attributes: Readonly<Record<string, string>>, text: string): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => attribute(key, value))
    .join("");
  return `<${name}${written}>${escapeText(text)}</${name}>`;
}

function attribute(name: string, value: string): string {
  return ` ${name}="${escapeAttribute(value)}"`;
}
