import { styleIds } from "./styles.js";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const documentRoot =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/**
 * A4, text area 156 × 225 mm (margins 37 / 26 / 35 / 28 mm), 22 lines of 28 characters, page number 7 mm below the
 * text: on the right of odd pages, on the left of even ones.
 */
export const sectionProperties =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="even" r:id="rId6"/>' +
  '<w:pgSz w:w="11906" w:h="16838"/>' +
  '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1304" w:gutter="0"/>' +
  '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>';

/** `— 1 —`, one character in from the edge. */
export function footerPart(side: "odd" | "even"): string {
  const place =
    side === "odd"
      ? '<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>'
      : '<w:ind w:leftChars="100" w:left="280"/><w:jc w:val="left"/>';
  const text = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
  const number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>';
  return `${head}<w:ftr ${documentRoot}><w:p><w:pPr><w:pStyle w:val="${styleIds.pageNumber}"/>${place}</w:pPr>${text("— ")}${number}${text(" —")}</w:p></w:ftr>`;
}

/** Odd and even footers differ; the text is Chinese; behave like Word 2013 and later. */
export const settingsPart =
  `${head}<w:settings ${documentRoot}><w:zoom w:percent="100"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>` +
  "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>" +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>';
