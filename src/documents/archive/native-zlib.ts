/** What Node brings for packages, several times as fast as code of our own; null in browsers. */
export interface NativeZlib {
  inflateRawSync(data: Uint8Array, options: { readonly maxOutputLength: number }): Uint8Array;
  crc32?(data: Uint8Array): number;
}

/** Asked for at run time, so that no bundle for browsers knows of it. */
export const nativeZlib: NativeZlib | null = find();

function find(): NativeZlib | null {
  const host: { readonly process?: { getBuiltinModule?(name: string): unknown } } = globalThis;
  const found = host.process?.getBuiltinModule?.("node:zlib");
  return isZlib(found) ? found : null;
}

function isZlib(found: unknown): found is NativeZlib {
  return typeof found === "object" && found !== null && "inflateRawSync" in found;
}
