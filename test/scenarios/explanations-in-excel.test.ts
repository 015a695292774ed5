import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDesk } from "../../src/documents/desk/index.js";
import { openPaneInHost, type OpenPane } from "../office-host/index.js";

/** The built pane, the real office.js, the sample with mistakes: answering a warning, and what becomes of the answer. */
const folder = "dist/web";
const sheet = "附件1 基础数据表";

let pane: OpenPane;

beforeAll(async () => {
  if (!existsSync(`${folder}/pane.html`)) throw new Error("The pane is not built: run `npm run build` first.");
  pane = await openPaneInHost({
    workbook: new Uint8Array(readFileSync("assets/samples/redcross-2024-mistakes.xlsx")),
    name: "redcross-2024-mistakes.xlsx",
    distFolder: folder,
  });
  pane.page.setDefaultTimeout(10_000);
}, 60_000);
afterAll(() => pane.close());

const button = (name: string | RegExp) => pane.page.getByRole("button", { name });
const kept = () => {
  const desk = readDesk(pane.excel.workbook.xmlParts[0]?.xml ?? null);
  return desk.ok ? desk.value : null;
};

describe("说明存在工作簿里", () => {
  test("写好、存入：一次往返，附表不变", async () => {
    await button("一键校验").click();
    await pane.page.getByText("列头年度是 2022").click();
    await button(/^说明…/).click();
    await pane.page.getByLabel("说明", { exact: true }).fill("沿用旧表，数字已核对为 2023 年");
    await pane.page.getByLabel("说明人").fill("张三");
    await expect.poll(() => pane.excel.selection.address).toBe("B6");
    pane.excel.log.clear();
    await pane.page.keyboard.press("Control+Enter");
    await pane.page.getByText("已说明 1 处").waitFor();
    expect(pane.excel.log.requests).toBe(1);
    expect(kept()?.explanations).toMatchObject([
      { finding: "a1/year-columns", reason: "沿用旧表，数字已核对为 2023 年", by: "张三" },
    ]);
    expect(kept()?.typed.size).toBeGreaterThan(3);
    expect(pane.excel.cell(sheet, "B6").value).toBe("2022年决算数");
  });

  test("别人同时存入的内容也在", async () => {
    const [part] = pane.excel.workbook.xmlParts;
    if (part) part.xml = part.xml.replace("</desk>", '<typed id="otherNotes">别人写的</typed></desk>');
    await pane.page.getByText("附表内有隐藏的内容").click();
    await button(/^说明…/).click();
    await pane.page.getByLabel("说明", { exact: true }).fill("两项均为零");
    await expect.poll(() => pane.page.getByLabel("说明人").inputValue()).toBe("张三");
    await expect.poll(() => pane.excel.selection.address).toBe("A25");
    pane.excel.log.clear();
    await button("存入工作簿").click();
    await pane.page.getByText("已说明 2 处").waitFor();
    expect(pane.excel.log.requests).toBe(2);
    expect(kept()?.explanations).toHaveLength(2);
    expect(kept()?.typed.get("otherNotes")).toBe("别人写的");
  });

  test("数字变了，说明失效；清除之后不再提起", async () => {
    pane.excel.userEdit(sheet, "B6", "2021年决算数");
    await pane.page.getByText("说明已失效：数字已变").waitFor();
    await pane.page.getByText("已说明 1 处").waitFor();
    pane.excel.log.clear();
    await button("清除").click();
    await pane.page.getByText("已清除 1 条用不上的说明").first().waitFor();
    expect(pane.excel.log.requests).toBe(1);
    expect(kept()?.explanations.map(({ finding }) => finding)).toEqual(["file/hidden"]);
  });

  test("没有出错，也没有找过别人", () => {
    expect(pane.foreignRequests).toEqual([]);
    expect(pane.problems).toEqual([]);
  });
});
