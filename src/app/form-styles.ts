import type { FormStyle } from "../core/pack/index.js";
import type { NewStyle } from "../documents/xlsx/index.js";
import { known } from "./form-places.js";

/** A style with what it takes over from those it is like. */
export function styleNamed(
  styles: Readonly<Record<string, FormStyle>>,
  name: string,
  seen: readonly string[] = [],
): NewStyle {
  const own = known(styles[name], `style ${name}`);
  if (seen.includes(name)) throw new Error(`The styles ${seen.join(", ")} are like one another.`);
  const base = own.like === undefined ? plainStyle : styleNamed(styles, own.like, [...seen, name]);
  return {
    font: own.font ?? base.font,
    size: own.size ?? base.size,
    bold: own.bold ?? base.bold,
    align: own.align ?? base.align,
    vertical: own.vertical ?? base.vertical,
    wrap: own.wrap ?? base.wrap,
    indent: own.indent ?? base.indent,
    border: own.border ?? base.border,
    shade: own.shade === undefined ? base.shade : own.shade === "none" ? null : own.shade,
    format: own.format ?? base.format,
  };
}

const plainStyle: NewStyle = {
  font: "宋体",
  size: 11,
  bold: false,
  align: null,
  vertical: "center",
  wrap: false,
  indent: 0,
  border: "none",
  shade: null,
  format: "General",
};
