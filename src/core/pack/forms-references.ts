import type { FormCell, FormSheet, PackForms } from "./forms-schema.js";

export interface FormProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What no schema sees in the forms: styles, sets, rows and annexes that are named but not there. */
export function checkForms(forms: PackForms, annexes: ReadonlySet<string>): FormProblem[] {
  const problems: FormProblem[] = [];
  const styles = new Set(Object.keys(forms.styles));
  for (const [name, style] of Object.entries(forms.styles)) {
    const path = ["styles", name, "like"];
    if (style.like !== undefined && !styles.has(style.like)) {
      problems.push({ path, message: `没有名为 ${style.like} 的样式` });
    } else if (circles(forms.styles, name)) problems.push({ path, message: `样式 ${name} 绕了一圈又回到自己` });
  }
  for (const [name, cells] of Object.entries(forms.sets)) {
    cells.forEach(({ style }, index) => {
      if (!styles.has(style))
        problems.push({ path: ["sets", name, index, "style"], message: `没有名为 ${style} 的样式` });
    });
  }
  forms.sheets.forEach((sheet, index) => {
    const path = ["sheets", index];
    if (!annexes.has(sheet.annex)) {
      problems.push({ path: [...path, "annex"], message: `没有编号为 ${sheet.annex} 的附表` });
    }
    problems.push(...sheetProblems(forms, styles, sheet, path));
  });
  return problems;
}

function sheetProblems(
  forms: PackForms,
  styles: ReadonlySet<string>,
  sheet: FormSheet,
  path: readonly (string | number)[],
): FormProblem[] {
  const problems: FormProblem[] = [];
  const rows = new Set(
    sheet.rows.flatMap((row) => ("list" in row ? row.list : "tree" in row ? row.tree : (row.id ?? []))),
  );
  const lastColumn = 64 + sheet.columns.length;
  const row = (name: string | undefined, at: readonly (string | number)[]): void => {
    if (name !== undefined && !rows.has(name)) problems.push({ path: at, message: `没有名为 ${name} 的行` });
  };
  const cell = (spec: FormCell, at: readonly (string | number)[]): void => {
    if (!styles.has(spec.style)) problems.push({ path: [...at, "style"], message: `没有名为 ${spec.style} 的样式` });
    if ((spec.at.at(-1) ?? "").charCodeAt(0) > lastColumn) {
      problems.push({ path: [...at, "at"], message: `${spec.at} 超出了本表的列` });
    }
    if (typeof spec.down === "string") row(spec.down, [...at, "down"]);
    for (const formula of [spec.formula, spec.number?.from, spec.number?.to]) {
      if (typeof formula === "string") for (const name of rowsNamed(formula)) row(name, at);
    }
  };
  row(sheet.print.repeat, [...path, "print", "repeat"]);
  row(sheet.freeze, [...path, "freeze"]);
  sheet.rows.forEach((entry, index) => {
    const at = [...path, "rows", index];
    entry.cells.forEach((spec, number) => cell(spec, [...at, "cells", number]));
    if ("tree" in entry) {
      entry.levels.forEach(({ style }, number) => {
        if (!styles.has(style)) problems.push({ path: [...at, "levels", number], message: `没有名为 ${style} 的样式` });
      });
    }
    if ("set" in entry && entry.set) {
      const { of, formula } = entry.set;
      if (!(of in forms.sets)) problems.push({ path: [...at, "set", "of"], message: `没有名为 ${of} 的单元格组` });
      for (const name of rowsNamed(formula ?? "")) row(name, [...at, "set", "formula"]);
    }
  });
  return problems;
}

/** `E[total]`, `@[items.first]` → total, items; `E[]` names no row. */
function rowsNamed(formula: string): string[] {
  return [...formula.matchAll(/\[([A-Za-z.]{1,60})\]/g)].map(([, place = ""]) =>
    place.replace(/\.(?:first|last)$/, ""),
  );
}

function circles(styles: PackForms["styles"], name: string): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = name; at !== undefined; at = styles[at]?.like) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}
