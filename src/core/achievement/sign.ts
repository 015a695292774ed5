import { isDigit } from "../quantity/index.js";

/** ≥ ≧ >= => > and 》 before a number; ≤ ≦ <= =< < and 《 before a number; =. */
export function readSign(text: string, at: number): { bound: ">=" | "<=" | "="; strict: boolean; end: number } | null {
  const char = text.charAt(at);
  const next = text.charAt(at + 1);
  const sign = (bound: ">=" | "<=" | "=", strict: boolean, length: number) => ({ bound, strict, end: at + length });
  switch (char) {
    case "≥":
    case "≧":
    case "⩾":
      return sign(">=", false, next === "=" ? 2 : 1);
    case "≤":
    case "≦":
    case "⩽":
      return sign("<=", false, next === "=" ? 2 : 1);
    case ">":
      return next === "=" ? sign(">=", false, 2) : sign(">=", true, 1);
    case "<":
      return next === "=" ? sign("<=", false, 2) : sign("<=", true, 1);
    case "=":
      if (next === ">") return sign(">=", false, 2);
      if (next === "<") return sign("<=", false, 2);
      return sign("=", false, next === "=" ? 2 : 1);
    case "》":
      return isDigit(next) ? sign(">=", false, 1) : null;
    case "《":
      return isDigit(next) ? sign("<=", false, 1) : null;
    default:
      return null;
  }
}
