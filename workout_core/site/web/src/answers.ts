/**
 * What the toolkit answers: the part of docs/editor-answers.md that the page uses. What is None there is left
 * out.
 */

/**
 * A place in the text. Lines and columns count from 1, columns in code points, 0 is all of the text; the end
 * is exclusive.
 */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly end_line: number;
  readonly end_column: number;
}

export interface Remark extends Span {
  readonly severity: "error" | "warning" | "question" | "advice";
  readonly message: string;
  /** What to write instead of what is underlined. */
  readonly suggestion?: string;
  readonly path?: string;
  /** Which other text it is of, such as that of the athlete. */
  readonly file?: string;
}

/** What every answer may be instead: refused. */
export interface Refusal {
  readonly problems?: readonly { readonly severity: string; readonly message: string }[];
  readonly internal_error?: { readonly message: string };
}

/** A piece of the text, in one line. */
export interface Token {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly type: string;
}

export interface StepLine {
  readonly depth: number;
  readonly text: string;
  readonly path: string;
  /** 0 if the step does not stand in the text, as what a recipe writes. */
  readonly line: number;
}

export interface Totals {
  readonly load: number;
  readonly is_hard: boolean;
  readonly words: string;
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface BoardSession {
  readonly key: string;
  readonly title: string;
  /** The sport, or the kind of event. */
  readonly kind: string;
  readonly is_race: boolean;
  readonly is_hard: boolean;
  readonly at?: string;
  readonly much: string;
  readonly moved: boolean;
  readonly skipped: boolean;
  /** A small one of its workout, in SVG. */
  readonly picture?: string;
}

export interface BoardDay {
  readonly date: string;
  readonly sessions: readonly BoardSession[];
}

export interface BoardWeek {
  readonly number: number;
  readonly name: string;
  readonly note: string;
  readonly load: number;
  readonly numbers: readonly string[];
  readonly days: readonly BoardDay[];
}

export interface Board {
  readonly weeks: readonly BoardWeek[];
  readonly conflicts: readonly { readonly message: string }[];
}

export interface Analysis {
  readonly kind: "workout" | "plan" | "athlete" | "squad" | "steps" | "none";
  readonly title: string;
  /** The same text in the canonical form; empty if it is wrong. */
  readonly canonical: string;
  readonly problems: readonly Remark[];
  readonly totals?: Totals;
  readonly steps: readonly StepLine[];
  readonly meanings: readonly string[];
  /** In SVG; empty if there is nothing to draw. */
  readonly picture: string;
  readonly splits?: Table;
  readonly numbers: readonly string[];
  readonly plan?: Board;
  /** The documents of the other workouts of a message. */
  readonly others: readonly string[];
}

export interface Loss {
  readonly line: number;
  readonly kind: string;
  readonly what: string;
  readonly file?: string;
}

/** What formats lose, by the name of the format. */
export type Losses = Readonly<Record<string, readonly Loss[]>>;

export interface Format {
  readonly name: string;
  readonly title: string;
  readonly subject: readonly string[];
  readonly writes: boolean;
}

/** What may be written in the place of what stands from `from` up to the cursor. */
export interface Completions {
  readonly from: { readonly line: number; readonly column: number };
  readonly items: readonly { readonly label: string; readonly insert: string; readonly detail: string }[];
}

/** Return *analysis* if it is of a workout that can be done, and else null. */
export function workoutIn(analysis: Analysis | null): Analysis | null {
  return analysis !== null && analysis.steps.length > 0 ? analysis : null;
}

/** Return *analysis* if it is of something that can be taken along, and else null. */
export function takeableIn(analysis: Analysis | null): Analysis | null {
  return analysis?.plan === undefined ? workoutIn(analysis) : analysis;
}
