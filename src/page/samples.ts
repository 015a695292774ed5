import type { IncomingFile } from "./incoming-file.js";
import type { PageTexts } from "./texts.js";

/** Files of `samples/` beside the page, without extension. */
export const samples = ["redcross-2024", "redcross-2024-mistakes"] as const;

export type SampleId = (typeof samples)[number];

export function sampleName(id: SampleId, texts: PageTexts): string {
  return id === "redcross-2024" ? texts.sampleClean : texts.sampleMistakes;
}

/** The sample that an address such as `page.html?sample=redcross-2024` asks for. */
export function sampleOfAddress(search: string): SampleId | null {
  const wanted = new URLSearchParams(search).get("sample");
  return samples.find((id) => id === wanted) ?? null;
}

/** Null where the file is not beside the page. */
export async function fetchSample(id: string): Promise<IncomingFile | null> {
  try {
    const answer = await fetch(`samples/${encodeURIComponent(id)}.xlsx`);
    if (!answer.ok) return null;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return { name: `${id}.xlsx`, size: bytes.length, bytes: async () => bytes };
  } catch {
    return null;
  }
}
