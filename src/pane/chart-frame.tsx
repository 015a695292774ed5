import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { useScoreTexts } from "./score-texts.js";

/**
 * Shapes tell the parts apart, not hues alone: an outline, a full bar, a dashed light bar, a tick. The blue keeps its
 * distance from everything around it in every kind of colour blindness.
 */
export const useChartStyles = makeStyles({
  svg: { display: "block", width: "100%", overflow: "visible" },
  label: {
    fill: tokens.colorNeutralForeground1,
    fontSize: "12px",
    "@media (forced-colors: active)": { fill: "CanvasText" },
  },
  value: { fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold },
  track: {
    fill: tokens.colorNeutralBackground3,
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: "1px",
    "@media (forced-colors: active)": { fill: "Canvas", stroke: "CanvasText" },
  },
  bar: { fill: tokens.colorPaletteBlueBorderActive, "@media (forced-colors: active)": { fill: "Highlight" } },
  open: {
    fill: tokens.colorPaletteBlueBackground2,
    stroke: tokens.colorPaletteBlueBorderActive,
    strokeDasharray: "3 2",
    "@media (forced-colors: active)": { fill: "Canvas", stroke: "Highlight" },
  },
  mark: {
    fill: tokens.colorNeutralForeground1,
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: "1px",
    "@media (forced-colors: active)": { fill: "CanvasText", stroke: "Canvas" },
  },
});

const useStyles = makeStyles({
  figure: { margin: 0, display: "flex", flexDirection: "column", gap: "4px" },
  caption: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: "10px" },
  title: { margin: 0, fontSize: "12px", lineHeight: "18px", fontWeight: tokens.fontWeightSemibold },
  legend: { display: "flex", flexWrap: "wrap", columnGap: "10px", color: tokens.colorNeutralForeground3 },
  key: { display: "inline-flex", alignItems: "center", gap: "4px" },
  sign: { width: "14px", height: "12px" },
  quiet: { color: tokens.colorNeutralForeground3 },
  summary: {
    width: "fit-content",
    cursor: "pointer",
    color: tokens.colorNeutralForeground3,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  table: { width: "100%", marginTop: "4px", borderCollapse: "collapse", fontVariantNumeric: "tabular-nums" },
  cell: {
    padding: "2px 0 2px 8px",
    textAlign: "right",
    fontWeight: tokens.fontWeightRegular,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  first: { paddingLeft: 0, textAlign: "left", overflowWrap: "anywhere" },
});

export interface ChartFrameProps {
  readonly title: string;
  readonly unit?: string;
  readonly legend: readonly { readonly look: "track" | "bar" | "open" | "mark"; readonly label: string }[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly children: ReactNode;
}

/** Title, legend and drawing of a chart, and the table behind it. */
export function ChartFrame({ title, unit, legend, head, rows, children }: ChartFrameProps): ReactElement {
  const styles = useStyles();
  const chart = useChartStyles();
  const words = useScoreTexts();
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <span className={styles.title}>{title}</span>
        <span className={styles.legend}>
          {legend.map(({ look, label }) => (
            <span key={look} className={styles.key}>
              <svg className={styles.sign} aria-hidden="true" focusable="false">
                {look === "mark" ? (
                  <rect className={chart.mark} x="5" y="0" width="3" height="12" />
                ) : (
                  <rect className={chart[look]} x="0.5" y="2.5" width="13" height="7" rx="1" />
                )}
              </svg>
              {label}
            </span>
          ))}
        </span>
      </figcaption>
      {children}
      <details>
        <summary className={styles.summary}>
          {words.chartData}
          {unit && <span> · {unit}</span>}
        </summary>
        <table className={styles.table} aria-label={title}>
          <thead className={styles.quiet}>
            <tr>
              {head.map((name, column) => (
                <th key={name} scope="col" className={mergeClasses(styles.cell, column === 0 && styles.first)}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name = "", ...values]) => (
              <tr key={name}>
                <th scope="row" className={mergeClasses(styles.cell, styles.first)}>
                  {name}
                </th>
                {values.map((value, column) => (
                  <td key={head[column + 1]} className={styles.cell}>
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
