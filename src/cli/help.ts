export const help = `annex — 绩效附表校验、计分与报告 / checks annex workbooks, scores them, writes the report

annex check   WORKBOOK.xlsx… [--pack ID|FOLDER] [--format text|json|sarif|xlsx] [--output FILE] [--fix FILE.xlsx] [--prior LAST_YEAR.xlsx] [--together]
annex score   WORKBOOK.xlsx… [--pack ID|FOLDER] [--format text|json] [--output FILE]
annex narrate WORKBOOK.xlsx --output REPORT.docx [--template TEMPLATE.docx] [--pack ID|FOLDER] [--format text|json] [--force] [--together]
annex new     --output FOLDER [--pack ID|FOLDER] [--year N]

--together  所给的工作簿属于同一单位（附件3单独成册） / the workbooks are one unit
--prior     上年的工作簿，可以写几次 / last year's workbook, may be given several times
--fix       把必须更正的问题按建议改好，另存一份；几个工作簿的另存为 FILE、FILE-2 … / a corrected copy, only the cells
            concerned changed; of several workbooks FILE, FILE-2 …
--format xlsx  核对单：一个单位一张；几个单位先是汇总，再各一张 / the check sheet; of several units an overview and one each

退出码 / exit status: 0 没有必须更正的问题 / nothing at error level · 1 有 / some · 2 文件读不了或命令写错 / unreadable file, wrong call
`;
