import { OfficeAddinManifest } from "office-addin-manifest";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { iconSizes, ribbonCommands } from "../scripts/manifest/commands.js";
import { developmentAddress, manifestFiles } from "../scripts/manifest/manifest-files.js";
import { repositoryRoot } from "./support/planted-tree.js";

/**
 * Children of each element in the order of Office's schema ([MS-OWEMXML], appforoffice 1.1 and
 * taskpaneappversionoverrides 1.0), as far as a task pane add-in uses them.
 */
const order: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "AlternateId",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "Dictionary",
    "VersionOverrides",
    "ExtendedOverrides",
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources"],
  Host: ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  AllFormFactors: ["ExtensionPoint"],
  // Custom functions use the first four, the ribbon the rest.
  ExtensionPoint: ["Script", "Page", "Metadata", "Namespace", "OfficeTab", "CustomTab"],
  Script: ["SourceLocation"],
  Page: ["SourceLocation"],
  Metadata: ["SourceLocation"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  CustomTab: ["Group", "OfficeGroup", "Label", "InsertAfter", "InsertBefore"],
  Group: ["OverriddenByRibbonApi", "Label", "Icon", "Control"],
  Control: ["OverriddenByRibbonApi", "Label", "Supertip", "Icon", "Action", "Enabled"],
  Supertip: ["Title", "Description"],
  Action: ["FunctionName", "TaskpaneId", "SourceLocation", "Title"],
  Resources: ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"],
};

const needed = ["Id", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "Hosts", "Permissions"];

/** Everything that is wrong with a manifest, one sentence each; none when Office should take it. */
function problemsOf(xml: string): string[] {
  const document = new JSDOM(xml, { contentType: "text/xml" }).window.document;
  const all = [...document.querySelectorAll("*")];
  const problems: string[] = [];
  const root = document.documentElement;

  for (const name of needed) if (!directChildren(root).includes(name)) problems.push(`${name} is missing`);
  for (const element of all) {
    const names = order[element.tagName];
    if (names === undefined) continue;
    const places = directChildren(element).map((name) => names.indexOf(name));
    if (places.includes(-1)) problems.push(`${element.tagName} holds a child it may not hold`);
    if (places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0)))
      problems.push(`${element.tagName}: children out of order`);
  }

  const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  if (!guid.test(root.querySelector("Id")?.textContent ?? "")) problems.push("Id is no GUID");
  if (!/^\d+(\.\d+){3}$/.test(root.querySelector("Version")?.textContent ?? ""))
    problems.push("Version is not four numbers");

  for (const point of all.filter((element) => element.getAttribute("xsi:type") === "CustomFunctions")) {
    const parts = directChildren(point);
    if (parts.join() !== "Script,Page,Metadata,Namespace") problems.push("CustomFunctions lacks a part");
    if (point.parentElement?.tagName !== "AllFormFactors") problems.push("CustomFunctions stands in the wrong place");
    const name = root.querySelector(`[id="${point.querySelector("Namespace")?.getAttribute("resid") ?? ""}"]`);
    if (!/^[A-Z][A-Z0-9._]{0,31}$/.test(name?.getAttribute("DefaultValue") ?? "")) problems.push("no namespace");
  }

  const resources = all.filter((element) => element.parentElement?.parentElement?.tagName === "Resources");
  const ids = resources.map((element) => element.getAttribute("id") ?? "");
  const used = all.flatMap((element) => element.getAttribute("resid") ?? []);
  if (new Set(ids).size !== ids.length) problems.push("two resources share an id");
  for (const id of ids) if (id.length < 1 || id.length > 32) problems.push(`resource id ${id} is not 1–32 characters`);
  for (const id of used) if (!ids.includes(id)) problems.push(`${id} is used but not defined`);
  for (const id of ids) if (!used.includes(id)) problems.push(`${id} is defined but not used`);

  const controls = all.filter((element) => ["CustomTab", "Group", "Control"].includes(element.tagName));
  const controlIds = controls.map((element) => element.getAttribute("id") ?? "");
  if (new Set(controlIds).size !== controlIds.length || controlIds.some((id) => id === "" || id.length > 125))
    problems.push("ids of tab, groups and controls are not unique");

  for (const element of all)
    for (const value of [element.getAttribute("DefaultValue"), element.getAttribute("Value")]) {
      if (value === null) continue;
      const owner = element.tagName.endsWith("Override") ? element.parentElement : element;
      const limit = limitOf(owner?.tagName ?? "", owner?.parentElement?.tagName ?? "");
      if (value === "" || value.length > limit) problems.push(`"${value}" is not 1–${limit} characters`);
      if (value.includes("://") && !value.startsWith("https://")) problems.push(`${value} is not https`);
    }
  for (const element of all.filter((each) =>
    ["IconUrl", "bt:Image", "bt:Url", "SourceLocation"].includes(each.tagName),
  ))
    if (element.hasAttribute("DefaultValue") && !element.getAttribute("DefaultValue")?.startsWith("https://"))
      problems.push(`${element.tagName} is not an https address`);

  for (const icon of all.filter((element) => element.tagName === "Icon")) {
    const sizes = [...icon.children].map((image) => Number(image.getAttribute("size")));
    for (const size of [16, 32, 80]) if (!sizes.includes(size)) problems.push(`an icon lacks size ${size}`);
  }
  return problems;
}

function limitOf(tag: string, parent: string): number {
  if (tag === "DisplayName" || parent === "bt:ShortStrings") return 125;
  if (tag === "Description" || parent === "bt:LongStrings") return 250;
  return 2048;
}

const directChildren = (element: Element): string[] => [...element.children].map((child) => child.tagName);

const files = ["manifest.xml", "manifest.no-shared-runtime.xml"] as const;
const textOf = (name: string): string => readFileSync(join(repositoryRoot, name), "utf8");

describe.each(files)("%s", (name) => {
  test("is what scripts/build-manifest.ts writes for this version", () => {
    expect(textOf(name)).toBe(manifestFiles(developmentAddress, packageJson.version)[name]);
  });

  test("keeps to Office's schema", () => {
    expect(problemsOf(textOf(name))).toEqual([]);
  });

  test("is read by office-addin-manifest", async () => {
    const read = await OfficeAddinManifest.readManifestFile(join(repositoryRoot, name));
    expect(read).toMatchObject({ displayName: "绩效附表台", defaultLocale: "zh-CN", version: "0.1.0.0" });
    expect(read.hosts).toEqual(["Workbook", "Document"]);
  });

  test("asks for no version of an API of Excel or Word, so that each pane itself can say what is missing", () => {
    expect(textOf(name)).not.toMatch(/ExcelApi|WordApi|CustomXmlParts/);
  });

  test("gives Word its own button and page, and Excel's to Excel alone", () => {
    const document = new JSDOM(textOf(name), { contentType: "text/xml" }).window.document;
    const address = (id: string): string => document.querySelector(`[id="${id}"]`)?.getAttribute("DefaultValue") ?? "";
    const blocks = [...document.querySelectorAll("VersionOverrides > Hosts > Host")];
    expect(blocks.map((host) => host.getAttribute("xsi:type"))).toEqual(["Workbook", "Document"]);
    const pagesOf = (host: Element | undefined): readonly string[] => [
      ...new Set(
        [...(host?.querySelectorAll("SourceLocation") ?? [])]
          .map((location) => new URL(address(location.getAttribute("resid") ?? "")).pathname)
          .filter((path) => path.endsWith(".html")),
      ),
    ];
    expect(pagesOf(blocks[0])).not.toContain("/word.html");
    expect(pagesOf(blocks[1])).toEqual(["/word.html"]);
    const controls = [...(blocks[1]?.querySelectorAll("Control") ?? [])];
    expect(controls.map((control) => control.getAttribute("id"))).toEqual(["AnnexDesk.Update"]);
    expect(address(controls[0]?.querySelector("Label")?.getAttribute("resid") ?? "")).toBe("更新报告");
    expect(blocks[1]?.querySelectorAll("Runtimes, FunctionFile, AllFormFactors")).toHaveLength(0);
  });

  test("names pictures that exist and have the size they are named for", () => {
    const pictures = [
      ...textOf(name).matchAll(/bt:Image id="[^"]*\.(\d+)" DefaultValue="[^"]*\/(assets\/icons\/[^"]+)"/g),
    ];
    expect(pictures).toHaveLength(4 * iconSizes.length);
    for (const [, size, path] of pictures) {
      const file = join(repositoryRoot, path ?? "");
      expect(existsSync(file), path).toBe(true);
      expect(pngSize(readFileSync(file)), path).toEqual([Number(size), Number(size)]);
    }
  });

  test("speaks Chinese by default and English where Office does", () => {
    const document = new JSDOM(textOf(name), { contentType: "text/xml" }).window.document;
    const words = [...document.querySelectorAll("*")].filter(
      (element) =>
        ["DisplayName", "bt:String"].includes(element.tagName) &&
        // The word before the dot of a formula is the same everywhere.
        element.getAttribute("id") !== "Functions.Namespace",
    );
    expect(words.length).toBeGreaterThan(ribbonCommands.length * 2);
    for (const element of words) {
      expect(element.getAttribute("DefaultValue")).toMatch(/\p{Script=Han}/u);
      expect(element.firstElementChild?.getAttribute("Locale")).toBe("en-US");
      expect(element.firstElementChild?.getAttribute("Value")).toMatch(/^[ -~]+$/);
    }
  });
});

test.each([
  ["manifest.xml", "Pane.Url", "pane.html"],
  ["manifest.no-shared-runtime.xml", "Functions.Page.Url", "functions.html"],
])("%s: custom functions run in %s", (name, page, file) => {
  const document = new JSDOM(textOf(name), { contentType: "text/xml" }).window.document;
  const points = [...document.querySelectorAll("ExtensionPoint")].filter(
    (element) => element.getAttribute("xsi:type") === "CustomFunctions",
  );
  expect(points).toHaveLength(1);
  const residOf = (part: string) => points[0]?.querySelector(`${part} > SourceLocation`)?.getAttribute("resid") ?? "";
  const resource = (id: string) => [...document.querySelectorAll("*")].find((each) => each.getAttribute("id") === id);
  const address = (id: string) => resource(id)?.getAttribute("DefaultValue");
  expect(residOf("Page")).toBe(page);
  expect(address(page)).toBe(`${developmentAddress}/${file}`);
  expect(address(residOf("Script"))).toBe(`${developmentAddress}/functions.js`);
  expect(address(residOf("Metadata"))).toBe(`${developmentAddress}/functions.json`);
  const english = resource(residOf("Metadata"))?.firstElementChild;
  expect(english?.getAttribute("Locale")).toBe("en-US");
  expect(english?.getAttribute("Value")).toBe(`${developmentAddress}/functions.en-us.json`);
  expect(address(points[0]?.querySelector("Namespace")?.getAttribute("resid") ?? "")).toBe("ANNEX");
  // Hosts without the runtime keep the rest of the add-in.
  expect(textOf(name)).not.toContain("CustomFunctionsRuntime");
});

test("with a shared runtime, the buttons are functions and everything runs at one address", () => {
  const xml = textOf("manifest.xml");
  const names = [...xml.matchAll(/<FunctionName>(.*?)<\/FunctionName>/g)].map((match) => match[1]);
  expect(names).toEqual(["annex.check", "annex.score", "annex.report"]);
  for (const element of ["Runtime", "FunctionFile", "SourceLocation"])
    expect(xml).toContain(`<${element} resid="Pane.Url"`);
});

test("without one, every button opens the same pane with its job in the address", () => {
  const xml = textOf("manifest.no-shared-runtime.xml");
  expect(xml).not.toMatch(/Runtime|FunctionFile|ExecuteFunction/);
  expect([...xml.matchAll(/pane\.html\?job=(\w+)/g)].map((match) => match[1])).toEqual(["check", "score", "report"]);
  expect(new Set([...xml.matchAll(/<TaskpaneId>(.*?)</g)].map((match) => match[1])).size).toBe(1);
});

/** A change to a good manifest, and the words of the problem it must raise. */
const spoiled: readonly (readonly [string, (xml: string) => string, string])[] = [
  [
    "元素次序颠倒",
    (xml) => xml.replace(/(<Version>.*?<\/Version>)\s*(<ProviderName>.*?<\/ProviderName>)/s, "$2$1"),
    "out of order",
  ],
  ["未知元素", (xml) => xml.replace("<Supertip>", "<Supertip><Note/>"), "may not hold"],
  ["缺少 Id", (xml) => xml.replace(/<Id>.*?<\/Id>/, ""), "Id is missing"],
  ["Id 不是 GUID", (xml) => xml.replace(/<Id>.*?<\/Id>/, "<Id>annex-desk</Id>"), "no GUID"],
  ["版本号不是四段", (xml) => xml.replace(/<Version>.*?<\/Version>/, "<Version>0.1</Version>"), "four numbers"],
  [
    "http 地址",
    (xml) => xml.replace("https://localhost:3000/pane.html", "http://localhost:3000/pane.html"),
    "not https",
  ],
  ["资源未定义", (xml) => xml.replace('resid="Check.Tip"', 'resid="Check.Hint"'), "not defined"],
  [
    "资源未使用",
    (xml) =>
      xml
        .replace('<Title resid="Check.Label"/>', '<Title resid="Score.Label"/>')
        .replace('<Label resid="Check.Label"/>', '<Label resid="Score.Label"/>'),
    "not used",
  ],
  ["资源编号过长", (xml) => xml.replaceAll("Check.Tip", "Check.Tip.That.Is.Longer.Than.32.Characters"), "1–32"],
  ["资源编号重复", (xml) => xml.replaceAll('id="Score.Tip"', 'id="Check.Tip"'), "share an id"],
  ["按钮编号重复", (xml) => xml.replace('id="AnnexDesk.Score"', 'id="AnnexDesk.Check"'), "not unique"],
  ["提示过长", (xml) => xml.replace(/(id="Check\.Tip" DefaultValue=")/, `$1${"长".repeat(250)}`), "1–250"],
  ["自定义函数缺少命名空间", (xml) => xml.replace(/<Namespace [^>]*>/, ""), "lacks a part"],
  ["命名空间不是大写字母", (xml) => xml.replace('DefaultValue="ANNEX"', 'DefaultValue="绩效"'), "no namespace"],
  ["自定义函数位置不对", (xml) => xml.replaceAll("AllFormFactors", "DesktopFormFactor"), "wrong place"],
  ["缺少 80 像素图标", (xml) => xml.replace(/<bt:Image size="80" resid="Icon\.check\.80"\/>/, ""), "lacks size 80"],
];

test.each(spoiled)("清单检查能发现：%s", (_name, spoil, words) => {
  const good = textOf("manifest.xml");
  const bad = spoil(good);
  expect(bad).not.toBe(good);
  expect(problemsOf(bad).join("\n")).toContain(words);
});

/** Width and height stand in the first chunk of a PNG file. */
function pngSize(bytes: Buffer): readonly [number, number] {
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
