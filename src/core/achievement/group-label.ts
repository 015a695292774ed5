import { halfWidth, isDigit } from "../quantity/index.js";

/** 产出指标 of 产出指标（50分）, 产出指标(50) or 效益指标30分）: the name without the printed weight and breaks. */
export function groupLabel(text: string): string {
  const source = halfWidth(text);
  let label = "";
  for (let at = 0; at < source.length; at++) {
    const char = source.charAt(at);
    if (char === "(" || (isDigit(char) && label !== "")) break;
    if (char.trim() !== "") label += text.charAt(at);
  }
  return label;
}

/** 造林面积 of 指标1：造林面积 or 2、造林面积: the name without the number that a form prints before it. */
export function withoutNumber(name: string): string {
  return name.replace(/^\s*\p{Script=Han}{0,2}\d{1,2}[:：、.．](?!\d)\s*(?=\S)/u, "");
}

/** A name over several lines of its cell, in one. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, "");
}
