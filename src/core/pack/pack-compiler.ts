import { z } from "zod";
import { annexesSchema } from "./annexes-schema.js";
import { baseParts, namesToSwitchOff, noForms, noNarrative, ruleFor, type PackParts } from "./base-parts.js";
import { explainIssues } from "./explain-issues.js";
import { formsSchema } from "./forms-schema.js";
import { narrativeSchema } from "./narrative-schema.js";
import { nearestOf } from "./nearest.js";
import { isRecord, overlay, ownPath } from "./overlay.js";
import { overlayRule } from "./overlay-rule.js";
import { packSchema, type PackHeader } from "./pack-schema.js";
import type { Pack, PackProblem } from "./pack.js";
import { checkReferences, type ReferenceProblem } from "./references.js";
import { knownNames } from "./role-names-in-rules.js";
import { ruleSchema, type RuleSpec } from "./rules-schema.js";
import { scoringSchema } from "./scoring-schema.js";
import { YamlSource, type Path } from "./yaml-source.js";

/** The packs that others may stand on: a pack by its id, `circular` where it leads back, null where there is none. */
export interface Bases {
  readonly ids: readonly string[];
  find(id: string): Pack | "circular" | null;
}

/** Where a piece of a pack stands: its file and the place in it. */
interface Origin {
  readonly source: YamlSource;
  readonly path: Path;
}

interface OwnRule extends Origin {
  readonly raw: unknown;
}

type SectionName = "annexes" | "scoring" | "narrative" | "forms";

/** One pack on its way from YAML to checked data. */
export class PackCompiler {
  readonly problems: PackProblem[] = [];
  private readonly sources = new Map<string, YamlSource>();
  /** Where each section of the pack itself begins, and what the whole came to. */
  private readonly sections = new Map<string, Origin & { readonly merged: unknown }>();

  constructor(
    private readonly texts: Readonly<Record<string, string | undefined>>,
    private readonly bases: Bases,
  ) {}

  compile(): Pack | null {
    const names = Object.keys(this.texts).filter((name) => this.texts[name] !== undefined);
    const [only] = names;
    const headerFile = names.includes("pack.yaml") || names.length !== 1 || only === undefined ? "pack.yaml" : only;
    const source = this.open(headerFile);
    if (!source) return null;
    const header = this.parse(packSchema, source.content, { source, path: [] }, source.content);
    if (!header) return null;
    const base = this.baseOf(header, source);
    if (base === undefined) return null;
    const own = this.ownRules(header, source);
    const parts = this.parts(header, source, base, own);
    if (!parts) return null;
    const { id, title, scope, format, signs } = header;
    const pack: Pack = { id, title, scope, format, ...(header.base && { base: header.base }), signs, ...parts };
    const known = base && knownNames(base);
    for (const problem of checkReferences(pack, known)) this.report(problem, own, pack);
    return pack;
  }

  /** Null without a base, undefined when the one named cannot be used. */
  private baseOf(header: PackHeader, source: YamlSource): PackParts | null | undefined {
    const { base: id, without } = header;
    if (id === undefined) {
      if (without.length > 0)
        this.problems.push(source.problem(["without"], "没有 base，没有可以关掉的内容；请先写 base"));
      return null;
    }
    const base = id === header.id ? "circular" : this.bases.find(id);
    if (base === "circular") {
      this.problems.push(source.problem(["base"], `base ${id} 绕了一圈又回到自己`));
      return undefined;
    }
    if (!base) {
      const near = nearestOf(id, this.bases.ids);
      const hint = near === null ? `可用：${this.bases.ids.join("、") || "（没有）"}` : `是不是 ${near}？`;
      this.problems.push(source.problem(["base"], `没有可用的规则包 ${id} 作 base；${hint}`));
      return undefined;
    }
    const known = namesToSwitchOff(base);
    without.forEach((name, index) => {
      if (known.includes(name)) return;
      const near = nearestOf(name, known);
      this.problems.push(
        source.problem(["without", index], `base 里没有 ${name}${near === null ? "" : `，是不是 ${near}？`}`),
      );
    });
    return baseParts(base, without);
  }

  private parts(
    header: PackHeader,
    source: YamlSource,
    base: PackParts | null,
    own: readonly OwnRule[],
  ): PackParts | null {
    const section = <T>(name: SectionName, schema: z.ZodType<T>, under: unknown): T | null | undefined =>
      this.section(name, schema, under, header, source);
    const annexes = section("annexes", annexesSchema, base && { annexes: base.annexes })?.annexes ?? base?.annexes;
    const scoring = section("scoring", scoringSchema, base?.scoring) ?? base?.scoring;
    const narrative = section("narrative", narrativeSchema, base?.narrative) ?? base?.narrative ?? noNarrative;
    const forms = section("forms", formsSchema, base?.forms) ?? base?.forms ?? noForms;
    for (const [name, part] of Object.entries({ annexes, scoring })) {
      if (part === undefined && !this.sections.has(name)) this.missing(`${name}.yaml`);
    }
    if (own.length === 0 && !base && header.rules === undefined) this.missing("rules.yaml");
    if (!annexes || !scoring || this.problems.length > 0) return null;
    const kinds = new Set(annexes.map(({ id }) => id));
    const rules = this.rules(own, base?.rules ?? [], kinds);
    if (this.problems.length > 0) return null;
    const causes = header.causes ?? base?.causes ?? { scales: [] };
    const families = { ...base?.families, ...header.families };
    if (!base) return { annexes, rules, scoring, narrative, forms, causes, families };
    const ownForms = this.sections.has("forms");
    return {
      annexes,
      rules,
      scoring: { ...scoring, annexes: scoring.annexes.filter((kind) => kinds.has(kind)) },
      narrative,
      causes,
      families,
      forms: ownForms ? forms : { ...forms, sheets: forms.sheets.filter(({ annex }) => kinds.has(annex)) },
    };
  }

  /** A section laid over the base's; undefined when the pack says nothing of it, null when it is wrong. */
  private section<T>(
    name: SectionName,
    schema: z.ZodType<T>,
    under: unknown,
    header: PackHeader,
    headerSource: YamlSource,
  ): T | null | undefined {
    const inline = header[name];
    const file = `${name}.yaml`;
    if (inline === undefined && this.texts[file] === undefined) return undefined;
    const source = inline === undefined ? this.open(file) : headerSource;
    if (!source) {
      this.sections.set(name, { source: headerSource, path: [], merged: null });
      return null;
    }
    const raw = inline === undefined ? source.content : name === "annexes" ? { annexes: inline } : inline;
    const origin = { source, path: inline === undefined || name === "annexes" ? [] : [name] };
    const merged = under === undefined || under === null ? raw : overlay(under, raw);
    this.sections.set(name, { ...origin, merged });
    return this.parse(schema, merged, origin, raw);
  }

  /** The rules that the pack itself says, as written. */
  private ownRules(header: PackHeader, source: YamlSource): readonly OwnRule[] {
    const listed = header.rules ?? (this.texts["rules.yaml"] === undefined ? [] : ["rules.yaml"]);
    return listed.flatMap((entry, index): readonly OwnRule[] => {
      if (typeof entry !== "string") return [{ raw: entry, source, path: ["rules", index] }];
      const file = this.open(entry);
      const list = file && this.parse(ruleList, file.content, { source: file, path: [] }, file.content);
      return (list?.rules ?? []).map((raw, place) => ({ raw, source: file ?? source, path: ["rules", place] }));
    });
  }

  /** The base's rules keep their places, own ones follow in theirs. */
  private rules(own: readonly OwnRule[], base: readonly RuleSpec[], kinds: ReadonlySet<string>): RuleSpec[] {
    const idOf = (raw: unknown): unknown => (isRecord(raw) ? raw["id"] : undefined);
    const inherited = base.flatMap((rule): readonly RuleSpec[] => {
      const over = own.find(({ raw }) => idOf(raw) === rule.id);
      const laid = over ? this.parse(ruleSchema, overlayRule(rule, over.raw), over, over.raw) : rule;
      const saysFor = isRecord(over?.raw) && "for" in over.raw;
      const fitting = laid && (saysFor ? laid : ruleFor(laid, kinds));
      return fitting ? [fitting] : [];
    });
    const ids = new Set<unknown>(base.map(({ id }) => id));
    const added = own
      .filter(({ raw }) => !ids.has(idOf(raw)))
      .flatMap((rule) => this.parse(ruleSchema, rule.raw, rule, rule.raw) ?? []);
    return [...inherited, ...added];
  }

  private open(name: string): YamlSource | null {
    const known = this.sources.get(name);
    const text = this.texts[name];
    if (!known && text === undefined) {
      this.missing(name);
      return null;
    }
    const source = known ?? new YamlSource(name, text ?? "");
    if (!known) this.problems.push(...source.problems);
    this.sources.set(name, source);
    return source.problems.length > 0 ? null : source;
  }

  private missing(file: string): void {
    this.problems.push({ file, line: null, column: null, path: "", message: `规则包缺少文件 ${file}` });
  }

  private parse<T>(schema: z.ZodType<T>, merged: unknown, { source, path }: Origin, own: unknown): T | null {
    const result = schema.safeParse(merged, { reportInput: true });
    if (result.success) return result.data;
    for (const { at, message } of explainIssues(result.error.issues, schema)) {
      this.problems.push(source.problem([...path, ...ownPath(merged, own, at)], message));
    }
    return null;
  }

  /** What the pack as a whole has wrong, at the place where it is written. What came from the base is not its fault. */
  private report({ section, path, message }: ReferenceProblem, own: readonly OwnRule[], pack: Pack): void {
    const [list, place, ...inside] = path;
    if (section === "rules") {
      const rule = list === "rules" && typeof place === "number" ? pack.rules[place] : undefined;
      const same = own.filter(({ raw }) => isRecord(raw) && raw["id"] === rule?.id);
      const before = pack.rules.slice(0, Number(place)).filter(({ id }) => id === rule?.id).length;
      const origin = same[before] ?? same[0];
      if (origin) this.problems.push(origin.source.problem([...origin.path, ...inside], message));
      return;
    }
    const origin = this.sections.get(section);
    if (!origin) return;
    const { source, merged } = origin;
    const raw = origin.path.reduce<unknown>(
      (value, step) => (isRecord(value) ? value[step] : undefined),
      source.content,
    );
    this.problems.push(source.problem([...origin.path, ...ownPath(merged, raw, path)], message));
  }
}

const ruleList = z.strictObject({ rules: z.array(z.unknown()), shared: z.unknown().optional() });
