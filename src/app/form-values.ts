import Big from "big.js";
import type { CellValue } from "../core/sheet/index.js";
import { parseAddress, parseArea } from "../core/sheet/index.js";
import type { NewSheet } from "../documents/xlsx/index.js";

type Value = Big | string;

/** Fills in what the formulas of a form come to: SUM, COUNT, IF, ROUND, MIN and arithmetic over the same sheet. */
export function calculated(sheet: NewSheet): NewSheet {
  const contents = new Map(sheet.cells.map((cell) => [key(cell.row, cell.column), cell.content]));
  const known = new Map<string, Value>();
  const valueAt = (row: number, column: number): Value => {
    const at = key(row, column);
    const done = known.get(at);
    if (done !== undefined) return done;
    const content = contents.get(at);
    const value =
      content?.kind === "formula"
        ? new Reader(content.formula.slice(1), valueAt).whole()
        : content?.kind === "value" && typeof content.value === "number"
          ? new Big(content.value)
          : String(content?.kind === "value" ? (content.value ?? "") : "");
    known.set(at, value);
    return value;
  };
  const cells = sheet.cells.map((cell) =>
    cell.content.kind === "formula"
      ? { ...cell, content: { ...cell.content, cached: stored(valueAt(cell.row, cell.column)) } }
      : cell,
  );
  return { ...sheet, cells };
}

function key(row: number, column: number): string {
  return `${row},${column}`;
}

function stored(value: Value): CellValue {
  return typeof value === "string" ? value : value.toNumber();
}

/** Recursive descent over one formula; a form's formulas are ours, anything unknown is a bug. */
class Reader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly valueAt: (row: number, column: number) => Value,
  ) {}

  whole(): Value {
    const value = this.comparison();
    if (this.at < this.text.length) throw new Error(`Cannot calculate ${this.text}`);
    return value;
  }

  private comparison(): Value {
    const left = this.sum();
    const sign = /^(?:<=|>=|<|>|=)/.exec(this.text.slice(this.at))?.[0];
    if (sign === undefined) return left;
    this.at += sign.length;
    const right = this.sum();
    const order = number(left).cmp(number(right));
    const holds = sign === "=" ? order === 0 : sign.startsWith("<") ? order < 0 : order > 0;
    return new Big(holds || (sign.length === 2 && order === 0) ? 1 : 0);
  }

  private sum(): Value {
    let value = this.product();
    for (let sign = this.text[this.at]; sign === "+" || sign === "-"; sign = this.text[this.at]) {
      this.at += 1;
      const next = number(this.product());
      value = sign === "+" ? number(value).plus(next) : number(value).minus(next);
    }
    return value;
  }

  private product(): Value {
    let value = this.term();
    for (let sign = this.text[this.at]; sign === "*" || sign === "/"; sign = this.text[this.at]) {
      this.at += 1;
      const next = number(this.term());
      value = sign === "*" ? number(value).times(next) : number(value).div(next);
    }
    return value;
  }

  private term(): Value {
    const rest = this.text.slice(this.at);
    const call = /^([A-Z]+)\(/.exec(rest);
    if (call) {
      this.at += call[0].length;
      return this.call(call[1] ?? "");
    }
    const token = /^(?:""|\d+(?:\.\d+)?|[A-Z]+\d+)/.exec(rest)?.[0];
    if (token === undefined) throw new Error(`Cannot calculate ${this.text}`);
    this.at += token.length;
    if (token === '""') return "";
    const address = parseAddress(token);
    return address ? this.valueAt(address.row, address.column) : new Big(token);
  }

  private call(name: string): Value {
    if (name === "IF") return this.choice();
    const figures = this.figures();
    switch (name) {
      case "SUM":
        return figures.reduce((total, figure) => total.plus(figure), new Big(0));
      case "COUNT":
        return new Big(figures.length);
      case "MIN":
        return figures.reduce((least, figure) => (figure.lt(least) ? figure : least));
      case "ROUND":
        return (figures[0] ?? new Big(0)).round(figures[1]?.toNumber() ?? 0, Big.roundHalfUp);
      default:
        throw new Error(`Cannot calculate ${name}`);
    }
  }

  /** Only the branch taken is calculated; the other is skipped. */
  private choice(): Value {
    const holds = !number(this.comparison()).eq(0);
    this.expect(",");
    if (!holds) this.skip();
    const first = holds ? this.comparison() : "";
    this.expect(",");
    if (holds) this.skip();
    const second = holds ? "" : this.comparison();
    this.expect(")");
    return holds ? first : second;
  }

  private skip(): void {
    for (let depth = 0; this.at < this.text.length; this.at += 1) {
      const sign = this.text[this.at];
      if (depth === 0 && (sign === "," || sign === ")")) return;
      if (sign === "(") depth += 1;
      if (sign === ")") depth -= 1;
    }
  }

  private figures(): Big[] {
    const values: Value[] = [];
    while (this.text[this.at] !== ")") {
      const range = /^[A-Z]+\d+:[A-Z]+\d+/.exec(this.text.slice(this.at))?.[0];
      const area = range === undefined ? null : parseArea(range);
      if (area && range !== undefined) {
        this.at += range.length;
        for (let row = area.top; row <= area.bottom; row++) {
          for (let column = area.left; column <= area.right; column++) values.push(this.valueAt(row, column));
        }
      } else values.push(this.comparison());
      if (this.text[this.at] === ",") this.at += 1;
    }
    this.expect(")");
    return values.filter((value) => typeof value !== "string");
  }

  private expect(sign: string): void {
    if (this.text[this.at] !== sign) throw new Error(`Cannot calculate ${this.text}`);
    this.at += 1;
  }
}

/** An empty cell counts as 0 in arithmetic. */
function number(value: Value): Big {
  return typeof value === "string" ? new Big(0) : value;
}
