let generation = 0;

/** A WeakMap that is empty again after `forgetAll`, wherever it was made. */
export class ForgetfulMap<Key extends WeakKey, Value> {
  #kept = new WeakMap<Key, Value>();
  #from = generation;

  #current(): WeakMap<Key, Value> {
    if (this.#from !== generation) {
      this.#kept = new WeakMap();
      this.#from = generation;
    }
    return this.#kept;
  }

  get(key: Key): Value | undefined {
    return this.#current().get(key);
  }

  has(key: Key): boolean {
    return this.#current().has(key);
  }

  set(key: Key, value: Value): this {
    this.#current().set(key, value);
    return this;
  }

  delete(key: Key): boolean {
    return this.#current().delete(key);
  }
}

/** A Map that a module keeps what it worked out in, empty again after `forgetAll`. */
export class ForgetfulCache<Key, Value> extends Map<Key, Value> {
  #from = generation;

  #forget(): void {
    if (this.#from === generation) return;
    this.#from = generation;
    this.clear();
  }

  override get(key: Key): Value | undefined {
    this.#forget();
    return super.get(key);
  }

  override set(key: Key, value: Value): this {
    this.#forget();
    return super.set(key, value);
  }
}

export function forgetAll(): void {
  generation += 1;
}
