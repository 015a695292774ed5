import type { DeliveryHost, DeliveryOutcome } from "../../app/index.js";
import { fail, success, type Result } from "../../core/result/index.js";

/** Chrome's save dialog, where the browser has it and lets the pane use it. */
interface SavePicker {
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }) => Promise<{
    readonly name: string;
    createWritable(): Promise<{ write(data: Uint8Array): Promise<void>; close(): Promise<void> }>;
  }>;
}

/**
 * Hands files over from inside Office: first the save dialog, then a download. A download can end in nothing without an
 * error (Office on a Mac does not download from panes), so it is `unconfirmed` and the pane offers the next step.
 */
export function officeDelivery(): DeliveryHost {
  return { saveFile, copyText };
}

async function saveFile(name: string, bytes: Uint8Array, mime: string): Promise<Result<DeliveryOutcome>> {
  const picked = await saveThroughPicker(name, bytes, mime);
  if (picked !== null) return picked;
  try {
    download(name, bytes, mime);
    return success({ kind: "unconfirmed", name });
  } catch {
    return fail(
      "download-refused",
      `无法在此处保存“${name}”。请复制正文，或用网页版工具打开工作簿后保存。`,
      `“${name}” cannot be saved from here. Copy the text, or open the workbook on the page without Excel and save there.`,
    );
  }
}

/** Null where there is no usable dialog: Excel on the web has the function but refuses it inside a frame. */
async function saveThroughPicker(
  name: string,
  bytes: Uint8Array,
  mime: string,
): Promise<Result<DeliveryOutcome> | null> {
  const { showSaveFilePicker } = window as SavePicker;
  if (showSaveFilePicker === undefined) return null;
  const extension = name.slice(name.lastIndexOf("."));
  try {
    const file = await showSaveFilePicker.call(window, {
      suggestedName: name,
      types: [{ accept: { [mime]: [extension] } }],
    });
    const stream = await file.createWritable();
    await stream.write(bytes);
    await stream.close();
    return success({ kind: "saved", name: file.name });
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? success({ kind: "cancelled" }) : null;
  }
}

/** Long enough for the browser to have taken the bytes. */
const releaseAfterMs = 60_000;

function download(name: string, bytes: Uint8Array, mime: string): void {
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type: mime }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), releaseAfterMs);
}

async function copyText(text: string): Promise<Result<void>> {
  try {
    await navigator.clipboard.writeText(text);
    return success(undefined);
  } catch {
    // Office's frames may lack the permission; copying from a text field needs none.
    if (copyFromField(text)) return success(undefined);
    return fail(
      "copy-refused",
      "浏览器不允许写入剪贴板。请选中文字后按 Ctrl+C 复制。",
      "The browser does not allow writing to the clipboard. Select the text and press Ctrl+C.",
    );
  }
}

function copyFromField(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.setAttribute("aria-hidden", "true");
  field.style.position = "fixed";
  field.style.opacity = "0";
  document.body.append(field);
  field.select();
  try {
    return document.execCommand?.("copy") === true;
  } catch {
    return false;
  } finally {
    field.remove();
  }
}
