/** Limits that a package from a stranger is held to. Sizes in bytes after inflating. */
export interface ArchiveCaps {
  readonly parts: number;
  readonly part: number;
  readonly total: number;
}

/**
 * An annex workbook inflates to about 0.2 MB, a large accounting workbook to some 30 MB. The cap on one part keeps the
 * whole process under 300 MB even while the part is held as bytes, as text and in a parser at once.
 */
export const archiveCaps: ArchiveCaps = { parts: 5_000, part: 48 * 1024 * 1024, total: 144 * 1024 * 1024 };
