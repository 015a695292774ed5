import { type Unit, unitOf } from "../quantity/index.js";
import { bracketedUnit, countedPer, joinRange, told } from "./amount.js";
import type { Lexicon } from "./lexicon.js";
import type { Amount, Bound, DateMention, Measure, Statement } from "./measure.js";
import type { Token } from "./token.js";
import { newOpening } from "./opening.js";
import { normalise } from "./normalise.js";
import { tokenize } from "./tokenize.js";

/**
 * The grammar, read by recursive descent over the tokens:
 *
 *     statement = { clause stop }
 *     clause    = { opening | measure | date | words }
 *     opening   = sign | "不少于" … | "约" | "增长" | "每亩" …      — said before a number
 *     measure   = amount [ joint amount ] { closing }
 *     amount    = [ "-" ] number [ "余" ] [ unit ] [ "左右" ]
 *     closing   = "以上" | "以内" | … , a remark in brackets between is passed over
 *     date      = a date token, or two of them joined
 */
export function parse(text: string, lexicon: Lexicon, year: number | null): Statement {
  const source = normalise(text);
  return new Parser(source, tokenize(source, lexicon, year)).statement();
}

class Parser {
  private at = 0;
  private opening = newOpening();
  private readonly measures: Measure[] = [];
  private readonly dates: DateMention[] = [];
  private readonly asides: string[] = [];
  private words = "";
  private none: string | null = null;
  private danglingSign = false;
  private clauseStart = true;
  private clause = 0;

  constructor(
    private readonly source: string,
    private readonly tokens: readonly Token[],
  ) {}

  statement(): Statement {
    while (this.at < this.tokens.length) this.step();
    this.endClause();
    return {
      text: this.source,
      measures: this.measures,
      dates: this.dates,
      words: this.words,
      asides: this.asides,
      none: this.none,
      danglingSign: this.danglingSign,
    };
  }

  private step(): void {
    const token = this.tokens[this.at];
    if (!token) return;
    switch (token.kind) {
      case "stop":
        this.at += 1;
        this.endClause();
        return;
      case "sign":
        if (this.turnsAround(token.bound)) break;
        this.open(token.start);
        this.bind(token.bound);
        this.opening.sign = true;
        this.at += 1;
        break;
      case "before":
        this.before(token);
        break;
      case "per":
        this.open(token.start);
        this.opening.per.push(token);
        this.at += 1;
        break;
      case "number":
        this.measure();
        break;
      case "date":
        this.date();
        break;
      case "aside":
        this.asides.push(token.text);
        this.at += 1;
        break;
      case "name":
        this.words += token.text;
        this.at += 1;
        break;
      case "joint":
        if (!this.negativeAhead()) this.at += 1;
        else this.measure();
        break;
      case "after":
      case "unit":
        this.words += this.textOf(this.at);
        this.at += 1;
        break;
      case "text":
        this.words += token.text;
        this.at += 1;
        break;
    }
    this.clauseStart = false;
  }

  /** 95%≤X, 90%<X≤95%: a sign behind its number bounds the X that follows. */
  private turnsAround(bound: Bound): boolean {
    const previous = this.tokens[this.at - 1];
    const next = this.tokens[this.at + 1];
    const last = this.measures[this.measures.length - 1];
    if (previous?.kind !== "number" && previous?.kind !== "unit") return false;
    if (next?.kind !== "text" || !last || last.bound !== null || last.upper) return false;
    const turned = bound === ">=" ? "<=" : bound === "<=" ? ">=" : "=";
    this.measures[this.measures.length - 1] = { ...last, bound: turned };
    this.at += 1;
    return true;
  }

  private endClause(): void {
    if (this.opening.sign) this.danglingSign = true;
    this.opening = newOpening();
    this.clauseStart = true;
    this.clause += 1;
  }

  private open(start: number): void {
    this.opening.start ??= start;
  }

  private bind(bound: Bound): void {
    const { opening } = this;
    if (opening.bound !== null && opening.bound !== bound) opening.contradictory = true;
    opening.bound = bound;
  }

  private before(token: Extract<Token, { kind: "before" }>): void {
    const { opening } = this;
    this.at += 1;
    switch (token.role) {
      case "atLeast":
        this.open(token.start);
        this.bind(">=");
        break;
      case "atMost":
        this.open(token.start);
        this.bind("<=");
        break;
      case "equal":
        this.open(token.start);
        this.bind("=");
        break;
      case "keptWithin":
        opening.keptWithin = true;
        break;
      case "about":
        this.open(token.start);
        opening.approximate = true;
        break;
      case "more":
        this.open(token.start);
        opening.more = true;
        break;
      case "increase":
        opening.change = "increase";
        this.words += token.word;
        return;
      case "decrease":
        opening.change = "decrease";
        this.words += token.word;
        return;
      case "reaching":
        if (opening.change !== null && token.word !== "为") opening.reached = true;
        break;
      case "from":
        opening.from = true;
        break;
      case "ordinal":
        opening.rank = true;
        break;
      case "zero":
        // 零投诉 says so at its start, 投诉率为零 at its end.
        if (this.none === null && (token.word === "零" || this.clauseStart || this.afterDate())) {
          this.none = this.clauseFrom(token.start);
        }
        this.words += token.word;
        return;
      case "each":
      case "phrase":
        break;
    }
    if (token.role !== "about" && token.role !== "more") this.words += token.word;
  }

  /** 全年无事故 */
  private afterDate(): boolean {
    return this.tokens[this.at - 2]?.kind === "date";
  }

  private clauseFrom(start: number): string {
    let end = this.at;
    while (end < this.tokens.length && this.tokens[end]?.kind !== "stop") end += 1;
    return this.source.slice(start, this.tokens[end]?.start ?? this.source.length);
  }

  /** A minus before a number, where no number stands before the minus. */
  private negativeAhead(): boolean {
    const token = this.tokens[this.at];
    const next = this.tokens[this.at + 1];
    const previous = this.tokens[this.at - 1];
    if (token?.kind !== "joint" || next?.kind !== "number" || next.start !== token.start + 1) return false;
    if (token.char === "±") return true;
    return (
      (token.char === "-" || token.char === "+") &&
      (previous === undefined || previous.kind === "sign" || previous.kind === "before")
    );
  }

  private measure(): void {
    const { opening } = this;
    const startToken = this.tokens[this.at];
    const start = opening.start ?? startToken?.start ?? 0;
    const first = this.amount();
    if (!first) {
      this.at += 1;
      return;
    }
    let upper: Amount | null = null;
    let lower = first.amount;
    const tolerance = first.tolerance;
    const joint = this.tokens[this.at];
    const isJoint =
      (joint?.kind === "joint" && !"/+:∶".includes(joint.char)) ||
      (joint?.kind === "before" &&
        joint.role === "reaching" &&
        joint.word !== "为" &&
        opening.change === null &&
        !opening.from);
    if (isJoint && this.tokens[this.at + 1]?.kind === "number") {
      const back = this.at;
      this.at += 1;
      const second = this.amount();
      const joined = second && joinRange(lower, second.amount, joint.kind === "joint" && joint.char === "±");
      if (joined) {
        [lower, upper] = joined;
        first.approximate ||= second.approximate;
        first.more ||= second.more;
      } else this.at = back;
    }
    if (first.tolerance && !upper) {
      const spread = lower.value.abs();
      [lower, upper] = [
        { ...lower, value: spread.times(-1) },
        { ...lower, value: spread },
      ];
    }
    const closing = this.closing(start);
    const next = this.tokens[this.at];
    const finish = (amount: Amount): Amount => {
      let { unit } = amount;
      for (const per of opening.per) unit = countedPer(unit, per);
      return { ...amount, ...told(amount.value, unit, amount.magnitude) };
    };
    let bound = opening.bound;
    let contradictory = opening.contradictory;
    if (closing.bound !== null) {
      // 控制在12.95万元以内 says one thing twice; 控制在90%以上 is settled by its end.
      if (bound !== null && bound !== closing.bound && opening.sign) contradictory = true;
      bound = closing.bound;
    }
    this.measures.push({
      amount: finish(lower),
      upper: upper ? finish(upper) : null,
      bound,
      contradictory,
      approximate: opening.approximate || first.approximate || closing.approximate || opening.more || closing.more,
      more: opening.more || first.more || closing.more,
      change: opening.change,
      reached: opening.reached,
      from: opening.from,
      rank: opening.rank,
      tolerance,
      chinese: first.chinese,
      clause: this.clause,
      leadsOn: next?.kind === "text" || next?.kind === "name",
      text: this.source.slice(start, next?.start ?? this.source.length),
      start,
    });
    const { change } = opening;
    const from = opening.from;
    this.opening = newOpening();
    if (from) this.opening.change = change;
  }

  private amount(): {
    amount: Amount;
    approximate: boolean;
    more: boolean;
    chinese: boolean;
    tolerance: boolean;
  } | null {
    let sign = 1;
    let tolerance = false;
    const lead = this.tokens[this.at];
    if (lead?.kind === "joint") {
      if (lead.char === "-") sign = -1;
      tolerance = lead.char === "±";
      this.at += 1;
    }
    const token = this.tokens[this.at];
    if (token?.kind !== "number") return null;
    this.at += 1;
    const { numeral } = token;
    let approximate = numeral.approximate;
    let more = numeral.approximate;
    let unit: Unit | null = numeral.share === null ? null : unitOf(numeral.share);
    for (let steps = 0; steps < 4; steps++) {
      const next = this.tokens[this.at];
      if (next?.kind === "after" && (next.role === "aboutAfter" || next.role === "moreAfter")) {
        approximate ||= next.role === "aboutAfter";
        more ||= next.role === "moreAfter";
      } else if (next?.kind === "unit" && unit === null) unit = next.unit;
      else if (next?.kind === "aside" && unit === null && bracketedUnit(next.text)) unit = bracketedUnit(next.text);
      // 7（含）个工作日
      else if (next?.kind === "aside" && unit === null && this.tokens[this.at + 1]?.kind === "unit") {
        this.asides.push(next.text);
      } else break;
      this.at += 1;
    }
    const amount: Amount = {
      value: sign < 0 ? numeral.value.times(sign) : numeral.value,
      unit,
      printed: sign < 0 ? numeral.printed.times(sign) : numeral.printed,
      magnitude: numeral.magnitude,
    };
    return { amount, approximate: approximate || more, more, chinese: numeral.chinese, tolerance };
  }

  /** 以上, 以内, (含) … after an amount. */
  private closing(start: number): { bound: Bound | null; approximate: boolean; more: boolean } {
    let bound: Bound | null = null;
    let approximate = false;
    let more = false;
    for (;;) {
      const token = this.tokens[this.at];
      if (token?.kind === "after") {
        if (token.role === "atLeastAfter") bound = ">=";
        else if (token.role === "atMostAfter") bound = "<=";
        else if (token.role === "aboutAfter") approximate = true;
        else more = true;
      } else if (token?.kind === "aside" && this.tokens[this.at + 1]?.kind === "after") {
        this.asides.push(token.text);
      } else break;
      this.at += 1;
      if (token.start < start) break;
    }
    return { bound, approximate, more };
  }

  private date(): void {
    const token = this.tokens[this.at];
    if (token?.kind !== "date") return;
    const start = token.start;
    let { date } = token;
    this.at += 1;
    // 1月1日至12月31日: the end counts.
    const joint = this.tokens[this.at];
    const until = this.tokens[this.at + 1];
    const joins = joint?.kind === "joint" || (joint?.kind === "before" && joint.role === "reaching");
    if (joins && until?.kind === "date") {
      date = until.date;
      this.at += 2;
    }
    this.dates.push({
      day: date.last,
      precision: date.precision,
      deadline: date.deadline,
      recurring: date.recurring === true || this.opening.per.length > 0,
      bound: this.opening.bound,
      text: this.source.slice(start, this.tokens[this.at]?.start ?? this.source.length),
    });
  }

  private textOf(index: number): string {
    const token = this.tokens[index];
    return token ? this.source.slice(token.start, this.tokens[index + 1]?.start ?? this.source.length) : "";
  }
}
