import type { Element, Node } from "slimdom";
import { contentOf, isDeleted, roleOf, showsPlaceholder } from "./control.js";
import { figureMark, normalised, objectMark, placeholderMark } from "./skeleton.js";

/** A stretch of a paragraph as a reader sees it once all tracked changes are accepted, and what shows it. */
export interface Piece {
  readonly text: string;
  /** Text, a tab or a break inside a run; else a control or an object, which is one and cannot be cut. */
  readonly element: Element;
  readonly isWhole: boolean;
}

/** Words in reading order. With `marks`, figures, invitations and objects are replaced by their marks. */
export function piecesOf(nodes: readonly Node[], marks: boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const node of nodes) collect(node, marks, pieces);
  return pieces;
}

export function textOf(node: Node, marks: boolean): string {
  return piecesOf([node], marks)
    .map(({ text }) => text)
    .join("");
}

/** What a reader sees in the control: no deleted runs, none of Word's own invitation. */
export function shownText(control: Element): string {
  if (showsPlaceholder(control)) return "";
  const content = contentOf(control);
  return content ? normalised(textOf(content, false)) : "";
}

function collect(node: Node, marks: boolean, pieces: Piece[]): void {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType !== 1) continue;
    const element = child as Element;
    const add = (text: string): void => {
      if (text !== "") pieces.push({ text, element, isWhole: false });
    };
    switch (element.localName) {
      case "t":
        add(element.textContent ?? "");
        break;
      case "tab":
        // Tab stops of a paragraph have the same name.
        if ((element.parentNode as Element).localName === "r") add("\t");
        break;
      case "ptab":
        add("\t");
        break;
      case "br":
      case "cr":
        add("\n");
        break;
      case "noBreakHyphen":
        add("-");
        break;
      case "del":
      case "moveFrom":
      case "pPr":
      case "rPr":
      case "sdtPr":
      case "instrText":
      case "rt":
        break;
      case "drawing":
      case "pict":
      case "object":
      case "sym":
      case "footnoteReference":
      case "endnoteReference":
        if (marks) pieces.push({ text: objectMark(element.localName), element, isWhole: true });
        break;
      case "AlternateContent":
        if (marks) pieces.push({ text: objectMark("drawing"), element, isWhole: true });
        break;
      case "sdt":
        collectControl(element, marks, pieces);
        break;
      default:
        collect(element, marks, pieces);
    }
  }
}

function collectControl(element: Element, marks: boolean, pieces: Piece[]): void {
  if (isDeleted(element)) return;
  const role = roleOf(element);
  if (marks && role?.kind === "fact") {
    pieces.push({ text: figureMark(role.key), element, isWhole: true });
    return;
  }
  const content = contentOf(element);
  if (!showsPlaceholder(element)) {
    if (content) collect(content, marks, pieces);
  } else if (marks) {
    pieces.push({ text: placeholderMark(content ? textOf(content, marks) : ""), element, isWhole: true });
  }
}
