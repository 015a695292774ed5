import { isDigit, isHan, readNumeral, readUnit } from "../quantity/index.js";
import { oneOf } from "./lexicon.js";
import type { Token } from "./token.js";

/** Characters a Chinese numeral can begin with. */
export const chineseDigits = "零〇一二两三四五六七八九十百千万亿半壹贰叁肆伍陆柒捌玖拾佰仟";

/** Marks that end a clause. */
export const stops = ",;，；。、!?！？|\n";

/** A Chinese numeral counts where a unit, a share or a word of the grammar makes it a number. */
export function standsAlone(
  text: string,
  at: number,
  end: number,
  previous: Token | undefined,
  share: boolean,
): boolean {
  if (share) return true;
  if (readUnit(text, end)) return true;
  const rest = text.charAt(end);
  const introduced =
    previous !== undefined && (previous.kind === "sign" || previous.kind === "before" || previous.kind === "per");
  if (introduced)
    return rest === "" || !isHan(rest) || oneOf(["余", "多", "左右", "以上", "以下", "以内"], text, end) !== null;
  return at === 0 && (rest === "" || oneOf(["余", "多", "左右", "以上", "以下", "以内"], text, end) !== null);
}

export function beginsNumber(text: string, at: number): boolean {
  const char = text.charAt(at);
  return (
    isDigit(char) ||
    "约近超逾¥-每≥≤>=<".includes(char || " ") ||
    (chineseDigits.includes(char || " ") && readNumeral(text, at) !== null)
  );
}

/** 第三条 is a name, 前10名 and 排名前5 are ranks, anything else no ordinal. */
export function readRank(text: string, at: number, word: string): "rank" | "name" | null {
  const numeral = readNumeral(text, at);
  if (!numeral || numeral.decimals > 0) return null;
  const next = text.charAt(numeral.end);
  if ("名位列".includes(next || " ")) return "rank";
  if (word === "第") return "name";
  return next === "" || stops.includes(next) ? "rank" : null;
}

/** 1、 2. 3) (4) at the start of a clause; the index after it. */
export function readListMarker(text: string, at: number, atStart: boolean): number | null {
  if (!atStart) return null;
  const char = text.charAt(at);
  if (char >= "①" && char <= "⑳") return at + 1;
  let end = at;
  while (end - at < 3 && isDigit(text.charAt(end))) end++;
  if (end === at || end - at > 2) {
    if (!"一二三四五六七八九十".includes(char)) return null;
    return text.charAt(at + 1) === "、" ? at + 2 : null;
  }
  const mark = text.charAt(end);
  const after = text.charAt(end + 1);
  // A list begins with 1; 3、4次 does not, and 1、2次 may not.
  if (mark === "、" && at === 0 && isDigit(after) && (text.slice(at, end) !== "1" || isLone2(text, end + 1)))
    return null;
  if (mark === "、" && after !== "") return end + 1;
  if ((mark === "." || mark === ")" || mark === ":") && after !== "" && !isDigit(after)) return end + 1;
  return null;
}

/** 三四次, 十二三个: figures side by side that make no number; the index after them. */
export function digitRunEnd(text: string, at: number): number {
  let end = at + 1;
  while (chineseDigits.includes(text.charAt(end) || " ")) end++;
  return end;
}

/** 一户一策, 一人一档, 一对一: the index after it; null where no such phrase begins. */
export function pairedEnd(text: string, at: number): number | null {
  if (text.charAt(at) !== "一" || text.charAt(at + 2) !== "一") return null;
  if (!isHan(text.charAt(at + 1)) || chineseDigits.includes(text.charAt(at + 1))) return null;
  return isHan(text.charAt(at + 3)) ? at + 4 : at + 3;
}

function isLone2(text: string, at: number): boolean {
  return text.charAt(at) === "2" && !"0123456789.,".includes(text.charAt(at + 1) || " ");
}
