import { StrictMode } from "react";
import { createRoot, type Root } from "react-dom/client";
import type { OfficeEnvironment, OfficeTheme } from "../hosts/office/index.js";
import { AnnexPane } from "./annex-pane.js";
import { createDesk } from "./desk.js";
import { jobOfAddress, jobRequests } from "./job-requests.js";
import { languageOf, type Language } from "./language.js";
import { loadEngine } from "./load-engine.js";
import { preloadViews } from "./preload-views.js";
import { fetchPacks } from "./shipped-packs.js";
import type { Startup } from "./startup-face.js";
import { loadTexts } from "./texts.js";
import { loadTheme, type Look } from "./theme.js";

/**
 * Composition root of the pane in Excel. The page shows its first frame from the markup alone; what talks to Excel is
 * fetched beside this script.
 */
const patience = 10_000;
const office = import("../hosts/office/index.js");
const excel = import("../hosts/excel/index.js");

function lookOf({ isDark }: Pick<OfficeTheme, "isDark">): Look {
  return isDark ? "dark" : "light";
}

function browserLook(): Look {
  return lookOf({ isDark: matchMedia("(prefers-color-scheme: dark)").matches });
}

async function showStartup(root: Root, startup: Startup, language: Language, look: Look): Promise<void> {
  const [{ StartupFace }, texts, theme] = await Promise.all([
    import("./startup-face.js"),
    loadTexts(language),
    loadTheme(look),
  ]);
  root.render(
    <StrictMode>
      <StartupFace startup={startup} texts={texts} theme={theme} onReload={() => location.reload()} page="page.html" />
    </StrictMode>,
  );
}

async function showPane(root: Root, environment: OfficeEnvironment): Promise<void> {
  const [{ excelWorkbookHost }, { officeDelivery }] = await Promise.all([excel, office]);
  const texts = await loadTexts(environment.language);
  const host = excelWorkbookHost({ notice: (text) => desk.say(text[texts.language]) });
  const desk = createDesk({
    host,
    delivery: officeDelivery(),
    loadEngine: () => loadEngine(fetchPacks()),
    clock: () => new Date(),
    texts,
  });
  const render = async (office: OfficeTheme): Promise<void> => {
    const theme = await loadTheme(lookOf(office));
    root.render(
      <StrictMode>
        <AnnexPane desk={desk} texts={texts} theme={theme} />
      </StrictMode>,
    );
  };
  await render(environment.theme);
  environment.onThemeChanged((theme) => void render(theme));
  window.addEventListener("pagehide", () => void desk.flushAnswers());
  jobRequests.listen((job) => void desk.run(job));
  const asked = jobOfAddress(location.search);
  if (asked) void desk.run(asked);
  else desk.warmUp();
  preloadViews();
}

async function start(root: Root): Promise<void> {
  const waiting = setTimeout(
    () => void showStartup(root, "slow", languageOf(navigator.language), browserLook()),
    patience,
  );
  const { officeEnvironment, whenOfficeReady } = await office;
  const { host } = await whenOfficeReady();
  clearTimeout(waiting);
  const environment = officeEnvironment();
  const { language, theme } = environment;
  // Word that knows no ribbon of add-ins opens the manifest's one address.
  if (host === "Word") location.replace(`word.html${location.search}`);
  else if (host !== "Excel") await showStartup(root, "not-excel", language, lookOf(theme));
  else if (!environment.supports("ExcelApi", "1.9")) await showStartup(root, "old-excel", language, lookOf(theme));
  else await showPane(root, environment);
}

const container = document.getElementById("root");
if (container) void start(createRoot(container));
