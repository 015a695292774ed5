import { makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDown12Regular } from "@fluentui/react-icons/svg/chevron-down";
import { useRef, type ReactElement } from "react";
import { samples, sampleName } from "./samples.js";
import type { PageTexts } from "./texts.js";
import { useClosingDetails } from "./use-closing-details.js";

const useStyles = makeStyles({
  menu: { position: "relative", "@media (max-width: 599px)": { display: "none" } },
  summary: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    padding: "6px 12px",
    borderRadius: tokens.borderRadiusMedium,
    fontSize: "14px",
    lineHeight: "20px",
    cursor: "pointer",
    listStyleType: "none",
    "::-webkit-details-marker": { display: "none" },
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  list: {
    position: "absolute",
    top: "36px",
    right: 0,
    zIndex: 1500,
    minWidth: "200px",
    margin: 0,
    padding: "4px",
    listStyleType: "none",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  item: {
    appearance: "none",
    width: "100%",
    padding: "7px 10px",
    border: "none",
    borderRadius: tokens.borderRadiusSmall,
    background: "none",
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: "14px",
    lineHeight: "20px",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** The two samples, in a small list that opens under its button. */
export function SampleMenu({
  texts,
  openSample,
}: {
  readonly texts: PageTexts;
  readonly openSample: (id: string) => void;
}): ReactElement {
  const styles = useStyles();
  const box = useRef<HTMLDetailsElement>(null);

  useClosingDetails(box);

  return (
    <details ref={box} className={styles.menu}>
      <summary className={styles.summary}>
        {texts.samples}
        <ChevronDown12Regular aria-hidden="true" />
      </summary>
      <ul className={styles.list}>
        {samples.map((id) => (
          <li key={id}>
            <button
              type="button"
              className={styles.item}
              data-sample={id}
              onClick={() => {
                if (box.current) box.current.open = false;
                openSample(id);
              }}
            >
              {sampleName(id, texts)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
