import { nativeZlib, type NativeZlib } from "./native-zlib.js";

const table = new Uint32Array(256);
for (let index = 0; index < 256; index++) {
  let code = index;
  for (let bit = 0; bit < 8; bit++) code = code & 1 ? 0xedb88320 ^ (code >>> 1) : code >>> 1;
  table[index] = code >>> 0;
}

/** The checksum of zip (polynomial 0xEDB88320, reflected), unsigned. */
export function crc32(bytes: Uint8Array, native: NativeZlib | null = nativeZlib): number {
  if (native?.crc32) return native.crc32(bytes);
  let code = 0xffffffff;
  for (let index = 0; index < bytes.length; index++) {
    code = (table[(code ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (code >>> 8);
  }
  return (code ^ 0xffffffff) >>> 0;
}
