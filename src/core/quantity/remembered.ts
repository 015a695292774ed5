const mostKept = 4000;
const longestKept = 100;

/**
 * The function with its answers kept, for answers that nobody changes: forms say the same few hundred things over and
 * over. Within bounds, since texts come from strangers: short ones only, and all are forgotten when there are too many.
 */
export function remembered<Key extends string | number, Answer>(make: (key: Key) => Answer): (key: Key) => Answer {
  const kept = new Map<Key, Answer>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    if (typeof key === "string" && key.length > longestKept) return made;
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, made);
    return made;
  };
}
