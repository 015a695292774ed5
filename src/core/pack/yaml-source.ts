import { LineCounter, parseDocument, type Document } from "yaml";
import type { PackProblem } from "./pack.js";

export type Path = readonly (string | number)[];

/** Characters of one file; the largest pack that ships is a tenth of it. */
const longestFile = 1_000_000;
/** Levels of nesting; a pack needs a dozen. */
const deepest = 60;

/** One YAML file of a pack, with the means to say where in it something stands. */
export class YamlSource {
  private readonly lines = new LineCounter();
  private readonly document: Document | null;
  /** The content as plain data; undefined where the file could not be read, with the reason among `problems`. */
  readonly content: unknown;
  readonly problems: readonly PackProblem[];

  constructor(
    readonly file: string,
    text: string,
  ) {
    const tooMuch = text.length > longestFile ? "文件太大" : nestsTooDeep(text) ? "层次太深" : null;
    this.document =
      tooMuch === null ? parseDocument(text, { lineCounter: this.lines, prettyErrors: false, merge: true }) : null;
    const problems = tooMuch === null ? this.syntaxProblems() : [this.problem([], `${tooMuch}，不像规则包，没有读`)];
    this.content = problems.length > 0 ? undefined : this.plain(problems);
    this.problems = problems;
  }

  problem(path: Path, message: string): PackProblem {
    const offset = this.offset(path);
    const at = offset === null ? null : this.lines.linePos(offset);
    return { file: this.file, line: at?.line ?? null, column: at?.col ?? null, path: printPath(path), message };
  }

  private syntaxProblems(): PackProblem[] {
    return (this.document?.errors ?? []).map((error) => {
      const at = this.lines.linePos(error.pos[0]);
      return {
        file: this.file,
        line: at.line,
        column: at.col,
        path: "",
        message: `YAML 写法有误，请看这一行的缩进、引号和冒号：${error.message}`,
      };
    });
  }

  /** Undefined when aliases would multiply without end, which the YAML library reports by throwing. */
  private plain(problems: PackProblem[]): unknown {
    try {
      return this.document?.toJS({ maxAliasCount: 200 }) as unknown;
    } catch (error) {
      if (!(error instanceof ReferenceError)) throw error;
      problems.push(this.problem([], "别名（*）引用得太多，可能是恶意文件"));
      return undefined;
    }
  }

  /** The node at the path, else the nearest one above it: a missing key has no place of its own. */
  private offset(path: Path): number | null {
    if (!this.document) return null;
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? this.document.contents : this.document.getIn(path.slice(0, length), true);
      if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)) {
        return Number(node.range[0]);
      }
    }
    return null;
  }
}

/** Brackets and steps of indentation bound the depth, so that the reader never has to go down without end. */
function nestsTooDeep(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === "[" || character === "{") open++;
    else if (character === "]" || character === "}") open--;
    else if (character === "\n" && open < 0) open = 0;
    if (open > deepest) return true;
  }
  return text
    .split("\n")
    .some((line) => line.length - line.trimStart().length > deepest * 4 || /^[-\s]*(?:- ){60}/.test(line));
}

function printPath(path: Path): string {
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`),
    "",
  );
}
