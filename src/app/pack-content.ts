import type { Pack } from "../core/pack/index.js";
import type { Failure } from "../core/result/index.js";

/** Some packs are of forms alone, and no report is asked for. */
export function hasReport({ narrative }: Pick<Pack, "narrative">): boolean {
  return narrative.sections.length > 0;
}

export function hasForms({ forms }: Pick<Pack, "forms">): boolean {
  return forms.sheets.length > 0;
}

/** Said where a report is wanted of a pack that has none. */
export function noReport({ title }: Pick<Pack, "title">): Failure {
  return {
    code: "no-report",
    message: { zh: `规则包“${title.zh}”没有报告`, en: `the pack “${title.en}” has no report` },
  };
}

export function noForms({ title }: Pick<Pack, "title">): Failure {
  return {
    code: "no-forms",
    message: { zh: `规则包“${title.zh}”没有空白附表`, en: `the pack “${title.en}” has no blank forms` },
  };
}
