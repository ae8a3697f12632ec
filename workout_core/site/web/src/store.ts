/** A value that tells when it changes. */
export class Store<T> {
  readonly #listeners = new Set<(value: T) => void>();
  #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    this.tellAgain();
  }

  /** Tell everybody the same value again: what it is shown with has changed. */
  tellAgain(): void {
    for (const listener of this.#listeners) listener(this.#value);
  }

  /** Call *listener* with the value now, and whenever it changes. */
  follow(listener: (value: T) => void): void {
    this.#listeners.add(listener);
    listener(this.#value);
  }
}
