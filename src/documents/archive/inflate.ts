import { Inflate } from "fflate";

/** What came of inflating: the bytes, or why there are none. */
export type Inflated = Uint8Array | "over-cap" | "corrupt";

/** Deflate can grow 1,032-fold, so a step of this size yields at most 33 MB before the cap is looked at again. */
const step = 32 * 1024;

/**
 * Raw deflate, counted while it grows: the sizes a package declares are never believed. fflate's streaming door is
 * used everywhere, browser and Node alike: twice as fast as DecompressionStream for parts this small, and synchronous.
 */
export function inflateCapped(data: Uint8Array, cap: number): Inflated {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    size += chunk.length;
    if (size <= cap) chunks.push(chunk);
  });
  try {
    for (let offset = 0; offset < data.length || offset === 0; offset += step) {
      stream.push(data.subarray(offset, offset + step), offset + step >= data.length);
      if (size > cap) return "over-cap";
    }
  } catch {
    return "corrupt";
  }
  return joined(chunks, size);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = chunks;
  if (first && chunks.length === 1) return first;
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
