/** Functions newer than the file format carry a prefix in files, which sheets never show. */
const future = new Set(
  (
    "ACOT,ACOTH,AGGREGATE,ARABIC,BASE,CEILING.MATH,CONCAT,COT,COTH,DAYS,DECIMAL,FLOOR.MATH,FORMULATEXT,IFNA,IFS," +
    "ISFORMULA,ISOWEEKNUM,LET,MAXIFS,MINIFS,MODE.SNGL,NUMBERVALUE,PERCENTILE.INC,RANDARRAY,RANK.AVG,RANK.EQ,SEQUENCE," +
    "SHEET,SHEETS,SORTBY,STDEV.P,STDEV.S,SWITCH,TEXTAFTER,TEXTBEFORE,TEXTJOIN,TEXTSPLIT,UNICHAR,UNICODE,UNIQUE," +
    "VAR.P,VAR.S,VSTACK,HSTACK,XLOOKUP,XMATCH,XOR"
  ).split(","),
);

/** Two of the array functions have a second prefix. */
const worksheetOnly = new Set(["FILTER", "SORT"]);

/** The formula as files keep it: without `=`, newer functions prefixed. */
export function storedFormula(formula: string): string {
  const text = formula.startsWith("=") ? formula.slice(1) : formula;
  let result = "";
  let at = 0;
  while (at < text.length) {
    const quote = text.charAt(at);
    if (quote === '"' || quote === "'") {
      const close = text.indexOf(quote, at + 1);
      const end = close < 0 ? text.length : close + 1;
      result += text.slice(at, end);
      at = end;
      continue;
    }
    let end = at;
    while (end < text.length && /[A-Za-z0-9._]/.test(text.charAt(end))) end++;
    const word = text.slice(at, end);
    result += text.charAt(end) === "(" ? prefixed(word) : word;
    if (end === at) result += text.charAt(end++);
    at = end;
  }
  return result;
}

function prefixed(name: string): string {
  const upper = name.toUpperCase();
  if (worksheetOnly.has(upper)) return `_xlfn._xlws.${name}`;
  return future.has(upper) ? `_xlfn.${name}` : name;
}
