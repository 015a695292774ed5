import { Inflate } from "fflate";
import { nativeZlib, type NativeZlib } from "./native-zlib.js";

/** Deflate can grow 1,032-fold, so a step of this size yields at most 17 MB before the count is looked at again. */
const step = 16 * 1024;
const highestRatio = 1_040;

/**
 * Raw deflate into exactly `size` bytes, the size that the package declares (and that its caller holds against the
 * caps). Null when the data is corrupt or comes to another size: the declaration is checked, never believed. `native`
 * is what the platform brings; without it fflate's streaming door does it, which for parts this small is twice as fast
 * as DecompressionStream, and synchronous.
 */
export function inflate(data: Uint8Array, size: number, native: NativeZlib | null = nativeZlib): Uint8Array | null {
  if (size > data.length * highestRatio) return null;
  return native ? inflateNatively(data, size, native) : inflateInSteps(data, size);
}

function inflateNatively(data: Uint8Array, size: number, native: NativeZlib): Uint8Array | null {
  try {
    const whole = native.inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
    return whole.length === size ? whole : null;
  } catch {
    return null;
  }
}

function inflateInSteps(data: Uint8Array, size: number): Uint8Array | null {
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
