import { answered } from "./answered.js";

/** The largest slice that every host hands over, in bytes. */
const sliceSize = 4 * 1024 * 1024;

/**
 * The open document as a .docx, unsaved changes included. Word keeps at most two such copies, so this one is given
 * back whatever happens.
 */
export async function openPackage(): Promise<Uint8Array> {
  const file = await answered<Office.File>((done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize }, done),
  );
  try {
    const bytes = new Uint8Array(file.size);
    let at = 0;
    for (let index = 0; index < file.sliceCount; index++) {
      const slice = await answered<Office.Slice>((done) => file.getSliceAsync(index, done));
      bytes.set(slice.data as ArrayLike<number>, at);
      at += slice.size;
    }
    return bytes;
  } finally {
    file.closeAsync();
  }
}
