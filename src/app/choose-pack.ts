import type { Pack, PackSign } from "../core/pack/index.js";
import { labelText } from "../core/recognise/index.js";
import type { WorkbookSnapshot } from "../core/sheet/index.js";
import { readDesk } from "../documents/desk/index.js";
import { labelReader, sheetWords, type SheetWord } from "./sheet-words.js";

/** The setting of a workbook that names the pack a person chose for it. */
export const packSetting = "pack";

/** The pack a workbook is checked by, and why, in a sentence for people. */
export interface PackChoice {
  readonly pack: Pack;
  readonly why: string;
  /** `asked`: by whoever calls · `kept`: in the workbook · `found`: from the sheets. */
  readonly by: "asked" | "kept" | "found";
}

/** The packs at hand, first those that win a tie; one that whoever calls has named is taken without asking. */
export interface OfferedPacks {
  readonly asked: Pack | null;
  readonly packs: readonly [Pack, ...Pack[]];
}

export function packFor(workbook: WorkbookSnapshot, { asked, packs }: OfferedPacks): PackChoice {
  if (!asked) return choosePack(workbook, packs);
  return { pack: asked, why: `指定了规则包“${asked.title.zh}”`, by: "asked" };
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
  /** Names of the annexes whose titles are in the workbook. */
  readonly annexes: readonly string[];
}

function foundPack(workbook: WorkbookSnapshot, packs: readonly [Pack, ...Pack[]]): PackChoice {
  const words = sheetWords(workbook);
  const long = words.flatMap(({ text }) => (text.length < shortestTitle ? [] : [text.replace(/\s/g, "")]));
  const standings = packs.map((pack): Standing => ({ pack, annexes: titledAnnexes(pack, long) }));
  const most = Math.max(...standings.map(({ annexes }) => annexes.length));
  const [first = { pack: packs[0], annexes: [] }, ...others] = standings.filter(
    ({ annexes }) => annexes.length === most,
  );
  const seen = first.annexes.length === 0 ? "没有看到附表的标题" : `看到${first.annexes.join("、")}`;
  if (others.length === 0) return { pack: first.pack, why: `${seen}：按${named(first.pack)}`, by: "found" };
  const signed = [first, ...others].map(({ pack }) => ({ pack, signs: signsOf(pack, words) }));
  const votes = signed.map(({ signs }) => signs.reduce((sum, sign) => sum + sign.votes, 0));
  const best = signed[votes.indexOf(Math.max(...votes))];
  const because = best?.signs.map((sign) => sign.because) ?? [];
  const reasons = because.length === 0 ? ["没有更多特征可以区分规则包"] : because;
  const pack = best?.pack ?? first.pack;
  return { pack, why: `${[seen, ...reasons].join("，")}：按${named(pack)}`, by: "found" };
}

function named({ title }: Pack): string {
  return `“${title.zh}”`;
}

const shortestTitle = 6;
/** 某某县2024年度 before a title. */
const titleSurplus = 24;

/** Titles stand alone in a cell; the longest that a text holds is the one meant. */
function titledAnnexes(pack: Pack, texts: readonly string[]): readonly string[] {
  const titles = titlesOf(pack);
  const found = new Set<string>();
  for (const text of texts) {
    const hit = titles.find(({ title }) => text.length <= title.length + titleSurplus && text.includes(title));
    if (hit) found.add(hit.name);
  }
  return pack.annexes.flatMap(({ name }) => (found.has(name) ? [name] : []));
}

interface AnnexTitle {
  readonly name: string;
  readonly title: string;
}

const knownTitles = new WeakMap<Pack, readonly AnnexTitle[]>();

/** The longest first. */
function titlesOf(pack: Pack): readonly AnnexTitle[] {
  const titles =
    knownTitles.get(pack) ??
    pack.annexes
      .flatMap(({ name, titles: own }) => own.map((title) => ({ name, title: labelText(title).bare })))
      .sort((a, b) => b.title.length - a.title.length);
  knownTitles.set(pack, titles);
  return titles;
}

function signsOf({ signs }: Pack, words: readonly SheetWord[]): readonly PackSign[] {
  const labelOf = labelReader();
  const isOneOf = (labels: readonly string[], word: SheetWord): boolean => {
    const { plain, bare } = labelOf(word);
    return labelSet(labels).has(plain) || labelSet(labels).has(bare);
  };
  /** The figure where a row of that label meets a header at most so many rows above it; linear in the words. */
  const meets = ({ row: rowLabels, column, is }: NonNullable<PackSign["cell"]>): boolean => {
    const headers = new Map<string, number[]>();
    const seen = new Set<string>();
    for (const word of words) {
      if (!isOneOf(column, word)) continue;
      const key = rowKey(word.sheet, word.row);
      const columns = headers.get(key);
      if (columns) columns.push(word.column);
      else headers.set(key, [word.column]);
    }
    return words.some((word) => {
      const key = rowKey(word.sheet, word.row);
      if (seen.has(key) || !isOneOf(rowLabels, word)) return false;
      seen.add(key);
      return Array.from({ length: furthestHeader }, (_, up) => headers.get(rowKey(word.sheet, word.row - up - 1)) ?? [])
        .flat()
        .some((at) => figureAt(word, at) === is);
    });
  };
  return signs.filter(({ labels, contains, cell }) => {
    if (labels && !words.some((word) => isOneOf(labels, word))) return false;
    if (
      contains &&
      !words.some((word) => contains.some((part) => labelOf(word).plain.includes(part.normalize("NFKC"))))
    )
      return false;
    return !cell || meets(cell);
  });
}

function rowKey({ id }: SheetWord["sheet"], row: number): string {
  return `${row} ${id}`;
}

/** Rows between the header of a block and the row in question. */
const furthestHeader = 8;

const knownLabels = new WeakMap<readonly string[], ReadonlySet<string>>();

function labelSet(labels: readonly string[]): ReadonlySet<string> {
  const wanted = knownLabels.get(labels) ?? new Set(labels.map((label) => labelText(label).plain));
  knownLabels.set(labels, wanted);
  return wanted;
}

/** `20` and `20分` alike. */
function figureAt({ sheet, row }: SheetWord, column: number): number | null {
  const text = sheet.rows[row - sheet.top]?.[column - sheet.left]?.text.normalize("NFKC") ?? "";
  const figure = /^\s*(\d{1,4}(?:\.\d{1,4})?)/.exec(text)?.[1];
  return figure === undefined ? null : Number(figure);
}
