import { assumptions } from "../assumptions.js";
import type { WireObject } from "../objects/wire-object.js";
import { HostError } from "./errors.js";
import {
  actionKind,
  pathKind,
  type ActionInfo,
  type ArgumentInfo,
  type ObjectPathInfo,
  type QueryInfo,
  type RequestBody,
  type ResponseBody,
} from "./messages.js";

/** What the processor needs to know about the host it works for. */
export interface ProcessorHost {
  root(): WireObject;
  service(typeName: string): WireObject;
  isSupported(type: string, member: string): boolean;
  keep(object: WireObject): string;
  kept(referenceId: string): WireObject | null;
}

/** What a path leads to. Null objects stay null for everything below them. */
type Resolved = { readonly object: WireObject; referenceId: string | null } | null;

/** Works through one batch. Stops at the first failing action; what was done before stays done and is answered. */
export function processBatch(body: RequestBody, host: ProcessorHost): ResponseBody {
  const batch = new Batch(body, host);
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      const value = batch.run(action);
      results.push({ ActionId: action.Id, Value: value ?? null });
      if (action.ActionType === actionKind.trace) traces.push(action.Id);
    } catch (problem) {
      if (!(problem instanceof HostError)) throw problem;
      const error = {
        Code: problem.code,
        Message: problem.message,
        Location: problem.location,
        ActionIndex: index,
        HttpStatusCode: problem.httpStatus,
      };
      return { Results: results, TraceIds: traces, Error: error };
    }
  }
  return { Results: results, TraceIds: traces };
}

class Batch {
  private readonly resolved = new Map<number, Resolved>();

  constructor(
    private readonly body: RequestBody,
    private readonly host: ProcessorHost,
  ) {}

  run(action: ActionInfo): unknown {
    if (action.ActionType === actionKind.trace) return null;
    const target = this.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case actionKind.instantiate:
        return target === null ? null : identity(target);
      case actionKind.query:
      case actionKind.recursiveQuery:
        return target === null ? null : { ...identity(target), ...this.query(target.object, action.QueryInfo ?? {}) };
      case actionKind.method:
        return this.callMethod(target, action);
      case actionKind.setProperty:
        return this.setProperty(target, action);
      default:
        throw new HostError("ApiNotFound");
    }
  }

  private resolve(id: number): Resolved {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[String(id)];
    if (path === undefined) throw new HostError("InvalidObjectPath");
    const found = this.follow(path);
    this.resolved.set(id, found);
    return found;
  }

  private follow(path: ObjectPathInfo): Resolved {
    const fresh = (object: WireObject | null): Resolved => (object === null ? null : { object, referenceId: null });
    switch (path.ObjectPathType) {
      case pathKind.root:
        return fresh(this.host.root());
      case pathKind.newObject:
        return fresh(this.host.service(path.Name ?? ""));
      case pathKind.nullObject:
        return null;
      case pathKind.reference: {
        const object = this.host.kept(path.Name ?? "");
        if (object === null) throw new HostError("InvalidObjectPath");
        return { object, referenceId: path.Name ?? "" };
      }
    }
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (parent === null) throw new HostError(assumptions.memberOfNullObject);
    const { object } = parent;
    const name = path.ObjectPathType === pathKind.indexer ? "GetItem" : (path.Name ?? "");
    return this.located(object, name, () => {
      const args = this.argumentsOf(path.ArgumentInfo);
      if (path.ObjectPathType === pathKind.property) return fresh(this.requireMember(object.navigation(name)));
      if (path.ObjectPathType === pathKind.indexer) return fresh(this.requireMember(object.item(args[0])));
      return fresh(this.requireMember(object.object(name))(args));
    });
  }

  private callMethod(target: Resolved, action: ActionInfo): unknown {
    const name = action.Name ?? "";
    if (target === null) {
      // Tracking is requested for every new object, also for those that turn out to be none.
      if (name === "_KeepReference") return null;
      throw new HostError(assumptions.memberOfNullObject);
    }
    if (name === "_KeepReference" && target.object.tracked) {
      target.referenceId ??= this.host.keep(target.object);
      return null;
    }
    return this.located(target.object, name, () =>
      this.requireMember(target.object.call(name))(this.argumentsOf(action.ArgumentInfo)),
    );
  }

  private setProperty(target: Resolved, action: ActionInfo): null {
    if (target === null) throw new HostError(assumptions.memberOfNullObject);
    const name = action.Name ?? "";
    return this.located(target.object, name, () => {
      const member = this.requireMember(target.object.scalar(name));
      if (member.set === null) throw new HostError("InvalidOperation");
      member.set(this.argumentsOf(action.ArgumentInfo)[0]);
      return null;
    });
  }

  private query(object: WireObject, { Select, Expand, Top, Skip }: QueryInfo): Record<string, unknown> {
    const names = [...(Select ?? []), ...(Expand ?? [])];
    if (!object.isCollection) return this.properties(object, names);
    const from = Skip ?? 0;
    const items = object.items().slice(from, Top === undefined ? undefined : from + Top);
    return { _Items: items.map((item) => ({ ...this.memberIdentity(item), ...this.properties(item, names) })) };
  }

  /** `name`, `protection/protected`, `*`; nothing asked for means every scalar property. */
  private properties(object: WireObject, names: readonly string[]): Record<string, unknown> {
    const wanted = names.length === 0 || names.includes("*") || names.includes("$all") ? object.scalarNames : names;
    const result: Record<string, unknown> = {};
    const below = new Map<string, string[]>();
    for (const each of wanted) {
      const [name = "", ...rest] = each.split("/");
      const scalar = object.scalar(name);
      if (scalar !== undefined && rest.length === 0) {
        if (names.includes(each)) this.requireSupported(object, name);
        else if (!this.host.isSupported(object.type, name)) continue;
        result[pascal(name)] = this.located(object, name, () => scalar.get());
      } else if (object.navigation(name) !== undefined) {
        below.set(name, [...(below.get(name) ?? []), ...(rest.length > 0 ? [rest.join("/")] : [])]);
      } else {
        const problem = new HostError(assumptions.unknownProperty);
        problem.location = `${object.type}.load`;
        throw problem;
      }
    }
    for (const [name, selected] of below) {
      this.requireSupported(object, name);
      const child = object.navigation(name);
      if (child === null) result[pascal(name)] = null;
      else if (child !== undefined)
        result[pascal(name)] = { ...identityOf(child), ...this.query(child, { Select: selected }) };
    }
    return result;
  }

  private memberIdentity(item: WireObject): Record<string, unknown> {
    const isKept = item.keptInCollections && this.body.AutoKeepReference === true;
    return { ...identityOf(item), ...(isKept ? { _ReferenceId: this.host.keep(item) } : {}) };
  }

  private argumentsOf(info: ArgumentInfo | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((argument, index) => {
      const id = references[index] ?? 0;
      return id === 0 ? argument : (this.resolve(id)?.object ?? null);
    });
  }

  /** Runs with the member's name at hand, for the requirement gate and for the location of an error. */
  private located<V>(object: WireObject, wireName: string, work: () => V): V {
    this.requireSupported(object, wireName);
    try {
      return work();
    } catch (problem) {
      if (problem instanceof HostError && problem.location === "") problem.location = locationOf(object, wireName);
      throw problem;
    }
  }

  private requireSupported(object: WireObject, wireName: string): void {
    if (this.host.isSupported(object.type, wireName)) return;
    const problem = new HostError(assumptions.memberAboveRequirementSet);
    problem.location = locationOf(object, wireName);
    throw problem;
  }

  private requireMember<M>(member: M | undefined): M {
    if (member === undefined) throw new HostError("ApiNotFound");
    return member;
  }
}

function locationOf(object: WireObject, wireName: string): string {
  return `${object.type}.${wireName.charAt(0).toLowerCase()}${wireName.slice(1)}`;
}

function identity({ object, referenceId }: NonNullable<Resolved>): Record<string, unknown> {
  return { ...identityOf(object), ...(referenceId === null ? {} : { _ReferenceId: referenceId }) };
}

function identityOf(object: WireObject): Record<string, unknown> {
  return object.id === null ? {} : { [object.id.name]: object.id.value };
}

function pascal(name: string): string {
  return name.startsWith("_") ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
