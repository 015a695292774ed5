import { success, type Result } from "../../core/result/index.js";
import { readXml } from "../xml/index.js";
import { roleOfTag } from "./names.js";

/** A paragraph of the body as a reader sees it. */
export interface DocumentParagraph {
  readonly text: string;
  readonly style: string;
  /** Set in the paragraph itself; 1 for the highest. */
  readonly outline: number | null;
  /** Id of the section control of ours around it. */
  readonly section: string | null;
}

/** What is no running text: tables, text boxes, what was deleted or moved away, field codes. */
const apart: ReadonlySet<string> = new Set(["tbl", "AlternateContent", "pict", "del", "moveFrom", "instrText"]);

interface OpenControl {
  section: string | null;
  showsInvitation: boolean;
}

/** The body's paragraphs in reading order. Word's and our own invitations to write are no text. */
export function readParagraphs(xml: string): Result<readonly DocumentParagraph[]> {
  const paragraphs: DocumentParagraph[] = [];
  const controls: OpenControl[] = [];
  let aside = 0;
  let inProperties = false;
  let inText = false;
  let current: { text: string; style: string; outline: number | null } | null = null;
  const read = readXml(xml, "document", {
    open: ({ name, attributes }) => {
      if (aside > 0 || apart.has(name)) {
        aside++;
        return;
      }
      const value = attributes["w:val"] ?? "";
      const control = controls.at(-1);
      if (name === "sdt") controls.push({ section: null, showsInvitation: false });
      else if (name === "sdtPr") inProperties = true;
      else if (inProperties && name === "tag" && control) {
        const role = roleOfTag(value);
        if (role?.kind === "section") control.section = role.id;
      } else if (inProperties && name === "showingPlcHdr" && control) {
        control.showsInvitation = !["0", "false", "off"].includes(value);
      } else if (name === "p") current = { text: "", style: "", outline: null };
      else if (name === "pStyle" && current) current.style = value;
      else if (name === "outlineLvl" && current && /^[0-8]$/.test(value)) current.outline = Number(value) + 1;
      else if (name === "t") inText = true;
      else if ((name === "br" || name === "tab") && current && !isInvited(controls)) current.text += " ";
    },
    text: (piece) => {
      if (inText && aside === 0 && current && !isInvited(controls)) current.text += piece;
    },
    close: (name) => {
      if (aside > 0) {
        aside--;
        return;
      }
      if (name === "t") inText = false;
      else if (name === "sdtPr") inProperties = false;
      else if (name === "sdt") controls.pop();
      else if (name === "p" && current) {
        const section = controls.findLast((control) => control.section !== null)?.section ?? null;
        paragraphs.push({ ...current, section });
        current = null;
      }
    },
  });
  return read.ok ? success(paragraphs) : read;
}

function isInvited(controls: readonly OpenControl[]): boolean {
  return controls.some(({ showsInvitation }) => showsInvitation);
}
