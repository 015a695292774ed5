import { parseArgs } from "node:util";
import { fail, success, type Result } from "../core/result/index.js";

export type OutputFormat = "text" | "json" | "sarif" | "xlsx";

export interface CheckCommand {
  readonly name: "check";
  readonly workbooks: readonly string[];
  readonly pack: string | null;
  readonly format: OutputFormat;
  readonly output: string | null;
  readonly fix: string | null;
  readonly together: boolean;
  /** Last year's workbook, or those of the unit. */
  readonly prior: readonly string[];
}

export interface ScoreCommand {
  readonly name: "score";
  readonly workbooks: readonly string[];
  readonly pack: string | null;
  readonly format: "text" | "json";
  readonly output: string | null;
}

export interface NarrateCommand {
  readonly name: "narrate";
  /** One, or the workbooks of one unit. */
  readonly workbooks: readonly string[];
  readonly output: string;
  readonly template: string | null;
  readonly pack: string | null;
  readonly format: "text" | "json";
  readonly force: boolean;
}

export interface NewCommand {
  readonly name: "new";
  readonly output: string;
  readonly pack: string | null;
  readonly year: number | null;
}

export type Command = CheckCommand | ScoreCommand | NarrateCommand | NewCommand | { readonly name: "help" | "version" };

const options = {
  pack: { type: "string" },
  format: { type: "string" },
  output: { type: "string", short: "o" },
  fix: { type: "string" },
  together: { type: "boolean" },
  prior: { type: "string", multiple: true },
  template: { type: "string" },
  force: { type: "boolean" },
  year: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

type OptionName = keyof typeof options;

const known: Readonly<Record<"check" | "score" | "narrate" | "new", readonly OptionName[]>> = {
  check: ["pack", "format", "output", "fix", "together", "prior"],
  score: ["pack", "format", "output"],
  narrate: ["pack", "format", "output", "template", "force", "together"],
  new: ["pack", "output", "year"],
};

/** The call as a command, or one sentence about what is wrong with it. */
export function readCommand(argv: readonly string[]): Result<Command> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    return parseProblem(error);
  }
  const { values, positionals } = parsed;
  if (values.version) return success({ name: "version" });
  const [name, ...files] = positionals;
  if (values.help || name === undefined) return success({ name: "help" });
  if (!(name in known))
    return usage(
      `没有命令“${name}”，可用 check、score、narrate、new`,
      `no command "${name}"; there are check, score, narrate, new`,
    );
  const command = name as keyof typeof known;
  const stray = (Object.keys(values) as OptionName[]).find((option) => !known[command].includes(option));
  if (stray) return usage(`${command} 没有选项 --${stray}`, `${command} has no option --${stray}`);
  switch (command) {
    case "check":
      return readCheck(files, values);
    case "score": {
      const format = oneOf(values.format ?? "text", ["text", "json"]);
      if (format === null) return formatProblem(values.format, ["text", "json"]);
      if (files.length === 0) return usage("没有给出工作簿", "no workbook given");
      return success({
        name: "score",
        workbooks: files,
        pack: values.pack ?? null,
        format,
        output: values.output ?? null,
      });
    }
    case "narrate":
      return readNarrate(files, values);
    case "new":
      return readNew(files, values);
  }
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];

function readCheck(files: readonly string[], values: Values): Result<Command> {
  const format = oneOf(values.format ?? "text", ["text", "json", "sarif", "xlsx"]);
  if (format === null) return formatProblem(values.format, ["text", "json", "sarif", "xlsx"]);
  if (format === "xlsx" && values.output === undefined)
    return usage("--format xlsx 要用 --output 给出文件", "--format xlsx needs --output FILE.xlsx");
  if (files.length === 0) return usage("没有给出工作簿", "no workbook given");
  const together = values.together ?? false;
  const ofOneUnit = (
    [
      ["--fix", values.fix],
      ["--prior", values.prior],
    ] as const
  ).find(([, value]) => value !== undefined);
  if (ofOneUnit && files.length !== 1 && !together) {
    const [option] = ofOneUnit;
    return usage(
      `${option} 只能用于一个工作簿；同一单位的几个工作簿加 --together`,
      `${option} takes exactly one workbook, or those of one unit with --together`,
    );
  }
  return success({
    name: "check",
    workbooks: files,
    pack: values.pack ?? null,
    format,
    output: values.output ?? null,
    fix: values.fix ?? null,
    together,
    prior: values.prior ?? [],
  });
}

function readNarrate(files: readonly string[], values: Values): Result<Command> {
  const format = oneOf(values.format ?? "text", ["text", "json"]);
  if (format === null) return formatProblem(values.format, ["text", "json"]);
  if (files.length === 0 || (files.length > 1 && !values.together))
    return usage(
      "narrate 要给出一个工作簿；同一单位的几个工作簿加 --together",
      "narrate takes exactly one workbook, or those of one unit with --together",
    );
  if (values.output === undefined)
    return usage("narrate 要用 --output 给出报告文件", "narrate needs --output REPORT.docx");
  return success({
    name: "narrate",
    workbooks: files,
    output: values.output,
    template: values.template ?? null,
    pack: values.pack ?? null,
    format,
    force: values.force ?? false,
  });
}

function readNew(files: readonly string[], values: Values): Result<Command> {
  if (files.length > 0) return usage("new 不读工作簿", "new takes no workbook");
  if (values.output === undefined) return usage("new 要用 --output 给出文件夹", "new needs --output FOLDER");
  const year = values.year === undefined ? null : Number(values.year);
  if (year !== null && (!Number.isInteger(year) || year < 2000 || year > 2099)) {
    return usage(
      `年度“${values.year ?? ""}”不对，应为 2000–2099`,
      `year "${values.year ?? ""}" is not between 2000 and 2099`,
    );
  }
  return success({ name: "new", output: values.output, pack: values.pack ?? null, year });
}

function oneOf<T extends string>(value: string, choices: readonly T[]): T | null {
  return choices.find((choice) => choice === value) ?? null;
}

function formatProblem(value: string | undefined, choices: readonly string[]): Result<Command> {
  return usage(
    `没有格式“${value ?? ""}”，可用 ${choices.join("、")}`,
    `no format "${value ?? ""}"; there are ${choices.join(", ")}`,
  );
}

/** What Node's reader of arguments says, in a sentence of ours. */
function parseProblem(error: unknown): Result<Command> {
  const reason = error instanceof Error ? error.message : String(error);
  const option = /--?[^\s'"<=]+/.exec(reason)?.[0] ?? "";
  if (reason.startsWith("Unknown option")) return usage(`没有选项 ${option}`, `there is no option ${option}`);
  if (reason.includes("does not take an argument"))
    return usage(`选项 ${option} 后面不带值`, `the option ${option} takes no value`);
  if (reason.includes("argument missing") || reason.includes("ambiguous"))
    return usage(`选项 ${option} 后面缺少值`, `the option ${option} needs a value`);
  return usage(`命令写法不对：${reason}`, `wrong call: ${reason}`);
}

function usage(zh: string, en: string): Result<Command> {
  return fail("usage", zh, en);
}
