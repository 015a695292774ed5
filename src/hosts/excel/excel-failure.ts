import type { Failure, LocalText } from "../../core/result/index.js";

/** Where an action was when Excel refused it; goes into the sentence. */
export interface FailurePlace {
  readonly sheet?: string;
  readonly cell?: string;
}

interface KnownFailure {
  readonly code: string;
  readonly message: LocalText;
}

/** Sentences by Office's error codes (`Excel.ErrorCodes`, and those of the transport). */
const known: Readonly<Record<string, KnownFailure>> = {
  InvalidOperationInCellEditMode: {
    code: "cell-editing",
    message: {
      zh: "有单元格正在编辑，Excel 此时不接受操作。请按回车或 Esc 结束编辑后再试。",
      en: "A cell is being edited, so Excel accepts nothing else. Press Enter or Esc in the sheet, then try again.",
    },
  },
  AccessDenied: {
    code: "protected",
    message: {
      zh: "Excel 拒绝了写入：工作表受保护，或工作簿以只读方式打开。请先取消保护或另存后再试。",
      en: "Excel refused to write: the sheet is protected or the workbook is read-only. Unprotect it or save a copy, then try again.",
    },
  },
  ActivityLimitReached: {
    code: "host-busy",
    message: { zh: "Excel 正忙，请稍候再试。", en: "Excel is busy. Wait a moment and try again." },
  },
  WriteNotSupportedWhenModalDialogOpen: {
    code: "host-busy",
    message: {
      zh: "Excel 开着一个对话框，关闭它后再试。",
      en: "A dialog is open in Excel. Close it, then try again.",
    },
  },
  InvalidOrTimedOutSession: {
    code: "session-ended",
    message: {
      zh: "与工作簿的连接已中断，请重新打开工作簿。",
      en: "The connection to the workbook has ended. Open the workbook again.",
    },
  },
  ApiNotFound: {
    code: "excel-too-old",
    message: {
      zh: "这个版本的 Excel 缺少所需的功能，请更新 Excel（2021 或更新版本），或改用网页版工具。",
      en: "This version of Excel lacks a function that is needed. Update Excel (2021 or later) or use the page without Excel.",
    },
  },
  ItemNotFound: {
    code: "sheet-gone",
    message: {
      zh: "要操作的工作表或单元格已经不在了，请重新校验。",
      en: "The sheet or cell is no longer there. Check the workbook again.",
    },
  },
};

const tooLarge: KnownFailure = {
  code: "too-large",
  message: {
    zh: "工作表内容太多，超出 Excel 一次传送的上限。请删去无关的数据或把附表另存为单独的工作簿。",
    en: "The sheets hold more than Excel hands over at once. Remove unrelated data, or save the annexes as a workbook of their own.",
  },
};

const tooLargeCodes: ReadonlySet<string> = new Set([
  "RequestPayloadSizeLimitExceeded",
  "ResponsePayloadSizeLimitExceeded",
  "RangeExceedsLimit",
]);

/** Says whether the batch was too big for one call, so that it may be split. */
export function isTooLarge(error: unknown): boolean {
  return tooLargeCodes.has(codeOf(error));
}

export function codeOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : "";
  return typeof code === "string" ? code : "";
}

/** `Range.getMergedAreasOrNullObject`, or empty. */
export function locationOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("debugInfo" in error)) return "";
  const info = error.debugInfo;
  if (typeof info !== "object" || info === null || !("errorLocation" in info)) return "";
  return typeof info.errorLocation === "string" ? info.errorLocation : "";
}

/**
 * What Office threw, as a sentence for people. An error that is not Office's is a bug of ours and is thrown on.
 */
export function officeFailure(error: unknown, place: FailurePlace = {}): Failure {
  const code = codeOf(error);
  if (code === "") throw error;
  const found = tooLargeCodes.has(code) ? tooLarge : known[code];
  if (found !== undefined) return { code: found.code, message: placed(found.message, place) };
  return {
    code: "excel-refused",
    message: placed(
      {
        zh: `Excel 没有完成操作（${code}）。请重试；仍不行时，保存后重新打开工作簿。`,
        en: `Excel did not complete the operation (${code}). Try again; if it persists, save and reopen the workbook.`,
      },
      place,
    ),
  };
}

function placed(message: LocalText, { sheet, cell }: FailurePlace): LocalText {
  if (sheet === undefined) return message;
  const at = cell === undefined ? "" : ` ${cell}`;
  return { zh: `“${sheet}”${at}：${message.zh}`, en: `“${sheet}”${at}: ${message.en}` };
}
