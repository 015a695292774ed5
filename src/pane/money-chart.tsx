import { mergeClasses } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { ChartFrame, useChartStyles } from "./chart-frame.js";
import type { MoneyRow } from "./engine.js";
import { percentText } from "./percent-text.js";
import { useScoreTexts } from "./score-texts.js";

const rowHeight = 40;

/** Budget as an outline, what was executed as the bar inside, by source of money. */
export function MoneyChart({ rows }: { readonly rows: readonly MoneyRow[] }): ReactElement {
  const styles = useChartStyles();
  const words = useScoreTexts();
  const most = Math.max(1e-9, ...rows.flatMap(({ budget, executed }) => [Number(budget), Number(executed)]));
  const share = (amount: string): string => `${Math.max(0, (Number(amount) / most) * 100)}%`;
  const rateOf = ({ rate }: MoneyRow): string => (rate === null ? words.noRate : percentText(rate));
  const alt = rows.map((row) => words.moneyRowAlt(row.label, row.executed, row.budget, rateOf(row)));
  return (
    <ChartFrame
      title={words.moneyChart}
      unit={words.tenThousand}
      legend={[
        { look: "track", label: words.budget },
        { look: "bar", label: words.executed },
      ]}
      head={[words.source, words.budget, words.executed, words.rate]}
      rows={rows.map((row) => [row.label, row.budget, row.executed, rateOf(row)])}
    >
      <svg
        className={styles.svg}
        role="img"
        aria-label={words.moneyAlt(alt.join(words.altJoin))}
        style={{ height: rows.length * rowHeight }}
      >
        {rows.map((row, index) => (
          <g key={row.label} transform={`translate(0 ${index * rowHeight})`}>
            <text className={styles.label} x="0" y="14">
              {row.label}
            </text>
            <text className={mergeClasses(styles.label, styles.value)} x="100%" y="14" textAnchor="end">
              {rateOf(row)}
            </text>
            <rect className={styles.track} x="0.5" y="20.5" width={share(row.budget)} height="11" rx="2" />
            <rect className={styles.bar} x="0.5" y="22.5" width={share(row.executed)} height="7" rx="1" />
          </g>
        ))}
      </svg>
    </ChartFrame>
  );
}
