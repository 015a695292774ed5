import { iconSizes, ribbonCommands, wordCommand, type BothLanguages, type RibbonCommand } from "./commands.js";

export interface ManifestSettings {
  /** Where the files of dist/web are served, https, without a closing slash. */
  readonly address: string;
  /** Four numbers, as Office wants them. */
  readonly version: string;
  /**
   * true: buttons are functions that run in the pane's own runtime. false, for hosts without SharedRuntime 1.1: every
   * button opens the pane with its job in the address.
   */
  readonly sharedRuntime: boolean;
}

/** Two ids, so that an organisation can give each manifest to the machines it suits. */
const ids = { shared: "62d18629-0f27-4eb7-a9fd-9e06f445eb1e", separate: "47bc35bc-dfad-4d01-9eee-1fde003e69b8" };

const product: Readonly<Record<"name" | "description" | "tab" | "group", BothLanguages>> = {
  name: { zh: "绩效附表台", en: "Annex Desk" },
  description: {
    zh: "校验绩效自评附表，计算指标得分，生成自评报告。所有数据只在本机处理。",
    en: "Checks the annex sheets of a performance self-evaluation, scores them and writes the report, all on this machine.",
  },
  tab: { zh: "绩效附表", en: "Annexes" },
  group: { zh: "绩效附表台", en: "Annex Desk" },
};

/** The add-in only XML manifest of the product, in the element order of Office's schema. */
export function manifestText(settings: ManifestSettings): string {
  const { address, sharedRuntime } = settings;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"
           xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
           xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0"
           xmlns:ov="http://schemas.microsoft.com/office/taskpaneappversionoverrides"
           xsi:type="TaskPaneApp">
  <Id>${sharedRuntime ? ids.shared : ids.separate}</Id>
  <Version>${settings.version}</Version>
  <ProviderName>Annex Desk contributors</ProviderName>
  <DefaultLocale>zh-CN</DefaultLocale>
  <DisplayName DefaultValue="${text(product.name.zh)}">
    <Override Locale="en-US" Value="${text(product.name.en)}"/>
  </DisplayName>
  <Description DefaultValue="${text(product.description.zh)}">
    <Override Locale="en-US" Value="${text(product.description.en)}"/>
  </Description>
  <IconUrl DefaultValue="${address}/assets/icons/annex-desk-32.png"/>
  <HighResolutionIconUrl DefaultValue="${address}/assets/icons/annex-desk-64.png"/>
  <Hosts>
    <Host Name="Workbook"/>
    <Host Name="Document"/>
  </Hosts>
${sharedRuntime ? sharedRuntimeRequirement : ""}  <DefaultSettings>
    <SourceLocation DefaultValue="${address}/pane.html"/>
  </DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts>
      <Host xsi:type="Workbook">
${sharedRuntime ? runtimes : ""}${functionsPoint(sharedRuntime)}        <DesktopFormFactor>
${sharedRuntime ? functionFile : ""}          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <CustomTab id="AnnexDesk.Tab">
              <Group id="AnnexDesk.Group">
                <Label resid="Group.Label"/>
${icon("annex-desk", 16)}
${ribbonCommands.map((command) => control(command, action(command, sharedRuntime))).join("\n")}
              </Group>
              <Label resid="Tab.Label"/>
            </CustomTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
${wordHost}
    </Hosts>
    <Resources>
      <bt:Images>
${images(address)}
      </bt:Images>
      <bt:Urls>
${urls(settings)}
      </bt:Urls>
      <bt:ShortStrings>
${[
  bothStrings("Tab.Label", product.tab),
  bothStrings("Group.Label", product.group),
  `        <bt:String id="Functions.Namespace" DefaultValue="${functionNamespace}"/>`,
  ...[...ribbonCommands, wordCommand].map((command) => bothStrings(`${command.id}.Label`, command.label)),
].join("\n")}
      </bt:ShortStrings>
      <bt:LongStrings>
${[...ribbonCommands, wordCommand].map((command) => bothStrings(`${command.id}.Tip`, command.tip)).join("\n")}
      </bt:LongStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>
`;
}

const sharedRuntimeRequirement = `  <Requirements>
    <Sets DefaultMinVersion="1.1">
      <Set Name="SharedRuntime" MinVersion="1.1"/>
    </Sets>
  </Requirements>
`;

/** Runtime, function file and pane name the same address: only then do they share one runtime. */
const runtimes = `        <Runtimes>
          <Runtime resid="Pane.Url" lifetime="long"/>
        </Runtimes>
`;

/** The word before the dot: ANNEX.SCORE. The same in every language, so that formulas travel. */
const functionNamespace = "ANNEX";

/**
 * Custom functions. With a shared runtime their page is the pane, which asks for the runtime set before it associates
 * them; the set is no requirement of the add-in.
 */
function functionsPoint(sharedRuntime: boolean): string {
  return `        <AllFormFactors>
          <ExtensionPoint xsi:type="CustomFunctions">
            <Script>
              <SourceLocation resid="Functions.Script.Url"/>
            </Script>
            <Page>
              <SourceLocation resid="${sharedRuntime ? "Pane.Url" : "Functions.Page.Url"}"/>
            </Page>
            <Metadata>
              <SourceLocation resid="Functions.Metadata.Url"/>
            </Metadata>
            <Namespace resid="Functions.Namespace"/>
          </ExtensionPoint>
        </AllFormFactors>
`;
}

const functionFile = `          <FunctionFile resid="Pane.Url"/>
`;

const paneId = "AnnexDesk.Pane";

function control(command: Omit<RibbonCommand, "job">, actionLines: string): string {
  return `                <Control xsi:type="Button" id="AnnexDesk.${command.id}">
                  <Label resid="${command.id}.Label"/>
                  <Supertip>
                    <Title resid="${command.id}.Label"/>
                    <Description resid="${command.id}.Tip"/>
                  </Supertip>
${icon(command.icon, 18)}
${actionLines}
                </Control>`;
}

function action(command: RibbonCommand, sharedRuntime: boolean): string {
  const pad = " ".repeat(18);
  const lines =
    sharedRuntime && command.job !== null
      ? [`<Action xsi:type="ExecuteFunction">`, `  <FunctionName>annex.${command.job}</FunctionName>`, `</Action>`]
      : showPane(command.job === null ? "Pane.Url" : `Pane.${command.id}.Url`);
  return lines.map((line) => pad + line).join("\n");
}

function showPane(address: string): readonly string[] {
  return [
    `<Action xsi:type="ShowTaskpane">`,
    `  <TaskpaneId>${paneId}</TaskpaneId>`,
    `  <SourceLocation resid="${address}"/>`,
    `</Action>`,
  ];
}

/** Word shows a page of its own, with nothing of Excel's in it, and needs no shared runtime: its button opens the pane. */
const wordHost = `      <Host xsi:type="Document">
        <DesktopFormFactor>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <CustomTab id="AnnexDesk.WordTab">
              <Group id="AnnexDesk.WordGroup">
                <Label resid="Group.Label"/>
${icon("annex-desk", 16)}
${control(
  wordCommand,
  showPane("Word.Url")
    .map((line) => " ".repeat(18) + line)
    .join("\n"),
)}
              </Group>
              <Label resid="Tab.Label"/>
            </CustomTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>`;

function icon(name: string, indent: number): string {
  const pad = " ".repeat(indent);
  const list = iconSizes.map((size) => `${pad}  <bt:Image size="${size}" resid="Icon.${name}.${size}"/>`);
  return [`${pad}<Icon>`, ...list, `${pad}</Icon>`].join("\n");
}

function images(address: string): string {
  const names = [...new Set(["annex-desk", ...ribbonCommands.map((command) => command.icon)])];
  return names
    .flatMap((name) => iconSizes.map((size) => [`Icon.${name}.${size}`, `assets/icons/${name}-${size}.png`] as const))
    .map(([id, path]) => `        <bt:Image id="${id}" DefaultValue="${address}/${path}"/>`)
    .join("\n");
}

function urls({ address, sharedRuntime }: ManifestSettings): string {
  const jobs = sharedRuntime ? [] : ribbonCommands.filter((command) => command.job !== null);
  return [
    `        <bt:Url id="Pane.Url" DefaultValue="${address}/pane.html"/>`,
    ...jobs.map(
      (command) =>
        `        <bt:Url id="Pane.${command.id}.Url" DefaultValue="${address}/pane.html?job=${command.job}"/>`,
    ),
    `        <bt:Url id="Word.Url" DefaultValue="${address}/word.html"/>`,
    `        <bt:Url id="Functions.Script.Url" DefaultValue="${address}/functions.js"/>`,
    ...(sharedRuntime ? [] : [`        <bt:Url id="Functions.Page.Url" DefaultValue="${address}/functions.html"/>`]),
    `        <bt:Url id="Functions.Metadata.Url" DefaultValue="${address}/functions.json">
          <bt:Override Locale="en-US" Value="${address}/functions.en-us.json"/>
        </bt:Url>`,
  ].join("\n");
}

function bothStrings(id: string, words: BothLanguages): string {
  return `        <bt:String id="${id}" DefaultValue="${text(words.zh)}">
          <bt:Override Locale="en-US" Value="${text(words.en)}"/>
        </bt:String>`;
}

function text(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
