/**
 * A file of this machine that `workout edit` serves: what is typed here is written there, and what others save
 * there comes here. Where both have changed, somebody is asked, and nothing is lost.
 */
import type { Files } from "../desk";

/** What is in the file, as the server tells it. */
export interface FileState {
  readonly name: string;
  readonly text: string;
  /** Empty where there is no file. */
  readonly version: string;
  /** What the text names, beside it. */
  readonly files: Files;
  /** Why there is no text. */
  readonly problem: string;
  /** Of all of it. */
  readonly tag: string;
}

/** How the text here and the file are to each other. */
export type Standing =
  | { readonly kind: "new" | "saved" | "saving" | "changed" | "gone" | "away" }
  | { readonly kind: "refused"; readonly reason: string };

/** The way to the server. */
export type Fetch = (address: string, how?: RequestInit) => Promise<Response>;

export interface FileWishes {
  /** The text here. */
  readonly text: () => string;
  /** Told of what is in the file, if it is to be here, too. */
  readonly came: (state: FileState) => void;
  readonly stands: (standing: Standing) => void;
  readonly fetch?: Fetch;
  /** Milliseconds without a letter, after which the text is saved. */
  readonly pause?: number;
  /** Milliseconds after which a server that does not answer is asked again. */
  readonly patience?: number;
}

const FILE = "./file";
const CHANGES = "./file/changes";
const STALE = 412;
const NOTHING_NEW = 204;

export class EditedFile {
  readonly #wishes: FileWishes;
  readonly #fetch: Fetch;
  /** What the text here was made from. */
  #base: FileState;
  /** What was last heard of the file. */
  #heard: FileState;
  #standing: Standing = { kind: "saved" };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> | null = null;
  #asking: AbortController | undefined;
  #isLeft = false;

  constructor(state: FileState, wishes: FileWishes) {
    this.#base = this.#heard = state;
    this.#wishes = wishes;
    this.#fetch = wishes.fetch ?? ((address, how) => fetch(address, how));
    if (state.problem) this.#stand({ kind: "refused", reason: state.problem });
    else this.#stand(this.#standing);
  }

  get #patience(): number {
    return this.#wishes.patience ?? 2_000;
  }

  get standing(): Standing {
    return this.#standing;
  }

  /** Whether there is something here that is not in the file. */
  get isUnsaved(): boolean {
    return this.#standing.kind === "gone" || this.#differs;
  }

  get #differs(): boolean {
    return this.#wishes.text() !== this.#base.text;
  }

  /** The text here may have changed: save it in a moment, unless somebody has to decide something first. */
  typed(): void {
    if (["changed", "gone"].includes(this.#standing.kind)) return;
    if (!this.#differs && this.#writing === null) return;
    this.#stand({ kind: "saving" });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), this.#wishes.pause ?? 300);
  }

  /** Save the text here now, if it is not in the file. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#writing;
    if (["changed", "gone"].includes(this.#standing.kind)) return;
    if (this.#differs) await this.#write(`"${this.#base.version}"`);
    else this.#stand({ kind: "saved" });
  }

  /** Write the text here, whatever is in the file; return the name of what that is kept as, if it is. */
  async keepMine(): Promise<string> {
    await this.#writing;
    return this.#write("*");
  }

  /** Take the text of the file; return the name of what the text here is kept as. */
  async takeTheirs(): Promise<string> {
    await this.#writing;
    try {
      const answer = await this.#fetch(FILE, { method: "POST", body: this.#wishes.text() });
      const told = (await answer.json()) as { kept?: string; problem?: string };
      if (!answer.ok) {
        this.#stand({ kind: "refused", reason: told.problem ?? String(answer.status) });
        return "";
      }
      this.#take(this.#heard);
      return told.kept ?? "";
    } catch {
      this.#stand({ kind: "away" });
      return "";
    }
  }

  /** Ask for changes, one question after the other, until it is left. */
  async follow(): Promise<void> {
    while (!this.#isLeft) {
      const asked = this.#heard.tag;
      const asking = (this.#asking = new AbortController());
      try {
        // A server that was away answers at once, not only when there is something new.
        const known = this.#standing.kind === "away" ? "" : asked;
        const headers = { "If-None-Match": `"${known}"` };
        const answer = await this.#fetch(CHANGES, { headers, signal: asking.signal });
        if (!answer.ok) throw new Error(String(answer.status));
        const state = answer.status === NOTHING_NEW ? this.#heard : ((await answer.json()) as FileState);
        await this.#writing;
        // What was written meanwhile has told more; this may be older.
        if (this.#heard.tag === asked) this.#hear(state);
      } catch {
        if (asking.signal.aborted) continue;
        this.#stand({ kind: "away" });
        await new Promise((next) => setTimeout(next, this.#patience));
      }
    }
  }

  /** Ask for changes no more. */
  leave(): void {
    this.#isLeft = true;
    this.#asking?.abort();
  }

  async #write(condition: string): Promise<string> {
    const text = this.#wishes.text();
    let kept = "";
    const written = (async (): Promise<void> => {
      try {
        const answer = await this.#fetch(FILE, {
          method: "PUT",
          headers: { "If-Match": condition },
          body: text,
        });
        const told = (await answer.json()) as FileState & { kept?: string };
        if (answer.ok) {
          kept = told.kept ?? "";
          // As it was sent: bytes cannot hold every text that can be typed.
          this.#base = { ...told, text };
          this.#heard = told;
          this.#asking?.abort(); // The question was about what there was before.
          this.#wishes.came({ ...told, text: this.#wishes.text() });
          this.#stand({ kind: this.#differs ? "saving" : "saved" });
        } else if (answer.status === STALE) this.#hear(told);
        else this.#stand({ kind: "refused", reason: told.problem });
      } catch {
        this.#stand({ kind: "away" });
        if (condition !== "*") this.#timer = setTimeout(() => void this.save(), this.#patience);
      }
    })();
    this.#writing = written;
    await written;
    this.#writing = null;
    if (this.#standing.kind === "saving") this.typed();
    return kept;
  }

  #hear(state: FileState): void {
    this.#heard = state;
    const text = this.#wishes.text();
    if (state.problem) this.#stand({ kind: "refused", reason: state.problem });
    else if (state.version === this.#base.version) this.#back(state);
    else if (state.version === "") this.#stand({ kind: "gone" });
    else if (!this.#differs || state.text === text) this.#take(state);
    else this.#stand({ kind: "changed" });
  }

  /** The file is what the text here was made from: other files may have changed, or the server is back. */
  #back(state: FileState): void {
    this.#base = { ...state, text: this.#base.text };
    this.#wishes.came({ ...state, text: this.#wishes.text() });
    const { kind } = this.#standing;
    if (!this.#differs) this.#stand({ kind: "saved" });
    else if (kind !== "saving" && kind !== "refused") {
      this.#stand({ kind: "saving" });
      this.typed();
    }
  }

  #take(state: FileState): void {
    clearTimeout(this.#timer);
    this.#base = this.#heard = state;
    this.#stand({ kind: "saved" });
    this.#wishes.came(state);
  }

  #stand(standing: Standing): void {
    const isNew = standing.kind === "saved" && this.#base.version === "";
    this.#standing = isNew ? { kind: "new" } : standing;
    this.#wishes.stands(this.#standing);
  }
}
