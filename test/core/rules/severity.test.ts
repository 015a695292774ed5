import { describe, expect, it } from "vitest";
import { decimal } from "../../../src/core/quantity/index.js";
import { factAmount, type Amount } from "../../../src/core/rules/amount.js";
import { failed } from "../../../src/core/rules/outcome.js";
import { severityOf } from "../../../src/core/rules/severity.js";
import type { Scope } from "../../../src/core/rules/select.js";
import { annexOf, factOf } from "../../support/facts.js";
import { scopeOf } from "../../support/rule-scope.js";

type Steps = Exclude<Parameters<typeof severityOf>[0], string | undefined>;

const scope = (): Scope => scopeOf(annexOf("a2", { reason: "", note: "已说明" }));

function amount(shown: string): Amount {
  const read = factAmount(factOf(shown), false);
  if (!read) throw new Error(`no figure: ${shown}`);
  return read;
}

function levelOf(steps: Steps, filed: string | null, computed: string | null): string | null {
  const [a, b] = [filed, computed].map((shown) => (shown === null ? null : amount(shown)));
  const gap = a && b ? a.value.minus(b.value) : null;
  return severityOf(steps, failed({ filed: a ?? null, computed: b ?? null, gap }), scope());
}

describe("失败的一次核对是什么级别", () => {
  it("规则不说级别就是必须更正，只说一级就是这一级", () => {
    const outcome = failed({ gap: decimal(1) });
    expect(severityOf(undefined, outcome, scope())).toBe("error");
    expect(severityOf("info", outcome, scope())).toBe("info");
  });

  const within: Steps = [{ level: "info", within: 0.1 }, { level: "error" }];
  const above: Steps = [{ level: "error", above: 0.1 }];
  const below: Steps = [{ level: "warning", below: -0.1 }];
  const rounded: Steps = [{ level: "info", rounded: true }];
  const zero: Steps = [{ level: "error", filed: 0 }];
  it.each([
    ["差得不多：提示", within, "10", "9.9", "info"],
    ["少填的一样算差", within, "9.9", "10", "info"],
    ["差得多：下一级", within, "10", "9.89", "error"],
    ["少得多：下一级", within, "9.89", "10", "error"],
    ["没有差额可比：下一级", within, null, null, "error"],
    ["填多了：必须更正", above, "10", "9.8", "error"],
    ["刚好到线：不报", above, "10", "9.9", null],
    ["填少了不归这一级", above, "9.8", "10", null],
    ["没有差额就没有填多", above, null, null, null],
    ["填少了：需要说明", below, "9.8", "10", "warning"],
    ["少得刚好到线：不报", below, "9.9", "10", null],
    ["填多了不归这一级", below, "10", "9.8", null],
    ["没有差额就没有填少", below, null, null, null],
    ["四舍五入到整数：提示", rounded, "80%", "80.45%", "info"],
    ["四舍五入到一位：提示", rounded, "80.5%", "80.45%", "info"],
    ["舍去尾数不是四舍五入", rounded, "80%", "80.5%", null],
    ["印到两位就不再放宽", rounded, "80.45%", "80.4531%", null],
    ["没有填的数", rounded, null, "80.45%", null],
    ["没有算的数", rounded, "80%", null, null],
    ["填的正是0", zero, "0", "8.04", "error"],
    ["填的不是0", zero, "1", "8.04", null],
    ["没有填的数就不是0", zero, null, "8.04", null],
  ] as const)("%s", (_, steps, filed, computed, level) => {
    expect(levelOf(steps, filed, computed)).toBe(level);
  });

  it("一级的几个要求都合才算，条件也是其中之一", () => {
    const both: Steps = [{ level: "info", within: 1, above: 0 }];
    expect(levelOf(both, "10", "9.5")).toBe("info");
    expect(levelOf(both, "9.5", "10")).toBeNull();
    const answered: Steps = [{ level: "info", where: { filled: "note" } }];
    const unanswered: Steps = [{ level: "info", where: { filled: "reason" } }];
    expect(levelOf(answered, "10", "9")).toBe("info");
    expect(levelOf(unanswered, "10", "9")).toBeNull();
  });
});
