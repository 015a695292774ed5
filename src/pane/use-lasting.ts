import { useEffect, useState } from "react";

const lastsAfter = 600;

/** True once the wish has been true for a moment: what passes at once must not make the view jump. */
export function useLasting(wish: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLasting(wish), wish ? lastsAfter : 0);
    return () => clearTimeout(timer);
  }, [wish]);
  return wish && lasting;
}
