import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { SheetTarget } from "../core/sheet/index.js";
import { LinkButton } from "./link-button.js";
import type { PlannedSource } from "./planned-update.js";
import type { UpdatePlanTexts } from "./update-plan-texts.js";

const useStyles = makeStyles({ place: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" } });

export type GoToSource = (target: SheetTarget) => void;

export interface UpdateSourceProps {
  readonly source: PlannedSource;
  readonly words: UpdatePlanTexts;
  readonly onGoTo: GoToSource | null;
}

/** The cell behind a figure, as a way to it where there is one. */
export function UpdateSource({ source: { place, target }, words, onGoTo }: UpdateSourceProps): ReactElement {
  const styles = useStyles();
  if (!onGoTo) return <span className={styles.place}>{place}</span>;
  return (
    <LinkButton title={words.goTo(place)} onClick={() => onGoTo(target)}>
      {place}
    </LinkButton>
  );
}
