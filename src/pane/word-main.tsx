import { StrictMode } from "react";
import { createRoot, type Root } from "react-dom/client";
import type { OfficeEnvironment, OfficeTheme } from "../hosts/office/index.js";
import { languageOf, type Language } from "./language.js";
import { loadEngine } from "./load-engine.js";
import { fetchPacks } from "./shipped-packs.js";
import { loadTheme, type Look } from "./theme.js";
import type { WordStartup } from "./word/word-startup.js";
import { createWordDesk } from "./word/word-desk.js";
import { WordPane } from "./word/word-pane.js";
import { loadWordTexts } from "./word/word-texts.js";

/** Composition root of the pane in Word: the page shows its first frame from the markup alone. */
const patience = 10_000;
const office = import("../hosts/office/index.js");
const word = import("../hosts/word/index.js");

const loadWordEngine = async () => (await import("./word/word-engine.js")).wordEngine;

function lookOf({ isDark }: Pick<OfficeTheme, "isDark">): Look {
  return isDark ? "dark" : "light";
}

async function showStartup(root: Root, startup: WordStartup, language: Language, look: Look): Promise<void> {
  const [{ WordStartupFace }, texts, theme] = await Promise.all([
    import("./word/word-startup.js"),
    loadWordTexts(language),
    loadTheme(look),
  ]);
  root.render(
    <StrictMode>
      <WordStartupFace startup={startup} texts={texts} theme={theme} />
    </StrictMode>,
  );
}

async function showPane(root: Root, { language, theme: office365, onThemeChanged }: OfficeEnvironment): Promise<void> {
  const [{ wordReportHost }, { officeDelivery }, texts] = await Promise.all([word, office, loadWordTexts(language)]);
  const desk = createWordDesk({
    host: wordReportHost(),
    delivery: officeDelivery(),
    loadEngine: () => loadEngine(fetchPacks()),
    loadWordEngine,
    clock: () => new Date(),
    texts,
  });
  const render = async (now: OfficeTheme): Promise<void> => {
    const theme = await loadTheme(lookOf(now));
    root.render(
      <StrictMode>
        <WordPane desk={desk} texts={texts} theme={theme} />
      </StrictMode>,
    );
  };
  await render(office365);
  onThemeChanged((now) => void render(now));
  // Fetched while nobody waits for it; a failure shows when it is needed.
  loadWordEngine().catch(() => undefined);
}

async function start(root: Root): Promise<void> {
  const browserLook = lookOf({ isDark: matchMedia("(prefers-color-scheme: dark)").matches });
  const waiting = setTimeout(
    () => void showStartup(root, "slow", languageOf(navigator.language), browserLook),
    patience,
  );
  const [{ officeEnvironment, whenOfficeReady }, { isWordReady }] = await Promise.all([office, word]);
  const { host } = await whenOfficeReady();
  clearTimeout(waiting);
  const environment = officeEnvironment();
  const { language, theme } = environment;
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  if (host !== "Word") await showStartup(root, "not-word", language, lookOf(theme));
  else if (!isWordReady()) await showStartup(root, "old-word", language, lookOf(theme));
  else await showPane(root, environment);
}

const container = document.getElementById("root");
if (container) void start(createRoot(container));
