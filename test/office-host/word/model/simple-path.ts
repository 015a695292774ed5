/**
 * The paths that bindings and node queries use: `/a:facts[1]/a:fact[@key='k1'][1]`, with `*` for any name, places from 1
 * and attributes as conditions. Anything else is a mistake of the test. `mappings` as a binding writes them.
 */
export function nodesAt(document: Document, path: string, mappings: string): readonly Element[] {
  const prefixes = new Map(
    [...mappings.matchAll(/xmlns:([\w.-]+)=(['"])(.*?)\2/g)].map((match) => [match[1], match[3]]),
  );
  let found: readonly Element[] | null = null;
  for (const step of path.split("/").slice(1)) {
    const match = /^(?:([\w.-]+):)?([\w.-]+|\*)((?:\[[^\]]*\])*)$/.exec(step);
    if (match === null) throw new Error(`no path that bindings use: ${path}`);
    const [, prefix, name, conditions = ""] = match;
    const isNamed = (element: Element): boolean =>
      name === "*" || (element.localName === name && element.namespaceURI === (prefix ? prefixes.get(prefix) : null));
    const groups: readonly (readonly Element[])[] =
      found === null ? [[document.documentElement]] : found.map(({ children }) => [...children]);
    found = groups.flatMap((group) => narrowed(group.filter(isNamed), conditions));
  }
  return found ?? [];
}

function narrowed(elements: readonly Element[], conditions: string): readonly Element[] {
  let left = elements;
  for (const [, condition = ""] of conditions.matchAll(/\[([^\]]*)\]/g)) {
    const attribute = /^@(\w+)=(['"])(.*)\2$/.exec(condition);
    left = attribute
      ? left.filter((element) => element.getAttribute(attribute[1] ?? "") === attribute[3])
      : left.slice(Number(condition) - 1, Number(condition));
  }
  return left;
}
