import { mergeClasses } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { ChartFrame, useChartStyles } from "./chart-frame.js";
import type { GroupRow } from "./engine.js";
import { useScoreTexts } from "./score-texts.js";

const rowHeight = 40;

/** Points by level-1 group: certain, open while a person has not decided, and a mark at what was filed. */
export function GroupChart({ rows }: { readonly rows: readonly GroupRow[] }): ReactElement {
  const styles = useChartStyles();
  const words = useScoreTexts();
  const most = Math.max(1e-9, ...rows.flatMap(({ weight, filed, high }) => [weight, filed ?? "0", high].map(Number)));
  const share = (points: string): number => Math.min(100, Math.max(0, (Number(points) / most) * 100));
  const computedOf = ({ low, high }: GroupRow): string => (low === high ? low : words.interval(low, high));
  const filedOf = ({ filed }: GroupRow): string => filed ?? words.noneFiled;
  const alt = rows.map((row) => words.groupRowAlt(row.label, computedOf(row), filedOf(row), row.weight));
  return (
    <ChartFrame
      title={words.groupChart}
      legend={[
        { look: "track", label: words.weight },
        { look: "bar", label: words.computed },
        ...(rows.some(({ low, high }) => low !== high) ? [{ look: "open", label: words.openPart } as const] : []),
        { look: "mark", label: words.filed },
      ]}
      head={[words.group, words.weight, words.filed, words.computed]}
      rows={rows.map((row) => [row.label, row.weight, filedOf(row), computedOf(row)])}
    >
      <svg
        className={styles.svg}
        role="img"
        aria-label={words.groupAlt(alt.join(words.altJoin))}
        style={{ height: rows.length * rowHeight }}
      >
        {rows.map((row, index) => (
          <g key={row.label} transform={`translate(0 ${index * rowHeight})`}>
            <text className={styles.label} x="0" y="14">
              {row.label}
            </text>
            <text className={mergeClasses(styles.label, styles.value)} x="100%" y="14" textAnchor="end">
              {`${computedOf(row)} / ${row.weight}`}
            </text>
            <rect className={styles.track} x="0.5" y="20.5" width={`${share(row.weight)}%`} height="11" rx="2" />
            {row.low !== row.high && (
              <rect className={styles.open} x="0.5" y="22.5" width={`${share(row.high)}%`} height="7" rx="1" />
            )}
            <rect className={styles.bar} x="0.5" y="22.5" width={`${share(row.low)}%`} height="7" rx="1" />
            {row.filed !== null && (
              <rect
                className={styles.mark}
                x={`${share(row.filed)}%`}
                y="18"
                width="3"
                height="16"
                transform="translate(-1.5 0)"
              />
            )}
          </g>
        ))}
      </svg>
    </ChartFrame>
  );
}
