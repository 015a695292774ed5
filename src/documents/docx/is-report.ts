import { openArchive } from "../archive/index.js";
import { decodeXml } from "../xml/index.js";

/** Whether the file is a report or template of ours: one with controls of ours in it. Files that cannot be read are not. */
export async function isOurReport(bytes: Uint8Array): Promise<boolean> {
  const archive = await openArchive(bytes);
  if (!archive.ok || !archive.value.has("word/document.xml")) return false;
  const part = await archive.value.read("word/document.xml");
  const text = part.ok ? decodeXml(part.value, "word/document.xml") : part;
  return (
    text.ok &&
    /w:val=["']annex:(?:section|fact|body|table):|=(?:'|&apos;|&quot;)urn:annex-desk:facts:1/.test(text.value)
  );
}
