export const help = `annex — 绩效附表校验、计分与报告 / checks annex workbooks, scores them, writes the report

annex check   WORKBOOK.xlsx… [--pack ID|FOLDER] [--format text|json|sarif] [--output FILE] [--fix FILE.xlsx] [--together]
annex score   WORKBOOK.xlsx… [--pack ID|FOLDER] [--format text|json] [--output FILE]
annex narrate WORKBOOK.xlsx --output REPORT.docx [--template TEMPLATE.docx] [--pack ID|FOLDER] [--format text|json] [--force] [--together]
annex new     --output FOLDER [--pack ID|FOLDER] [--year N]

--together  所给的工作簿属于同一单位（附件3单独成册） / the workbooks are one unit
--fix       把必须更正的问题按建议改好，另存一份 / a corrected copy, only the cells concerned changed

退出码 / exit status: 0 没有必须更正的问题 / nothing at error level · 1 有 / some · 2 文件读不了或命令写错 / unreadable file, wrong call
`;
