/** What the page says of itself: one line of its state, and one of what has just happened. */
import type { State } from "./asking";
import type { Analysis } from "./answers";
import { element } from "./elements";
import { say, sayCount } from "./words/words";

/** Milliseconds without a new letter before the number of problems is said aloud. */
const CALM = 1_500;
/** Milliseconds that a notice stays: long enough to be read twice, not long enough to be in the way. */
const STAYS = 12_000;

export class Status {
  readonly #state: HTMLElement;
  readonly #notice: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #gone: ReturnType<typeof setTimeout> | undefined;
  #stands: () => string = () => "";
  #newer: (() => void) | null = null;

  /** Both are live regions: what is written there is read out. */
  constructor(state: HTMLElement, notice: HTMLElement) {
    this.#state = state;
    this.#notice = notice;
  }

  /** Say what has just happened. */
  announce(words: string): void {
    this.#notice.textContent = words;
    clearTimeout(this.#gone);
    this.#gone = setTimeout(() => this.#rest(), STAYS);
  }

  /** Offer a newer version of the page; *apply* loads it. What is written is kept. */
  offer(apply: () => void): void {
    this.#newer = apply;
    clearTimeout(this.#gone);
    this.#rest();
  }

  /** Say in the language of now what stands; what has just happened was said in the old one, and goes. */
  relabel(): void {
    clearTimeout(this.#gone);
    this.#rest();
    this.#write(this.#stands);
  }

  toolkit(state: State): void {
    if (state.kind === "loading" && state.share === 0) this.#write(() => say("state.loading"));
    if (state.kind === "ready") this.#write(() => say("state.ready"));
    if (state.kind === "broken") this.#write(() => say("state.failed", { reason: state.message }));
  }

  /** Say how many problems there are, once nobody types any more. */
  found({ problems }: Analysis): void {
    clearTimeout(this.#timer);
    const words = () =>
      problems.length === 0 ? say("state.fine") : sayCount("problems", problems.length);
    this.#timer = setTimeout(() => this.#write(words), CALM);
  }

  /** Show what there is when nothing has just happened: a newer version, or nothing. */
  #rest(): void {
    if (this.#newer === null) return this.#notice.replaceChildren();
    const button = element(
      "button",
      { type: "button", class: "quiet", onclick: this.#newer },
      say("state.newer_do"),
    );
    this.#notice.replaceChildren(`${say("state.newer")} `, button);
  }

  /** What has not changed is not read out again. */
  #write(stands: () => string): void {
    this.#stands = stands;
    const words = stands();
    if (this.#state.textContent !== words) this.#state.textContent = words;
  }
}
