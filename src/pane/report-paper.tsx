import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Checkmark16Regular } from "@fluentui/react-icons/svg/checkmark";
import { Copy16Regular } from "@fluentui/react-icons/svg/copy";
import { useState, type ReactElement } from "react";
import { areaAddress } from "../core/sheet/index.js";
import type { ReportSection, ReportSpan, ReportText } from "./engine.js";
import { placeOf } from "./fix-plan.js";
import { LinkButton } from "./link-button.js";
import { useReportTexts } from "./report-texts.js";
import { usePane } from "./pane-context.js";
import { sectionPlainText } from "./report-plain-text.js";
import { PaneButton } from "./pane-button.js";

const hei = `"SimHei", "Microsoft YaHei", "Heiti SC", "Noto Sans CJK SC", sans-serif`;
const song = `"FangSong", "FangSong_GB2312", "STFangsong", "SimSun", "Noto Serif CJK SC", serif`;
const kai = `"KaiTi", "KaiTi_GB2312", "STKaiti", "Noto Serif CJK SC", serif`;

const useStyles = makeStyles({
  paper: {
    padding: "20px 16px 24px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: song,
    fontSize: "14px",
    lineHeight: "26px",
  },
  title: {
    margin: "0 0 12px",
    textAlign: "center",
    fontSize: "17px",
    lineHeight: "26px",
    fontWeight: tokens.fontWeightSemibold,
    textWrap: "balance",
    whiteSpace: "pre-line",
  },
  section: { position: "relative", scrollMarginTop: "8px" },
  bar: { display: "flex", alignItems: "flex-start", gap: "4px", marginTop: "10px" },
  heading: {
    flexGrow: 1,
    margin: 0,
    fontFamily: hei,
    fontSize: "14px",
    lineHeight: "26px",
    fontWeight: tokens.fontWeightSemibold,
  },
  copy: {
    flexShrink: 0,
    minWidth: "26px",
    width: "26px",
    height: "26px",
    padding: 0,
    color: tokens.colorNeutralForeground3,
  },
  body: { margin: 0, textIndent: "2em", overflowWrap: "anywhere", textAlign: "justify" },
  sub: { margin: 0, textIndent: "2em", fontFamily: kai },
  unset: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "4px 8px",
    margin: "2px 0 6px",
    padding: "6px 10px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground3,
    fontFamily: tokens.fontFamilyBase,
    fontSize: "12px",
    lineHeight: "18px",
  },
  figure: {
    appearance: "none",
    display: "inline",
    padding: 0,
    border: "none",
    background: "none",
    font: "inherit",
    color: tokens.colorBrandForeground1,
    textIndent: 0,
    cursor: "pointer",
    textDecorationLine: "underline",
    textDecorationStyle: "dotted",
    textDecorationColor: tokens.colorNeutralStroke1,
    textUnderlineOffset: "4px",
    ":hover": { textDecorationStyle: "solid", textDecorationColor: "currentcolor" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px", borderRadius: "2px" },
  },
});

/** The report on its sheet of paper; a figure leads to the cell it comes from. */
export function ReportPaper({ report }: { readonly report: ReportText }): ReactElement {
  const styles = useStyles();
  return (
    <article className={styles.paper} lang="zh-CN" data-report="paper">
      <h2 className={styles.title}>{report.title}</h2>
      {report.sections.map((section) => (
        <Section key={section.id} section={section} />
      ))}
    </article>
  );
}

function Section({ section }: { readonly section: ReportSection }): ReactElement {
  const styles = useStyles();
  const { desk, texts } = usePane();
  const words = useReportTexts();
  const [copied, setCopied] = useState(false);
  async function copy(): Promise<void> {
    if (await desk.copy(sectionPlainText(section))) {
      setCopied(true);
      setTimeout(() => setCopied(false), 1_500);
    }
  }
  return (
    <section className={styles.section} data-section={section.id}>
      {section.title !== "" && (
        <div className={styles.bar}>
          <h3 className={styles.heading}>{section.title}</h3>
          <PaneButton
            className={styles.copy}
            small
            look="subtle"
            icon={copied ? <Checkmark16Regular /> : <Copy16Regular />}
            title={words.copySection(section.title)}
            aria-label={words.copySection(section.title)}
            onClick={() => void copy()}
          />
        </div>
      )}
      {section.paragraphs.map((paragraph, index) => (
        <p key={index} className={mergeClasses(paragraph.role === "heading" ? styles.sub : styles.body)}>
          {paragraph.spans.map((span, position) => (
            <Span key={position} span={span} />
          ))}
        </p>
      ))}
      {section.unset && (
        <div className={styles.unset}>
          {words.unsetSection}
          <LinkButton onClick={() => void desk.open("basics")}>{texts.fillIn}</LinkButton>
        </div>
      )}
    </section>
  );
}

function Span({ span }: { readonly span: ReportSpan }): ReactElement {
  const styles = useStyles();
  const { desk } = usePane();
  const words = useReportTexts();
  const { source } = span;
  if (!source) return <>{span.text}</>;
  const place = placeOf(source.sheet, areaAddress(source.area));
  return (
    <button
      type="button"
      className={styles.figure}
      title={words.figureFrom(place)}
      onClick={() => void desk.goTo(source)}
    >
      {span.text}
    </button>
  );
}
