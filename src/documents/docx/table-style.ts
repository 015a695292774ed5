/** The text of annex tables; a template that restyles it keeps its own. Documents without such a table go without. */
export const tableStyleId = "AnnexTable";

/** 小五 宋体, single lines off the page's grid, no indent, whatever the template's standard paragraph has. */
export const tableStyleElement = `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${tableStyleId}"><w:name w:val="附表文字"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:firstLine="0"/></w:pPr><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>`;
