import { useEffect, type RefObject } from "react";

/** A `<details>` that is a menu: it closes on Escape, giving the focus back, and when something else is pressed. */
export function useClosingDetails(box: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const close = (event: Event): void => {
      if (!box.current?.open || (event.target instanceof Node && box.current.contains(event.target))) return;
      box.current.open = false;
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || !box.current?.open) return;
      box.current.open = false;
      box.current.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", escape);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", escape);
    };
  }, [box]);
}
