import { choosePack, packSetting, type DeskChange, type PackChoice } from "../app/index.js";
import type { Pack, PackProblem } from "../core/pack/index.js";
import type { LocalText } from "../core/result/index.js";
import type { WorkbookSnapshot } from "../core/sheet/index.js";
import { readDesk, withSetting } from "../documents/desk/index.js";
import { changingDesk } from "./changing-desk.js";

/** A pack by name. */
export interface PackName {
  readonly id: string;
  readonly title: LocalText;
  /** Where it applies, in Chinese. */
  readonly scope: string;
  /** A person's own, read from a file. */
  readonly own: boolean;
}

/** The pack that checks a workbook, and those that could. */
export interface PackView {
  readonly inUse: PackName;
  /** In Chinese. */
  readonly why: string;
  /** A person chose it; else it was found from the sheets. */
  readonly chosen: boolean;
  readonly packs: readonly PackName[];
}

/** A file of a person's own pack. */
export interface PackFile {
  readonly name: string;
  readonly text: string;
}

export type PackReading =
  { readonly ok: true; readonly id: string } | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** The packs at hand: those that ship and the person's own. */
export interface PackShelf {
  choice(snapshot: WorkbookSnapshot): PackChoice;
  view(snapshot: WorkbookSnapshot): PackView;
  take(files: readonly PackFile[]): Promise<PackReading>;
  prepare(snapshot: WorkbookSnapshot): Promise<void>;
  choosing(id: string | null): DeskChange;
}

/** The setting that holds the files of a person's own pack. */
const ownSetting = "packFiles";
/** Characters; a larger pack is asked for again when the workbook is opened anew. */
const longestKept = 60_000;

interface OwnPack {
  readonly pack: Pack;
  readonly files: readonly PackFile[];
}

export function packShelf(shipped: readonly [Pack, ...Pack[]]): PackShelf {
  const own = new Map<string, OwnPack>();
  /** What workbooks brought along, read once each. */
  const brought = new Set<string>();
  const packs = (): readonly [Pack, ...Pack[]] => [...shipped, ...[...own.values()].map(({ pack }) => pack)];
  const nameOf = ({ id, title, scope }: Pack): PackName => ({ id, title, scope, own: own.has(id) });
  const choice = (snapshot: WorkbookSnapshot): PackChoice => choosePack(snapshot, packs());

  async function take(files: readonly PackFile[]): Promise<PackReading> {
    const { basesOf, compilePack } = await import("../core/pack/compile.js");
    const compiled = compilePack(Object.fromEntries(files.map(({ name, text }) => [name, text])), basesOf(shipped));
    if (!compiled.ok) return compiled;
    const { pack } = compiled;
    if (shipped.some(({ id }) => id === pack.id)) return { ok: false, problems: [taken(files, pack.id)] };
    own.set(pack.id, { pack, files });
    return { ok: true, id: pack.id };
  }

  return {
    choice,
    take,
    view(snapshot) {
      const { pack, why, by } = choice(snapshot);
      return { inUse: nameOf(pack), why, chosen: by !== "found", packs: packs().map(nameOf) };
    },
    async prepare(snapshot) {
      const desk = readDesk(snapshot.deskXml);
      const kept = desk.ok ? (desk.value.settings.get(ownSetting) ?? "") : "";
      if (kept === "" || brought.has(kept)) return;
      brought.add(kept);
      await take(filesIn(kept));
    },
    choosing(id) {
      const files = id === null ? undefined : own.get(id)?.files;
      const kept = files ? JSON.stringify(files) : "";
      return changingDesk((desk) =>
        withSetting(withSetting(desk, packSetting, id ?? ""), ownSetting, kept.length > longestKept ? "" : kept),
      );
    },
  };
}

function taken(files: readonly PackFile[], id: string): PackProblem {
  const message = `编号 ${id} 是自带的规则包，请给自己的包换一个编号`;
  return { file: files[0]?.name ?? "", line: null, column: null, path: "id", message };
}

/** As kept in a workbook, which anybody may have changed. */
function filesIn(kept: string): readonly PackFile[] {
  if (kept.length > longestKept) return [];
  try {
    const files: unknown = JSON.parse(kept);
    return Array.isArray(files) ? files.filter(isFile) : [];
  } catch {
    return [];
  }
}

function isFile(value: unknown): value is PackFile {
  if (typeof value !== "object" || value === null) return false;
  return "name" in value && typeof value.name === "string" && "text" in value && typeof value.text === "string";
}
