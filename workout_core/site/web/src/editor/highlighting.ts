/** Colours for the parts of the text that the toolkit's own grammar finds. */
import { StateEffect, StateField, type Range, type Text } from "@codemirror/state";
import { Decoration, EditorView, type DecorationSet } from "@codemirror/view";
import type { Token } from "../answers";
import { offsetOf } from "./positions";

const found = StateEffect.define<DecorationSet>();

/** Holds the colours; what is typed between two answers carries the old ones along. */
export const highlighting = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(colours, transaction) {
    for (const effect of transaction.effects) if (effect.is(found)) return effect.value;
    return colours.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Colour *tokens* in *view*. They must be of the text that it holds. */
export function highlight(view: EditorView, tokens: readonly Token[]): void {
  view.dispatch({ effects: found.of(coloursOf(view.state.doc, tokens)) });
}

function coloursOf(text: Text, tokens: readonly Token[]): DecorationSet {
  const marks: Range<Decoration>[] = [];
  for (const token of tokens) {
    const from = offsetOf(text, token.line, token.column);
    const to = offsetOf(text, token.line, token.column + token.length);
    if (to > from) marks.push(Decoration.mark({ class: `token-${token.type}` }).range(from, to));
  }
  return Decoration.set(marks, true);
}
