/**
 * The page's way to the toolkit: questions go to a worker, one at a time, and of several that wait under one
 * name only the last is asked. A worker that does not answer in time is ended, and another takes its place.
 */
import type { Question, Told } from "./worker/messages";

/** What the page needs of a worker; tests give another. */
export type Worked = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

/** A newer question of the same name has taken the place of this one. */
export class Superseded extends Error {}

/** There was no answer in time; the worker was ended, and the next question goes to a new one. */
export class TookTooLong extends Error {}

/** The toolkit could not be loaded, or did not do what it should. */
export class ToolkitBroken extends Error {}

/** How far the toolkit is: loading (a share from 0 to 1), ready for questions, or broken (and why). */
export type State =
  | { readonly kind: "loading"; readonly share: number }
  | { readonly kind: "ready" }
  | { readonly kind: "broken"; readonly message: string };

export interface Wishes {
  /** Milliseconds that an answer may take, once the toolkit is loaded. */
  readonly limit?: number;
  /** Told whenever the state changes. */
  readonly onState?: (state: State) => void;
  /** Makes a worker. */
  readonly start?: () => Worked;
}

/** Milliseconds; what a page asks takes some 10, and the longest plan of a year less than 5,000. */
const LIMIT = 10_000;

interface Waiting {
  readonly name: string;
  readonly question: Question;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

function started(): Worked {
  return new Worker(new URL("./worker/worker.ts", import.meta.url), { type: "module" });
}

/** The toolkit, as a page asks it. */
export class Toolkit {
  readonly #limit: number;
  readonly #onState: (state: State) => void;
  readonly #start: () => Worked;
  #worker: Worked;
  #ready = false;
  #why: ToolkitBroken | undefined;
  #number = 0;
  #waiting: Waiting[] = [];
  #asked: Waiting | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ limit = LIMIT, onState = () => undefined, start = started }: Wishes = {}) {
    this.#limit = limit;
    this.#onState = onState;
    this.#start = start;
    this.#worker = this.#begin();
  }

  /**
   * Ask the toolkit; resolves with what the answer holds.
   *
   * Rejects with `Superseded` when a newer question of the same `name` (the question itself, unless another
   * is given) came before this one was answered, with `TookTooLong`, or with `ToolkitBroken`.
   */
  ask<T = unknown>(question: string, asked: unknown, name = question): Promise<T> {
    if (this.#why !== undefined) return Promise.reject(this.#why);
    return new Promise<T>((resolve, reject) => {
      this.#supersede(name);
      this.#number += 1;
      this.#waiting.push({
        name,
        question: { number: this.#number, question, asked: JSON.stringify(asked) },
        resolve: resolve as (answer: unknown) => void,
        reject,
      });
      this.#next();
    });
  }

  /** End the worker, and begin with a new one; what was asked is rejected, what waits is asked there. */
  restart(why: Error = new TookTooLong("stopped")): void {
    this.#worker.terminate();
    const asked = this.#done();
    this.#worker = this.#begin();
    asked?.reject(why);
  }

  #begin(): Worked {
    this.#ready = false;
    this.#why = undefined;
    this.#onState({ kind: "loading", share: 0 });
    const worker = this.#start();
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      if (worker === this.#worker) this.#hear(data);
    };
    worker.onerror = ({ message }) => {
      if (worker === this.#worker) this.#broken(message || "the worker could not be started");
    };
    return worker;
  }

  #supersede(name: string): void {
    const older = this.#waiting.filter((each) => each.name === name);
    this.#waiting = this.#waiting.filter((each) => each.name !== name);
    for (const each of older) each.reject(new Superseded(name));
    // The one that is being answered is not stopped, but nobody waits for it any more.
    if (this.#asked?.name === name) this.#asked.reject(new Superseded(name));
  }

  #next(): void {
    if (!this.#ready || this.#asked !== undefined) return;
    this.#asked = this.#waiting.shift();
    if (this.#asked === undefined) return;
    this.#timer = setTimeout(() => {
      this.restart(new TookTooLong(`no answer in ${String(this.#limit)} ms`));
    }, this.#limit);
    this.#worker.postMessage(this.#asked.question);
  }

  #done(): Waiting | undefined {
    clearTimeout(this.#timer);
    const asked = this.#asked;
    this.#asked = undefined;
    return asked;
  }

  #hear(told: Told): void {
    switch (told.kind) {
      case "loading":
        this.#onState(told);
        break;
      case "ready":
        this.#ready = true;
        this.#onState(told);
        this.#next();
        break;
      case "broken":
        this.#broken(told.message);
        break;
      case "answer":
        this.#done()?.resolve(JSON.parse(told.answer));
        this.#next();
        break;
      case "failed":
        this.#done()?.reject(new ToolkitBroken(told.message));
        this.#next();
    }
  }

  #broken(message: string): void {
    this.#ready = false;
    this.#why = new ToolkitBroken(message);
    const asked = this.#done();
    const left = this.#waiting;
    this.#waiting = [];
    this.#onState({ kind: "broken", message });
    for (const each of asked === undefined ? left : [asked, ...left]) each.reject(this.#why);
  }
}
