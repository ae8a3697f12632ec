/** What the page and the worker say to each other. */

/** A question for the toolkit; `asked` is JSON. */
export interface Question {
  readonly number: number;
  readonly question: string;
  readonly asked: string;
}

/** What the worker tells: how far it has come with loading, that it is ready, an answer, or a failure. */
export type Told =
  | { readonly kind: "loading"; readonly share: number }
  | { readonly kind: "ready" }
  | { readonly kind: "broken"; readonly message: string }
  | { readonly kind: "answer"; readonly number: number; readonly answer: string }
  | { readonly kind: "failed"; readonly number: number; readonly message: string };
