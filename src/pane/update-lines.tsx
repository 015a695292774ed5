import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { PlannedFigure, PlannedLink } from "./planned-update.js";
import { UpdateSource, type GoToSource } from "./update-source.js";
import type { UpdatePlanTexts } from "./update-plan-texts.js";

const useStyles = makeStyles({
  figure: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    alignItems: "start",
    columnGap: "10px",
    rowGap: "2px",
  },
  what: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "2px", minWidth: 0 },
  name: { overflowWrap: "anywhere" },
  preview: {
    display: "-webkit-box",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: 2,
    overflow: "hidden",
    overflowWrap: "anywhere",
    fontVariantNumeric: "tabular-nums",
    color: tokens.colorNeutralForeground2,
  },
  values: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "flex-end",
    alignItems: "baseline",
    columnGap: "6px",
    fontVariantNumeric: "tabular-nums",
  },
  old: { color: tokens.colorNeutralForeground3, textDecorationLine: "line-through", overflowWrap: "anywhere" },
  arrow: { color: tokens.colorNeutralForeground3 },
  new: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  spoken: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
  why: { margin: 0, color: tokens.colorNeutralForeground3, textWrap: "pretty" },
});

interface LinkProps {
  readonly link: PlannedLink;
  readonly words: UpdatePlanTexts;
  readonly onGoTo: GoToSource | null;
}

/** A placeholder and what will stand there. */
export function UpdateLink({ link: { id, label, text, source }, words, onGoTo }: LinkProps): ReactElement {
  const styles = useStyles();
  return (
    <li className={styles.what} data-link={id}>
      <span className={styles.name}>{label}</span>
      <span className={styles.preview}>{text || words.nothing}</span>
      {source && <UpdateSource source={source} words={words} onGoTo={onGoTo} />}
    </li>
  );
}

interface FigureProps {
  readonly figure: PlannedFigure;
  readonly words: UpdatePlanTexts;
  readonly onGoTo: GoToSource | null;
}

/** A figure, old → new, with the way to its cell. */
export function UpdateFigure({ figure, words, onGoTo }: FigureProps): ReactElement {
  const styles = useStyles();
  const { label, before, after, source } = figure;
  return (
    <li className={styles.figure} data-figure={figure.id}>
      <span className={styles.what}>
        <span className={styles.name}>{label}</span>
        {source ? (
          <UpdateSource source={source} words={words} onGoTo={onGoTo} />
        ) : (
          <span className={styles.why}>{words.computed}</span>
        )}
      </span>
      <span className={styles.values}>
        <span className={styles.spoken}>{words.before}</span>
        <span className={styles.old}>{before || words.nothing}</span>
        <span className={styles.arrow} aria-hidden="true">
          →
        </span>
        <span className={styles.spoken}>{words.after}</span>
        <span className={styles.new}>{after || words.nothing}</span>
      </span>
    </li>
  );
}
