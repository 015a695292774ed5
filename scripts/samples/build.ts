import { layOutForm, type LaidOutForm } from "../../src/app/form-layout.js";
import { calculated } from "../../src/app/form-values.js";
import type { PackForms } from "../../src/core/pack/index.js";
import { addressOf } from "../../src/core/sheet/index.js";
import { emptyDesk, writeDesk } from "../../src/documents/desk/index.js";
import { writeNewWorkbook, type NewWorkbook } from "../../src/documents/xlsx/index.js";
import { placeOf, plantedMistakes, plantInSheet, redcrossWithMistakes } from "./mistakes.js";
import { redcross, sampleYear, type SampleSheet } from "./redcross.js";
import { redcrossTyped } from "./redcross-typed.js";

/** The clean sample and the one with mistakes, before they are written. */
export function sampleBooks(forms: PackForms): { readonly clean: NewWorkbook; readonly mistaken: NewWorkbook } {
  const deskXml = writeDesk({ ...emptyDesk, typed: new Map(Object.entries(redcrossTyped)) }, null);
  const bookOf = (sheets: readonly LaidOutForm[]): NewWorkbook => ({
    title: `${sampleYear}年度绩效自评附表`,
    creator: "屈原管理区红十字会",
    sheets: sheets.map(({ sheet }) => calculated(sheet)),
    deskXml,
  });
  return { clean: bookOf(layOut(forms, redcross)), mistaken: bookOf(layOutMistaken(forms)) };
}

/** Names and contents of everything under assets/samples that is made; the same forms always make the same bytes. */
export function buildSamples(forms: PackForms): ReadonlyMap<string, Uint8Array> {
  const { clean, mistaken } = sampleBooks(forms);
  return new Map([
    ["redcross-2024.xlsx", writeNewWorkbook(clean)],
    ["redcross-2024-mistakes.xlsx", writeNewWorkbook(mistaken)],
    ["redcross-2024.expected.json", new TextEncoder().encode(expectedJson(layOutMistaken(forms)))],
  ]);
}

function layOutMistaken(forms: PackForms): LaidOutForm[] {
  return layOut(forms, redcrossWithMistakes).map(plantInSheet);
}

function layOut(forms: PackForms, sheets: readonly SampleSheet[]): LaidOutForm[] {
  return sheets.map(({ annex, name, fill }) => {
    const form = forms.sheets.find((candidate) => candidate.annex === annex);
    if (!form) throw new Error(`The pack has no form for ${annex}`);
    return layOutForm(forms, form, sampleYear, fill, name ?? form.name);
  });
}

/** Errors and warnings that a check must give, no more and no less; infos are free. */
function expectedJson(mistaken: readonly LaidOutForm[]): string {
  const findings = plantedMistakes.map(({ id, severity, sheet, at, what }) => {
    const form = mistaken[sheet];
    if (!form) throw new Error(`The sample has no sheet ${sheet}`);
    return { id, severity, sheet: form.sheet.name, cell: addressOf(placeOf(form, at)), what };
  });
  const expected = { "redcross-2024.xlsx": [], "redcross-2024-mistakes.xlsx": findings };
  return `${JSON.stringify(expected, null, 2)}\n`;
}
