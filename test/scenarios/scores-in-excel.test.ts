import axe from "axe-core";
import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPaneInHost, type OpenPane } from "../office-host/index.js";

/** The scores of a real workbook in the built pane, over the real office.js: decided, written back, undone. */
const folder = "dist/web";
const sheet = "附件2 整体支出自评表";

let pane: OpenPane;

beforeAll(async () => {
  if (!existsSync(`${folder}/pane.html`)) throw new Error("The pane is not built: run `npm run build` first.");
  pane = await openPaneInHost({
    workbook: new Uint8Array(readFileSync("assets/samples/redcross-2024.xlsx")),
    name: "redcross-2024.xlsx",
    distFolder: folder,
  });
  pane.page.setDefaultTimeout(10_000);
  // Words that name no level, and a score above what 121 of 130 earns.
  pane.excel.userEdit(sheet, "F31", "见附件");
  pane.excel.userEdit(sheet, "H30", 8);
  pane.excel.log.clear();
}, 60_000);
afterAll(() => pane.close());

function requests(): number {
  const count = pane.excel.log.requests;
  pane.excel.log.clear();
  return count;
}

const button = (name: string | RegExp) => pane.page.getByRole("button", { name });
const line = (name: string) => pane.page.locator(`tr[data-line^="${name}"]`);

describe("得分 in Excel", () => {
  test("a qualitative line is decided with two presses, in one sync, and computed again", async () => {
    await button("计算得分").click();
    await button(/^需人工判断 1$/).click();
    await line("积极动员").getByRole("button").click();
    await expect.poll(() => pane.excel.selection).toEqual({ sheet, address: "H31" });
    requests();
    await button("部分达成").click();
    await pane.page.getByText("人工判断：部分达成").waitFor();
    expect(requests()).toBe(1);
    expect(await line("积极动员").textContent()).toContain("4.8–6.4");
    expect(pane.excel.cell(sheet, "F31").value).toBe("见附件");
  });

  test("the decision is in the workbook: a new reading has it", async () => {
    await button("计算得分").click();
    await button(/^需人工判断 0$/).waitFor();
    await button(/^全部/).click();
    await line("积极动员").getByText("人工判断", { exact: true }).waitFor();
  });

  test("computed scores are shown, written in one act, and taken back", async () => {
    const qualitative = pane.excel.cell(sheet, "H31").value;
    await button("把核算得分写回表里").click();
    const panel = pane.page.getByRole("group", { name: "写回核算得分" });
    expect(await panel.textContent()).toContain("人道救助受益人数");
    expect(pane.excel.cell(sheet, "H30").value).toBe(8);
    await button(/^写回 \d+ 处$/).click();
    await pane.page.getByText(/^已写回 \d+ 处得分$/).waitFor();
    expect(pane.excel.cell(sheet, "H30").value).toBe(7.45);
    expect(pane.excel.cell(sheet, "H31").value).toBe(qualitative);
    await button("撤销").click();
    await expect.poll(() => pane.excel.cell(sheet, "H30").value).toBe(8);
  });

  test("a decision lapses when its cell is typed over, and says so until it is cleared", async () => {
    pane.excel.userEdit(sheet, "F31", "未开展");
    await button("计算得分").click();
    await pane.page.getByText("1 项人工判断已失效").waitFor();
    expect(await pane.page.locator("[data-lapsed]").textContent()).toContain("单元格内容已改");
    requests();
    await button("清除").click();
    await pane.page.getByText("1 项人工判断已失效").waitFor({ state: "detached" });
    expect(requests()).toBe(1);
  });

  test("legible in colour: nothing for axe to say, contrast included", async () => {
    await line("人道救助受益人数").getByRole("button").click();
    await pane.page.evaluate(axe.source);
    const found = await pane.page.evaluate(async () => {
      const { axe: run } = globalThis as unknown as { axe: typeof axe };
      const { violations } = await run.run(document.body);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    });
    expect(found).toEqual([]);
    expect(pane.problems).toEqual([]);
  });
});
