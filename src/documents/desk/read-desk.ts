import { fail, success, type Result } from "../../core/result/index.js";
import { readXml } from "../xml/index.js";
import { assignmentId, readAssignment } from "./assignment-element.js";
import { readDecision } from "./decision-element.js";
import {
  deskNamespace,
  emptyDesk,
  type DeskAssignment,
  type DeskData,
  type DeskDecision,
  type DeskExplanation,
  type DeskTemplate,
} from "./desk.js";

/** Characters; a report's typed prose is a few thousand. */
const longestPart = 2_000_000;

/** A top-level element as written, kept for elements that a later version put there. */
export interface DeskElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly source: string;
}

export interface DeskTree {
  readonly attributes: Readonly<Record<string, string>>;
  readonly elements: readonly DeskElement[];
}

/** No part is an empty desk. Failures: `unsafe`, `damaged`, `too-large`, `not-a-desk` for a root of another namespace. */
export function readDesk(xml: string | null): Result<DeskData> {
  if (xml === null || xml.trim() === "") return success(emptyDesk);
  const tree = readDeskTree(xml);
  if (!tree.ok) return tree;
  const typed = new Map<string, string>();
  const settings = new Map<string, string>();
  const explanations = new Map<string, DeskExplanation>();
  const decisions = new Map<string, DeskDecision>();
  const assignments = new Map<string, DeskAssignment>();
  let template: DeskTemplate | null = null;
  for (const { name, attributes, text } of tree.value.elements) {
    const id = attributes["id"] ?? "";
    if (name === "typed" && id !== "") typed.set(id, text);
    else if (name === "setting" && id !== "") settings.set(id, text);
    else if (name === "template") template = text === "" ? null : { name: text, hash: attributes["hash"] ?? "" };
    else if (name === "explanation" && id !== "") {
      const { finding = "", by = "", on = "", about = "" } = attributes;
      explanations.set(id, { id, finding, reason: text, by, on, about });
    } else if (name === "decision") {
      const decision = readDecision(attributes);
      if (decision) decisions.set(`${decision.annex} ${decision.path}`, decision);
    } else if (name === "assignment") {
      const assignment = readAssignment(attributes);
      if (assignment) assignments.set(assignmentId(assignment), assignment);
    }
  }
  return success({
    typed,
    settings,
    template,
    explanations: [...explanations.values()],
    decisions: [...decisions.values()],
    assignments: [...assignments.values()],
  });
}

export function readDeskTree(xml: string): Result<DeskTree> {
  if (xml.length > longestPart) {
    return fail(
      "too-large",
      "工作簿中本工具保存的内容过大，不予读取。",
      "What this tool stored in the workbook is too large to be read.",
    );
  }
  const elements: DeskElement[] = [];
  let root: { attributes: Readonly<Record<string, string>>; name: string } | null = null;
  let current: { name: string; attributes: Readonly<Record<string, string>>; text: string } | null = null;
  let depth = 0;
  let from = 0;
  const read = readXml(xml, "customXml", {
    open: ({ name, attributes, end }) => {
      if (depth === 0) {
        root = { name, attributes };
        from = end;
      } else if (depth === 1) current = { name, attributes, text: "" };
      depth++;
    },
    text: (piece) => {
      if (depth === 2 && current) current.text += piece;
    },
    close: (_name, end) => {
      depth--;
      if (depth !== 1 || !current) return;
      elements.push({ ...current, source: xml.slice(from, end).trim() });
      current = null;
      from = end;
    },
  });
  if (!read.ok) return read;
  const found = root as { attributes: Readonly<Record<string, string>>; name: string } | null;
  if (found === null || !Object.values(found.attributes).includes(deskNamespace)) {
    return fail(
      "not-a-desk",
      "工作簿中的自定义内容不是本工具保存的。",
      "The custom part of the workbook was not stored by this tool.",
    );
  }
  return success({ attributes: found.attributes, elements });
}
