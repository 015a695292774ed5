/** Text as names and contents are compared: width and blanks do not matter. */
export function comparable(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "");
}
