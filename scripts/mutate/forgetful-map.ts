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

export function forgetAll(): void {
  generation += 1;
}
