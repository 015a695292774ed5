let generation = 0;

/** A map that is empty again after `forgetAll`, wherever it was made. */
export class ForgetfulMap<Key, Value> {
  #kept = new Map<Key, Value>();
  #from = generation;

  #current(): Map<Key, Value> {
    if (this.#from !== generation) {
      this.#kept = new Map();
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

  get size(): number {
    return this.#current().size;
  }

  clear(): void {
    this.#current().clear();
  }

  delete(key: Key): boolean {
    return this.#current().delete(key);
  }
}

export function forgetAll(): void {
  generation += 1;
}
