import type { DeliveryHost } from "../app/index.js";
import { fail, success } from "../core/result/index.js";

const keepAddressFor = 60_000;

/** Files go to the browser's downloads; whether they arrive there cannot be seen from a page. */
export function browserDelivery(): DeliveryHost {
  return {
    async saveFile(name, bytes, mime) {
      const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }));
      const link = document.createElement("a");
      link.href = address;
      link.download = name;
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(address), keepAddressFor);
      return success({ kind: "unconfirmed", name });
    },
    async copyText(text) {
      try {
        await navigator.clipboard.writeText(text);
        return success(undefined);
      } catch {
        return fail(
          "clipboard-refused",
          "浏览器不允许复制，请选中文字后按 Ctrl+C。",
          "The browser refused to copy; select the text and press Ctrl+C.",
        );
      }
    },
  };
}
