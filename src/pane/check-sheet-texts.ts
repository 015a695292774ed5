import { usePane } from "./pane-context.js";

const zh = {
  title: "生成核对单",
  what: "列出每条规则的核对结果：通过、不适用（原因）、有问题的逐处、已说明的（谁、何时），A4 横向，可打印签字。",
  into: "在工作簿末尾添加一张“核对单”；已有的核对单整张替换，其他工作表不动。",
  undo: {
    host: "添加后可按 Ctrl+Z 收回，或直接删掉这张表。",
    cleared: "Excel 的 Ctrl+Z 收不回这一步，还可能清空之前的撤销记录；不要时直接删掉这张表。",
    own: "不要时直接删掉这张表。保存之前，原文件不变。",
  },
  draw: "放进工作簿",
  save: "另存为文件",
  cancel: "取消",
};

const en: typeof zh = {
  title: "Make the check sheet",
  what: "Every rule and what it came to: passed, not applicable (why), each finding, each explanation with who and when; A4 across, to print and sign.",
  into: "Adds a sheet 核对单 at the end of the workbook; an earlier one is replaced as a whole, other sheets stay as they are.",
  undo: {
    host: "Ctrl+Z takes it back, or delete the sheet.",
    cleared: "Excel cannot undo this with Ctrl+Z and may clear its undo list; delete the sheet when it is not wanted.",
    own: "Delete the sheet when it is not wanted. Your file stays as it is until you save.",
  },
  draw: "Put into workbook",
  save: "Save as a file",
  cancel: "Cancel",
};

export function useCheckSheetTexts(): typeof zh {
  return usePane().texts.language === "zh" ? zh : en;
}
