import type { Failure, LocalText } from "../../core/result/index.js";

interface KnownFailure {
  readonly code: string;
  readonly message: LocalText;
}

const protectedDocument: KnownFailure = {
  code: "protected",
  message: {
    zh: "Word 拒绝了写入：文档受保护、以只读方式打开，或这一节的控件被锁定。请解除后再试，或存成更新后的副本。",
    en: "Word refused to write: the document is protected or read-only, or the control of the section is locked. Unlock it, or save an updated copy.",
  },
};

const figuresRefused: KnownFailure = {
  code: "figures-refused",
  message: {
    zh: "Word 没有接受数字的改动。请存成更新后的副本，用它接着写。",
    en: "Word did not take the figures. Save an updated copy and go on with that.",
  },
};

const busy: KnownFailure = {
  code: "host-busy",
  message: {
    zh: "Word 正忙或开着对话框，请稍候再试。",
    en: "Word is busy or a dialog is open. Wait a moment and try again.",
  },
};

/** Sentences by the codes of Word's model (`Word.ErrorCodes`) and the numbers of the Common API. */
const known: Readonly<Record<string, KnownFailure>> = {
  AccessDenied: protectedDocument,
  "7000": protectedDocument,
  "5005": protectedDocument,
  "6000": figuresRefused,
  "6100": figuresRefused,
  "6101": figuresRefused,
  "6102": figuresRefused,
  ActivityLimitReached: busy,
  WriteNotSupportedWhenModalDialogOpen: busy,
  "5102": busy,
  InvalidOrTimedOutSession: {
    code: "session-ended",
    message: {
      zh: "与文档的连接已中断，请重新打开文档。",
      en: "The connection to the document has ended. Open the document again.",
    },
  },
  ApiNotFound: {
    code: "word-too-old",
    message: {
      zh: "这个版本的 Word 缺少所需的功能，请更新 Word，或在网页版工具里更新报告文件。",
      en: "This version of Word lacks a function that is needed. Update Word, or update the file on the page without Office.",
    },
  },
  ItemNotFound: {
    code: "changed-since",
    message: {
      zh: "要改写的那一节已经不在文档里了，请重新查看计划。",
      en: "The section is no longer in the document. Make the plan again.",
    },
  },
};

function codeOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : "";
  return typeof code === "string" || typeof code === "number" ? String(code) : "";
}

/** What Office threw, as a sentence for people. An error that is not Office's is a bug of ours and is thrown on. */
export function wordFailure(error: unknown): Failure {
  const code = codeOf(error);
  if (code === "") throw error;
  return (
    known[code] ?? {
      code: "word-refused",
      message: {
        zh: `Word 没有完成操作（${code}）。请重试；仍不行时，存成更新后的副本。`,
        en: `Word did not complete the operation (${code}). Try again; if it persists, save an updated copy.`,
      },
    }
  );
}
