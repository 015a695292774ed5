import type { ReportHost } from "../../app/index.js";
import { fail, success, type Result } from "../../core/result/index.js";
import { factsNamespace, ledgerNamespace } from "../../documents/docx/index.js";
import { openPackage } from "./open-package.js";
import { writeSections } from "./section-writer.js";
import { plainTextControlsFrom, watchFigure } from "./watch-figure.js";
import { wordFailure } from "./word-failure.js";
import { setNodeTexts, setPart } from "./xml-parts.js";

const supports = (set: string, version: string): boolean => Office.context.requirements.isSetSupported(set, version);

/** Word 2016 and later; custom XML parts belong to the Common API and are older than that. */
export function isWordReady(): boolean {
  return supports("WordApi", "1.3") && supports("CustomXmlParts", "1.1");
}

/** The report open in Word. Make it once `whenOfficeReady` has answered `Word`. */
export function wordReportHost(): ReportHost {
  const isReadOnly = (): boolean => Office.context.document.mode === Office.DocumentMode.ReadOnly;
  return {
    capabilities: () => ({ readOnly: isReadOnly(), tellsFigure: supports("WordApi", plainTextControlsFrom) }),

    read: () => guarded(async () => success(await openPackage())),

    apply: async (edits) => {
      if (isReadOnly()) return readOnly;
      return guarded(async () => {
        if (edits.facts !== null) await setPart(factsNamespace, edits.facts);
        else if (edits.texts.some((text) => text !== null)) {
          const written = await setNodeTexts(factsNamespace, edits.texts);
          if (!written.ok) return written;
        }
        return edits.sections.length > 0 ? writeSections(edits.sections, edits.marked) : success({ tracked: false });
      });
    },

    record: (ledger) => guarded(async () => success(await setPart(ledgerNamespace, ledger))),

    watchFigure: (changed) => (supports("WordApi", plainTextControlsFrom) ? watchFigure(changed) : () => undefined),
  };
}

async function guarded<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    return { ok: false, failure: wordFailure(error) };
  }
}

const readOnly = fail(
  "read-only",
  "文档以只读方式打开，不能就地更新。请启用编辑，或存成更新后的副本。",
  "The document is read-only and cannot be updated in place. Enable editing, or save an updated copy.",
);
