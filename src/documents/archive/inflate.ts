import { Inflate } from "fflate";

/** Deflate can grow 1,032-fold, so a step of this size yields at most 17 MB before the count is looked at again. */
const step = 16 * 1024;
const highestRatio = 1_040;

/**
 * Raw deflate into exactly `size` bytes, the size that the package declares (and that its caller holds against the
 * caps). Null when the data is corrupt or comes to another size: the declaration is checked, never believed. fflate's
 * streaming door is used in browser and Node alike: for parts this small it is twice as fast as DecompressionStream, and
 * synchronous.
 */
export function inflate(data: Uint8Array, size: number): Uint8Array | null {
  if (size > data.length * highestRatio) return null;
  const whole = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length <= size) whole.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let offset = 0; offset < data.length && filled <= size; offset += step) {
      stream.push(data.subarray(offset, offset + step), offset + step >= data.length);
    }
  } catch {
    return null;
  }
  return filled === size ? whole : null;
}
