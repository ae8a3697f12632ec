/** Completion: what the toolkit offers at the cursor. */
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { Completions } from "../answers";
import { offsetOf, placeOf } from "./positions";

/**
 * Return a source of completions that asks *complete*; while somebody types, from the second letter of a word
 * on.
 */
export function completionFrom(
  complete: (asked: { text: string; line: number; column: number }) => Promise<Completions | null>,
): (context: CompletionContext) => Promise<CompletionResult | null> {
  return async (context) => {
    if (!context.explicit && !context.matchBefore(/[\p{L}\p{N}]{2,}$/u)) return null;
    const text = context.state.doc;
    const answer = await complete({ text: text.toString(), ...placeOf(text, context.pos) });
    if (answer === null || answer.items.length === 0 || context.aborted) return null;
    const from = offsetOf(text, answer.from.line, answer.from.column);
    return { from, options: answer.items.map(optionOf), validFor: /^[\p{L}\p{N}'% -]*$/u };
  };
}

function optionOf({ label, insert, detail }: Completions["items"][number]): Completion {
  return detail ? { label, apply: insert, detail } : { label, apply: insert };
}
