/** What arrives as an argument: JSON, or an object that the batch refers to. */
export type Argument = unknown;

export interface ScalarMember<T> {
  readonly get: (target: T) => unknown;
  readonly set?: (target: T, value: unknown) => void;
}

/**
 * One class of the object model as it is on the wire: members in their PascalCase names.
 * `objects` answers null for "there is no such object" where the member is an …OrNullObject one.
 */
export interface WireType<T> {
  /** The name of the client-side class, as in the shipped library. */
  readonly name: string;
  readonly id?: { readonly name: "Id" | "_Id"; readonly of: (target: T) => string };
  /** Tracked with a reference id after `_KeepReference`. */
  readonly tracked?: boolean;
  /** As members of a collection they come with a reference id when the batch keeps references: so Word's do. */
  readonly keptInCollections?: boolean;
  readonly scalars?: Readonly<Record<string, ScalarMember<T>>>;
  readonly navigations?: Readonly<Record<string, (target: T) => WireObject | null>>;
  readonly objects?: Readonly<Record<string, (target: T, args: readonly Argument[]) => WireObject | null>>;
  readonly calls?: Readonly<Record<string, (target: T, args: readonly Argument[]) => unknown>>;
  readonly items?: (target: T) => readonly WireObject[];
  readonly item?: (target: T, key: Argument) => WireObject;
}

/** A target bound to its class; the processor knows nothing else. */
export interface WireObject {
  readonly type: string;
  readonly target: unknown;
  readonly tracked: boolean;
  readonly keptInCollections: boolean;
  readonly id: { readonly name: "Id" | "_Id"; readonly value: string } | null;
  readonly scalarNames: readonly string[];
  /** Wire names of everything it answers. */
  readonly members: readonly string[];
  readonly isCollection: boolean;
  /** Undefined members answer undefined. */
  scalar(name: string): { readonly get: () => unknown; readonly set: ((value: unknown) => void) | null } | undefined;
  navigation(name: string): WireObject | null | undefined;
  object(name: string): ((args: readonly Argument[]) => WireObject | null) | undefined;
  call(name: string): ((args: readonly Argument[]) => unknown) | undefined;
  items(): readonly WireObject[];
  item(key: Argument): WireObject | undefined;
}

export function bind<T>(type: WireType<T>, target: T): WireObject {
  return {
    type: type.name,
    target,
    tracked: type.tracked ?? false,
    keptInCollections: type.keptInCollections ?? false,
    id: type.id === undefined ? null : { name: type.id.name, value: type.id.of(target) },
    scalarNames: Object.keys(type.scalars ?? {}),
    members: [type.scalars, type.navigations, type.objects, type.calls].flatMap((each) => Object.keys(each ?? {})),
    isCollection: type.items !== undefined,
    scalar(name) {
      const member = memberOf(type.scalars, name);
      if (member === undefined) return undefined;
      const { set } = member;
      return { get: () => member.get(target), set: set === undefined ? null : (value) => set(target, value) };
    },
    navigation: (name) => memberOf(type.navigations, name)?.(target),
    object(name) {
      const member = type.objects?.[name];
      return member === undefined ? undefined : (args) => member(target, args);
    },
    call(name) {
      const member = type.calls?.[name];
      return member === undefined ? undefined : (args) => member(target, args);
    },
    items: () => type.items?.(target) ?? [],
    item: (key) => type.item?.(target, key),
  };
}

/** `load` passes names as the caller typed them, so the case of the first letter is open. */
function memberOf<M>(members: Readonly<Record<string, M>> | undefined, name: string): M | undefined {
  if (members === undefined) return undefined;
  const wanted = name.toLowerCase();
  const found = Object.keys(members).find((each) => each.toLowerCase() === wanted);
  return found === undefined ? undefined : members[found];
}

export function isWireObject(value: unknown): value is WireObject {
  return typeof value === "object" && value !== null && "scalarNames" in value && "target" in value;
}
