/** Ids of the catalogue that the pack may still lack. */
export const pending: readonly string[] = [];
