/** What the parts of the page share: the text, what the toolkit says of it, and how to ask and change. */
import type { Analysis, Refusal } from "./answers";
import type { Toolkit } from "./asking";
import { today } from "./board/days";
import type { Keeping } from "./keeping";
import type { Store } from "./store";

/** A way to ask; `name` as in Toolkit: of several that wait under one name only the last is asked. */
export type Ask = Toolkit["ask"];

/** Texts that the document names, by their names: the course of a race. */
export type Files = Readonly<Record<string, string>>;

/** A text that becomes the document. */
export interface NewText {
  readonly text: string;
  readonly name?: string;
  readonly files?: Files;
}

export interface Desk {
  readonly text: Store<string>;
  /** What the text is called: files of it are called likewise. */
  readonly name: Store<string>;
  readonly files: Store<Files>;
  readonly analysis: Store<Analysis | null>;
  /** The document of the athlete, or an empty text. */
  readonly athlete: Store<string>;
  /** How much room there is for a picture, in pixels. */
  readonly room: Store<number>;
  readonly keeping: Keeping;
  readonly ask: Ask;
  /** Put a new text in place of the old, as one step of the history. */
  replace(text: string): void;
  /** Begin with another document; the old one is a step of the history. */
  open(text: NewText): void;
  /** Take back the last step; return whether there was one. */
  undo(): boolean;
  /** Put the cursor into *line*, and show it. */
  goTo(line: number, column?: number): void;
  /** Say something to who sees the page and who hears it. */
  announce(words: string): void;
}

/** Return what every question about the text says. */
export function asked(desk: Desk): Readonly<Record<string, unknown>> {
  return {
    text: desk.text.value,
    name: stemOf(desk.name.value),
    athlete: desk.athlete.value,
    files: desk.files.value,
  };
}

/** Return *name* without its suffix: what a text is, it says itself, and it may have become something else. */
function stemOf(name: string): string {
  return name.replace(/\.[^./]*$/, "");
}

/** Return what questions that need a clock say, too. */
export function clocked(now = new Date()): Readonly<Record<string, string>> {
  return { today: today(now), now: now.toISOString() };
}

/** Return *answer*. Raises Error that says why it was refused, if it was. */
export function granted<Answer extends object>(answer: Answer & Refusal): Answer {
  if (answer.internal_error) throw new Error(answer.internal_error.message);
  const problem = answer.problems?.find(({ severity }) => severity === "error");
  if (problem) throw new Error(problem.message);
  return answer;
}
