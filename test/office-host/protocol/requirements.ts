import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Supported requirement sets with their highest version, as a host announces them. */
export type RequirementMatrix = Readonly<Record<string, string>>;

/** Excel 2021 and LTSC 2021 on Windows: the baseline of the product. */
export const excel2021: RequirementMatrix = {
  ExcelApi: "1.14",
  SharedRuntime: "1.2",
  RibbonApi: "1.2",
  DialogApi: "1.2",
  OpenBrowserWindowApi: "1.1",
  DelayForCellEdit: "1.1",
};

/** Microsoft 365 of 2021 on, Windows: with the runtime of custom functions. */
export const excelWithFunctions: RequirementMatrix = { ...excel2021, CustomFunctionsRuntime: "1.1" };

/** Word 2016 and 2019, and 2021 without a subscription. */
export const wordOld: RequirementMatrix = {
  WordApi: "1.3",
  CustomXmlParts: "1.1",
  File: "1.1",
  DialogApi: "1.2",
};

/** Microsoft 365 of 2023 on, Windows. */
export const word365: RequirementMatrix = { ...wordOld, WordApi: "1.7", SharedRuntime: "1.2" };

export interface RequiredSet {
  readonly set: string;
  readonly version: string;
}

/** What the shipped library says about its own classes; keys are `Class.member` in lower case. */
export interface LibraryMembers {
  readonly required: ReadonlyMap<string, RequiredSet>;
  /** Wire names by class. */
  readonly wireNames: ReadonlyMap<string, ReadonlySet<string>>;
}

export const officeJsFolder = join(
  dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")),
  "dist",
);

const read = new Map<string, LibraryMembers>();

/** Read from the debug build once per process (about 3 MB of text). */
export function libraryMembers(app: "Excel" | "Word" = "Excel"): LibraryMembers {
  const known = read.get(app);
  if (known !== undefined) return known;
  const source = readFileSync(join(officeJsFolder, `${app.toLowerCase()}-win32-16.01.debug.js`), "utf8");
  const members = parse(source, `${app}Api`);
  read.set(app, members);
  return members;
}

/** Members that the library of 2022 still counts to Word on the web, with the set they belong to by now. */
const movedToDesktop: ReadonlyMap<string, RequiredSet> = new Map([
  ["document.changetrackingmode", { set: "WordApi", version: "1.4" }],
]);

const requiredPattern =
  /_throwIfApiNotSupported\("(\w+)\.(\w+)", (?:_defaultApiSetName|"(\w+)"), "([\d.]+)", _hostName\)(?:;\s*if \(!this\.\w+\) \{\s*this\.\w+ = new OfficeExtension\.GenericEventHandlers\([^{]*\{\s*eventType: \d+,\s*registerFunc: function \(\) \{ return _this\.(\w+)\(\))?/g;
const classPattern = /^ {4}var (\w+) = \(function \(_super\) \{$/gm;
const wirePattern =
  /_create(?:Property|Method)Object\([\w.]+, this, "(\w+)"|_invoke(?:Method|SetProperty)\(this, "(\w+)"|obj\["(\w+)"\]/g;

function parse(source: string, defaultSet: string): LibraryMembers {
  const required = new Map<string, RequiredSet>();
  for (const [, type = "", member = "", set = defaultSet, version = "", register] of source.matchAll(requiredPattern)) {
    required.set(`${type}.${member}`.toLowerCase(), { set, version });
    if (register !== undefined) required.set(`${type}.${register}`.toLowerCase(), { set, version });
  }
  const wireNames = new Map<string, Set<string>>();
  const classes = [...source.matchAll(classPattern)];
  classes.forEach((match, index) => {
    const body = source.slice(match.index, classes[index + 1]?.index ?? source.length);
    const names = wireNames.get(match[1] ?? "") ?? new Set<string>();
    for (const [, created, invoked, read] of body.matchAll(wirePattern)) names.add(created ?? invoked ?? read ?? "");
    wireNames.set(match[1] ?? "", names);
  });
  return { required, wireNames };
}

/** Members without an entry belong to the first version. */
export function isSupported(
  matrix: RequirementMatrix,
  type: string,
  member: string,
  app: "Excel" | "Word" = "Excel",
): boolean {
  const name = `${type}.${member}`.toLowerCase();
  const needed = (app === "Word" ? movedToDesktop.get(name) : undefined) ?? libraryMembers(app).required.get(name);
  if (needed === undefined) return true;
  const offered = Object.entries(matrix).find(([name]) => name.toLowerCase() === needed.set.toLowerCase());
  return offered !== undefined && reaches(offered[1], needed.version);
}

export function reaches(offered: string, needed: string): boolean {
  const [offeredMajor = 0, offeredMinor = 0] = offered.split(".").map(Number);
  const [major = 0, minor = 0] = needed.split(".").map(Number);
  return offeredMajor > major || (offeredMajor === major && offeredMinor >= minor);
}
