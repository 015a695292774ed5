import { fail, type Failure, type Result } from "../../core/result/index.js";

const cfbSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * Says what a file is that is no zip package. Office keeps both password-protected and pre-2007 files in compound
 * files (CFB); stream names stand in their directory in UTF-16, and their presence tells the two apart.
 */
export function identifyForeign(bytes: Uint8Array): Result<never, Failure> {
  if (cfbSignature.every((byte, index) => bytes[index] === byte)) {
    if (holdsUtf16(bytes, "EncryptedPackage") || holdsUtf16(bytes, "EncryptionInfo")) return encrypted();
    if (holdsUtf16(bytes, "Workbook") || holdsUtf16(bytes, "Book")) {
      return fail(
        "legacy-xls",
        "这是旧版 .xls 文件，请用 Excel 或 WPS 打开并另存为 .xlsx 后再试。",
        "This is an old .xls file; open it in Excel or WPS and save it as .xlsx.",
      );
    }
    return notAWorkbook();
  }
  if (bytes.length === 0) {
    return fail(
      "not-a-workbook",
      "文件是空的（0 字节），请重新拷贝或下载。",
      "The file is empty (0 bytes); copy or download it again.",
    );
  }
  if (startsAsMarkup(bytes)) {
    return fail(
      "not-a-workbook",
      "这不是 Excel 工作簿，而是网页或 XML 格式的表（有的系统导出时直接改名为 .xls），请用 Excel 或 WPS 打开并另存为 .xlsx 后再试。",
      "This is no Excel workbook but a web page or XML table (some systems export them as .xls); open it in Excel or WPS and save it as .xlsx.",
    );
  }
  return notAWorkbook();
}

export function encrypted(): Result<never, Failure> {
  return fail(
    "encrypted",
    "文件加了打开密码，请在 Excel 或 WPS 中取消密码、保存后再试。",
    "The file has a password to open; remove the password in Excel or WPS, save and try again.",
  );
}

export function notAWorkbook(): Result<never, Failure> {
  return fail(
    "not-a-workbook",
    "这不是 Excel 工作簿（.xlsx），请选择附表所在的 .xlsx 文件。",
    "This is no Excel workbook (.xlsx); choose the .xlsx file that holds the annexes.",
  );
}

function startsAsMarkup(bytes: Uint8Array): boolean {
  const head = new TextDecoder("utf-8").decode(bytes.subarray(0, 64)).trimStart();
  return head.startsWith("<");
}

function holdsUtf16(bytes: Uint8Array, word: string): boolean {
  const pattern = [...word].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const [first = 0] = pattern;
  for (
    let at = bytes.indexOf(first);
    at >= 0 && at + pattern.length <= bytes.length;
    at = bytes.indexOf(first, at + 1)
  ) {
    if (pattern.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
