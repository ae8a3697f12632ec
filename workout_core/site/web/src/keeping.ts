/** What the browser keeps between visits. Where it may keep nothing, this page still works, and says so. */
const PREFIX = "workout-editor.";

export type Kept = "text" | "name" | "files" | "athlete" | "language";

/** Where texts are kept by name; `localStorage` is one. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export class Keeping {
  readonly #shelf: Shelf | null;
  readonly #complain: (reason: "full" | "off") => void;

  /**
   * Keep on *shelf*, or nowhere if it is null; *complain* is told, once for each reason, that something is
   * not kept.
   */
  constructor(shelf: Shelf | null, complain: (reason: "full" | "off") => void) {
    this.#shelf = shelf;
    const told = new Set<string>();
    this.#complain = (reason) => {
      if (told.has(reason)) return;
      told.add(reason);
      complain(reason);
    };
  }

  read(what: Kept): string | null {
    try {
      return this.#shelf?.getItem(PREFIX + what) ?? null;
    } catch {
      return null;
    }
  }

  /** Keep *text*, and return whether it is kept. */
  write(what: Kept, text: string): boolean {
    if (!this.#shelf) {
      this.#complain("off");
      return false;
    }
    try {
      this.#shelf.setItem(PREFIX + what, text);
      return true;
    } catch (error) {
      this.#complain(error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "off");
      return false;
    }
  }

  forget(what: Kept): void {
    try {
      this.#shelf?.removeItem(PREFIX + what);
    } catch {
      // What cannot be written was not kept, either.
    }
  }
}

/** Return the browser's shelf; null if it is switched off, where even to ask for it raises. */
export function browserShelf(): Shelf | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
