/**
 * Entry of the custom functions, without DOM and React: it runs in the pane's runtime, in a page of its own, or in
 * Excel's bare JavaScript runtime, which has no `Office`. The profile is part of the script: no fetch, no waiting.
 */
import pack from "../../build/packs/hunan-2024.json" with { type: "json" };
import type { ScoringProfile } from "../core/pack/index.js";
import { customFunctions } from "./functions/custom-functions.js";
import { associateFunctions, type FunctionRuntime } from "./functions/excel-runtime.js";

declare const CustomFunctions: FunctionRuntime | undefined;

const runtimeSet = ["CustomFunctionsRuntime", "1.1"] as const;

function associate(chinese: boolean): void {
  if (typeof CustomFunctions === "undefined") return;
  // The compiled pack was checked when it was built.
  const profile = pack.scoring as unknown as ScoringProfile;
  associateFunctions(CustomFunctions, customFunctions(profile), chinese ? "zh" : "en");
}

if (typeof Office === "undefined" || typeof Office.onReady !== "function") associate(true);
else {
  if (typeof CustomFunctions !== "undefined") CustomFunctions.delayInitialization?.();
  void Office.onReady(() => {
    const { requirements, displayLanguage } = Office.context;
    if (requirements.isSetSupported(...runtimeSet)) associate(/^zh/i.test(displayLanguage));
  });
}
