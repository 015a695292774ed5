import { LineCounter, parseDocument, type Document } from "yaml";
import { z } from "zod";
import { annexesSchema } from "./annexes-schema.js";
import { formsSchema } from "./forms-schema.js";
import { narrativeSchema } from "./narrative-schema.js";
import { packSchema } from "./pack-schema.js";
import type { Pack, PackProblem } from "./pack.js";
import { checkReferences, type ReferenceProblem } from "./references.js";
import { rulesSchema } from "./rules-schema.js";
import { scoringSchema } from "./scoring-schema.js";

z.config({ jitless: true, ...z.locales.zhCN() });

/** The files of a pack folder and what each must hold; rules may be spread over several (`rules:` of pack.yaml). */
export const packFiles = {
  "pack.yaml": packSchema,
  "annexes.yaml": annexesSchema,
  "rules.yaml": rulesSchema,
  "scoring.yaml": scoringSchema,
  "narrative.yaml": narrativeSchema,
  "forms.yaml": formsSchema,
} as const;

export type PackFileName = keyof typeof packFiles;
type Parsed = { readonly [F in PackFileName]: z.infer<(typeof packFiles)[F]> };

export type PackCompilation =
  { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** Reads and checks the YAML of a pack: every problem with file, line and what was expected. */
export function compilePack(texts: Readonly<Record<string, string | undefined>>): PackCompilation {
  const problems: PackProblem[] = [];
  const parsed: Partial<Record<PackFileName, unknown>> = {};
  const sources = new Map<string, YamlSource>();
  const read = (name: string, schema: z.ZodType): unknown => {
    const text = texts[name];
    if (text === undefined) {
      problems.push({ file: name, line: null, column: null, path: "", message: `规则包缺少文件 ${name}` });
      return undefined;
    }
    const source = new YamlSource(name, text);
    sources.set(name, source);
    return source.read(schema, problems);
  };
  for (const name of Object.keys(packFiles) as PackFileName[]) {
    if (name === "rules.yaml") continue;
    const value = read(name, packFiles[name]);
    if (value !== undefined) parsed[name] = value;
  }
  const header = parsed["pack.yaml"] as Parsed["pack.yaml"] | undefined;
  const rules = (header?.rules ?? []).flatMap((file) => {
    const value = read(file, rulesSchema) as Parsed["rules.yaml"] | undefined;
    return (value?.rules ?? []).map((rule, index) => ({ rule, file, index }));
  });
  if (problems.length > 0) return { ok: false, problems };
  const files = parsed as Parsed;
  const { rules: _files, ...rest } = files["pack.yaml"];
  const pack: Pack = {
    ...rest,
    annexes: files["annexes.yaml"].annexes,
    rules: rules.map(({ rule }) => rule),
    scoring: files["scoring.yaml"],
    narrative: files["narrative.yaml"],
    forms: files["forms.yaml"],
  };
  /** A rule is known by its place among all of them; people look for it in its file. */
  const placeOf = ({ file, path }: ReferenceProblem): { readonly file: string; readonly path: Path } => {
    const [list, place, ...inside] = path;
    const origin = list === "rules" && typeof place === "number" ? rules[place] : undefined;
    return origin ? { file: origin.file, path: ["rules", origin.index, ...inside] } : { file, path };
  };
  for (const problem of checkReferences(pack)) {
    const { file, path } = placeOf(problem);
    const { message } = problem;
    problems.push(
      sources.get(file)?.problem(path, message) ?? {
        file,
        line: null,
        column: null,
        path: "",
        message,
      },
    );
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pack };
}

type Path = readonly (string | number)[];

/** One YAML file with the means to say where in it something stands. */
class YamlSource {
  private readonly lines = new LineCounter();
  private readonly document: Document;

  constructor(
    private readonly file: string,
    text: string,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false, merge: true });
  }

  read(schema: z.ZodType, problems: PackProblem[]): unknown {
    for (const error of this.document.errors) {
      const at = this.lines.linePos(error.pos[0]);
      problems.push({
        file: this.file,
        line: at.line,
        column: at.col,
        path: "",
        message: `YAML 写法有误：${error.message}`,
      });
    }
    if (this.document.errors.length > 0) return undefined;
    const plain = this.plain();
    if (plain === undefined) {
      problems.push(this.problem([], "别名（*）引用得太多，可能是恶意文件"));
      return undefined;
    }
    const result = schema.safeParse(plain.value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      problems.push(
        this.problem(
          issue.path.filter((step) => typeof step !== "symbol"),
          issue.message,
        ),
      );
    }
    return undefined;
  }

  /** Undefined when aliases would multiply without end, which the YAML library reports by throwing. */
  private plain(): { readonly value: unknown } | undefined {
    try {
      return { value: this.document.toJS({ maxAliasCount: 200 }) };
    } catch (error) {
      if (error instanceof ReferenceError) return undefined;
      throw error;
    }
  }

  problem(path: Path, message: string): PackProblem {
    const offset = this.offset(path);
    const at = offset === null ? null : this.lines.linePos(offset);
    return { file: this.file, line: at?.line ?? null, column: at?.col ?? null, path: printPath(path), message };
  }

  /** The node at the path, else the nearest one above it: a missing key has no place of its own. */
  private offset(path: Path): number | null {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? this.document.contents : this.document.getIn(path.slice(0, length), true);
      if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)) {
        return Number(node.range[0]);
      }
    }
    return null;
  }
}

function printPath(path: Path): string {
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`),
    "",
  );
}
