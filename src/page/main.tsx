import { StrictMode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { fail } from "../core/result/index.js";
import { fetchPacks, languageOf, loadEngine, loadTexts, loadTheme, type Look } from "../pane/index.js";
import { browserDelivery } from "./browser-delivery.js";
import { PageApp } from "./page-app.js";
import { createPageModel } from "./page-model.js";
import { fetchSample, sampleOfAddress } from "./samples.js";
import { loadPageTexts } from "./texts.js";

/** Composition root of the page without Office. */
function currentLook(): Look {
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

async function start(root: Root): Promise<void> {
  const language = languageOf(new URLSearchParams(location.search).get("lang") ?? navigator.language);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  const [texts, paneTexts] = await Promise.all([loadPageTexts(language), loadTexts(language)]);
  const model = createPageModel({
    files: () => import("./open-file.js"),
    loadEngine: () => loadEngine(fetchPacks()),
    delivery: browserDelivery(),
    clock: () => new Date(),
    texts,
    paneTexts,
  });
  const openSample = async (id: string): Promise<void> => {
    const file = await fetchSample(id);
    if (file) await model.take([file]);
    else model.refuse(fail("no-sample", texts.sampleMissing, texts.sampleMissing).failure);
  };
  const render = async (): Promise<void> => {
    const theme = await loadTheme(currentLook());
    root.render(
      <StrictMode>
        <PageApp
          model={model}
          texts={texts}
          paneTexts={paneTexts}
          theme={theme}
          openSample={(id) => void openSample(id)}
        />
      </StrictMode>,
    );
  };
  await render();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => void render());
  const sample = sampleOfAddress(location.search);
  if (sample) void openSample(sample);
}

const container = document.getElementById("root");
if (container) void start(createRoot(container));
