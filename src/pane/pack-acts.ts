import type { PackProblem } from "../core/pack/index.js";
import type { DeskCore } from "./desk-core.js";
import type { DeskStoring } from "./desk-storing.js";
import type { ChosenFile } from "./desk-state.js";
import type { PackView } from "./pack-shelf.js";
import { whenIdle } from "./when-idle.js";

export interface PackActs {
  /** Keeps the choice of a pack in the workbook and checks by it; null leaves the choice to the sheets. */
  choosePack(id: string | null): Promise<void>;
  /** Reads a person's own pack, one file or those of a folder, and chooses it; its mistakes are shown. */
  takePack(files: readonly ChosenFile[]): Promise<void>;
  packView(): PackView | null;
}

/** Bytes of all files of a pack together. */
const largestPack = 2_000_000;

export function packActs(
  { get, set, engine, store }: DeskCore,
  storing: DeskStoring,
  flushAnswers: () => Promise<void>,
): PackActs {
  async function choose(id: string | null): Promise<void> {
    const ready = engine.current();
    if (!ready) return;
    await flushAnswers();
    await whenIdle(store);
    // A basics form of another pack must not be shown on.
    if (await storing.store(ready.choosingPack(id))) set({ packProblem: null, basics: null });
  }

  return {
    choosePack: choose,
    async takePack(files) {
      const ready = engine.current();
      if (!ready || files.length === 0) return;
      const name = files.map((file) => file.name).join("、");
      const refuse = (problems: readonly PackProblem[]): void => set({ packProblem: { name, problems } });
      if (files.reduce((sum, { size }) => sum + size, 0) > largestPack) {
        refuse([{ file: name, line: null, column: null, path: "", message: "文件太大，不像规则包，没有读" }]);
        return;
      }
      const decoder = new TextDecoder();
      const texts = await Promise.all(
        files.map(async (file) => ({ name: file.name, text: decoder.decode(await file.bytes()) })),
      );
      const reading = await ready.takePack(texts);
      if (reading.ok) await choose(reading.id);
      else refuse(reading.problems);
    },
    packView() {
      const { outcome } = get();
      return (outcome && engine.current()?.packView(outcome.snapshot)) ?? null;
    },
  };
}
