/**
 * Half-width form, one character for one: digits, letters, brackets, signs, the ideographic space and the
 * various minus signs, so that positions in the text stay what they were. 。、 and quotes stay.
 */
export function halfWidth(text: string): string {
  if (!needsChange(text)) return text;
  let out = "";
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xff01 && code <= 0xff5e) out += String.fromCharCode(code - 0xfee0);
    else if (code === 0x3000 || code === 0xa0 || code === 0x2009 || code === 0x202f) out += " ";
    else if (code === 0x2212 || code === 0xfe63) out += "-";
    else if (code === 0xffe5) out += "¥";
    else out += text.charAt(at);
  }
  return out;
}

function needsChange(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xff01 || code === 0x3000 || code === 0xa0 || (code >= 0x2009 && code <= 0x2212) || code === 0xfe63)
      return true;
  }
  return false;
}

export function isDigit(char: string): boolean {
  return char >= "0" && char <= "9" && char.length === 1;
}

export function isHan(char: string): boolean {
  return char >= "\u4e00" && char <= "\u9fff";
}

export function isLetter(char: string): boolean {
  return (char >= "a" && char <= "z") || (char >= "A" && char <= "Z");
}

/** Blanks of every kind but line breaks; zero-width characters count as blanks. */
export function isBlank(char: string): boolean {
  return (
    char === " " || char === "\t" || char === "\u200b" || char === "\ufeff" || char === "\u2003" || char === "\u2002"
  );
}

/** Is a character of the text full width where a half-width one exists? */
export function hasFullWidth(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0xff01 && code <= 0xff5e) || code === 0xffe5) return true;
  }
  return false;
}
