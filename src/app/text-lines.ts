/** How many lines a text takes in a cell of this width (in characters; a Chinese one counts two). */
export function linesOf(text: string, width: number): number {
  return text
    .split("\n")
    .map((line) => Math.max(1, Math.ceil(textWidth(line) / Math.max(width, 2))))
    .reduce((sum, lines) => sum + lines, 0);
}

export function textWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width += (character.codePointAt(0) ?? 0) > 0x2e7f || "“”…—".includes(character) ? 2 : 1.1;
  return width;
}
