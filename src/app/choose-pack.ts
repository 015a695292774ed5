import type { Pack, PackSign } from "../core/pack/index.js";
import { labelText } from "../core/recognise/index.js";
import type { WorkbookSnapshot } from "../core/sheet/index.js";
import { readDesk } from "../documents/desk/index.js";
import { sheetWords, type SheetWord } from "./sheet-words.js";

/** The setting of a workbook that names the pack a person chose for it. */
export const packSetting = "pack";

/** The pack a workbook is checked by, and why, in a sentence for people. */
export interface PackChoice {
  readonly pack: Pack;
  readonly why: string;
  /** `asked`: by whoever calls · `kept`: in the workbook · `found`: from the sheets. */
  readonly by: "asked" | "kept" | "found";
}

/** A pack that whoever calls has named. */
export function askedPack(pack: Pack): PackChoice {
  return { pack, why: `指定了规则包“${pack.title.zh}”`, by: "asked" };
}

/**
 * The one of several packs that fits a workbook: the one kept in it; else the one that knows most of the annexes titled
 * in it; else the one most of whose signs are there; else the first. Reads titles and labels only, once for all packs.
 */
export function choosePack(workbook: WorkbookSnapshot, packs: readonly [Pack, ...Pack[]]): PackChoice {
  const desk = readDesk(workbook.deskXml);
  const wanted = desk.ok ? desk.value.settings.get(packSetting) : undefined;
  const kept = packs.find(({ id }) => id === wanted);
  if (kept) return { pack: kept, why: `工作簿里选定了规则包“${kept.title.zh}”`, by: "kept" };
  const found = foundPack(workbook, packs);
  if (wanted === undefined || wanted === "") return found;
  return { ...found, why: `工作簿里选定的规则包“${wanted}”不在手边；${found.why}` };
}

interface Standing {
  readonly pack: Pack;
  /** Kinds of annex whose titles are in the workbook. */
  readonly annexes: readonly string[];
  readonly signs: readonly PackSign[];
  readonly votes: number;
}

function foundPack(workbook: WorkbookSnapshot, packs: readonly [Pack, ...Pack[]]): PackChoice {
  const words = sheetWords(workbook);
  const standings = packs.map((pack): Standing => {
    const signs = pack.signs.filter((sign) => isThere(sign, words));
    return {
      pack,
      annexes: titledAnnexes(pack, words),
      signs,
      votes: signs.reduce((sum, { votes }) => sum + votes, 0),
    };
  });
  const known = Math.max(...standings.map(({ annexes }) => annexes.length));
  const able = standings.filter(({ annexes }) => annexes.length === known);
  const votes = Math.max(...able.map((one) => one.votes));
  const best = able.find((one) => one.votes === votes);
  const pack = best?.pack ?? packs[0];
  return { pack, why: best ? whyOf(best, able, standings) : "", by: "found" };
}

function whyOf({ pack, annexes, signs }: Standing, able: readonly Standing[], all: readonly Standing[]): string {
  const name = `“${pack.title.zh}”`;
  const found = annexes.length === 0 ? "没有看到附表的标题" : `看到${annexes.join("、")}`;
  if (signs.length > 0) return `${found}；${signs.map(({ because }) => because).join("；")}：按${name}`;
  if (able.length > 1) return `${found}，没有更多特征可以区分规则包：按${name}`;
  return all.length > 1 ? `${found}，只有${name}有这些附表` : `${found}：按${name}`;
}

/** Titles stand alone in a cell; the longest that a text holds is the one meant. */
function titledAnnexes({ annexes }: Pack, words: readonly SheetWord[]): readonly string[] {
  const titles = annexes
    .flatMap(({ name, titles: own }) => own.map((title) => ({ name, title: labelText(title).bare })))
    .sort((a, b) => b.title.length - a.title.length);
  const found = new Set<string>();
  for (const { bare } of words) {
    if (bare.length < shortestTitle) continue;
    const hit = titles.find(({ title }) => bare.includes(title) && bare.length <= title.length + titleSurplus);
    if (hit) found.add(hit.name);
  }
  return annexes.flatMap(({ name }) => (found.has(name) ? [name] : []));
}

const shortestTitle = 6;
/** 某某县2024年度 before a title. */
const titleSurplus = 24;

function isThere({ labels, contains, cell }: PackSign, words: readonly SheetWord[]): boolean {
  if (labels && !words.some((word) => isOneOf(labels, word))) return false;
  if (contains && !words.some(({ plain }) => contains.some((text) => plain.includes(text.normalize("NFKC")))))
    return false;
  return !cell || words.some((row) => isOneOf(cell.row, row) && meets(cell, row, words));
}

/** The figure where this row meets a header above it. */
function meets({ column, is }: NonNullable<PackSign["cell"]>, row: SheetWord, words: readonly SheetWord[]): boolean {
  return words.some(
    (header) =>
      header.sheet === row.sheet &&
      header.row < row.row &&
      header.row >= row.row - furthestHeader &&
      isOneOf(column, header) &&
      figureAt(row, header.column) === is,
  );
}

/** Rows between the header of a block and the row in question. */
const furthestHeader = 8;

const knownLabels = new WeakMap<readonly string[], ReadonlySet<string>>();

function isOneOf(labels: readonly string[], { plain, bare }: SheetWord): boolean {
  const wanted = knownLabels.get(labels) ?? new Set(labels.map((label) => labelText(label).plain));
  knownLabels.set(labels, wanted);
  return wanted.has(plain) || wanted.has(bare);
}

/** `20` and `20分` alike. */
function figureAt({ sheet, row }: SheetWord, column: number): number | null {
  const text = sheet.rows[row - sheet.top]?.[column - sheet.left]?.text.normalize("NFKC") ?? "";
  const figure = /^\s*(\d{1,4}(?:\.\d{1,4})?)/.exec(text)?.[1];
  return figure === undefined ? null : Number(figure);
}
