/** Where texts came from: what they are called and what lies beside them, also after somebody has gone back. */
import type { Files } from "./desk";

export interface Origin {
  readonly name: string;
  readonly files: Files;
}

export const NOWHERE: Origin = { name: "", files: {} };

export class Origins {
  readonly #known = new Map<string, Origin>();
  #current: Origin;

  constructor(current: Origin) {
    this.#current = current;
  }

  get current(): Origin {
    return this.#current;
  }

  /** A text from *origin* takes the place of another, which one may come back to. */
  replaced(before: string, text: string, origin: Origin): void {
    this.#known.set(before, this.#current);
    this.#known.set(text, origin);
    this.#current = origin;
  }

  /** The text is another: one that was there before, nothing, or what is made of the current one. */
  changed(text: string): Origin {
    this.#current = text.trim() === "" ? NOWHERE : (this.#known.get(text) ?? this.#current);
    return this.#current;
  }
}
