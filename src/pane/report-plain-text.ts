import type { ReportParagraph, ReportSection, ReportText } from "./engine.js";

export function paragraphText(paragraph: ReportParagraph): string {
  return paragraph.spans.map((span) => span.text).join("");
}

export function sectionPlainText(section: ReportSection): string {
  return [section.title, ...section.paragraphs.map(paragraphText)].join("\n");
}

export function reportPlainText(report: ReportText): string {
  return [report.title, ...report.sections.map(sectionPlainText)].join("\n\n");
}
