/** A title as the name of a file, without what no file system takes. */
export function fileNameOf(title: string): string {
  const name = title.replace(/[\\/:*?"<>|\r\n\t]/g, "").trim();
  return name === "" ? "绩效自评报告" : name.slice(0, 80);
}
