import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crc32 } from "../../../src/documents/archive/crc32.js";
import { inflate } from "../../../src/documents/archive/inflate.js";
import { nativeZlib } from "../../../src/documents/archive/native-zlib.js";

describe.each([
  ["the platform's own", nativeZlib],
  ["the portable one", null],
] as const)("%s", (name, native) => {
  it("is the one that is meant", () => {
    expect(native === null).toBe(name === "the portable one");
  });

  it("gives back what was deflated", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        const back = inflate(deflateRawSync(bytes), bytes.length, native);
        expect(back === null ? null : [...back]).toEqual([...bytes]);
      }),
      { numRuns: 60 },
    );
  });

  it("refuses another size than the declared one, broken data, and a bomb", () => {
    const bytes = new Uint8Array(3000).fill(7);
    const data = deflateRawSync(bytes);
    expect(inflate(data, 2999, native)).toBeNull();
    expect(inflate(data, 3001, native)).toBeNull();
    expect(inflate(data.subarray(0, data.length - 2), 3000, native)).toBeNull();
    expect(inflate(new Uint8Array([255, 255, 255, 255]), 3, native)).toBeNull();
    expect(inflate(data, 4_000_000_000, native)).toBeNull();
  });

  it("knows the checksum of zip", () => {
    expect(crc32(new TextEncoder().encode("123456789"), native)).toBe(0xcbf43926);
    expect(crc32(new Uint8Array(0), native)).toBe(0);
  });
});
