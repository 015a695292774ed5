import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Is there a desktop Excel that add-ins can be put into? Only Windows and macOS have one. */
export function excelInstalled(): boolean {
  if (process.platform === "darwin") return existsSync("/Applications/Microsoft Excel.app");
  if (process.platform !== "win32") return false;
  return spawnSync("reg", ["query", "HKCR\\Excel.Application"], { stdio: "ignore" }).status === 0;
}
