/** The text: an editor that knows nothing of workouts, but is told what to colour and to underline. */
import { autocompletion, completionKeymap, type CompletionSource } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, isolateHistory, undo } from "@codemirror/commands";
import { indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import styles from "../styles/text.css?inline";
import { changeBetween } from "./changing";
import { highlighting } from "./highlighting";

export interface EditorWishes {
  readonly parent: HTMLElement;
  readonly text: string;
  /** What the text is called, and which keys there are. */
  readonly label: () => string;
  readonly keys: () => string;
  readonly complete: CompletionSource;
  /** Told of a text of several lines that was pasted where there was none. */
  readonly pasted: (text: string) => void;
  /** Told of every new text. */
  readonly changed: (text: string) => void;
}

export class Editor {
  readonly view: EditorView;
  readonly #label = new Compartment();
  readonly #wishes: EditorWishes;

  constructor(wishes: EditorWishes) {
    this.#wishes = wishes;
    // In a shadow root the editor brings its styles as sheets, elsewhere as what a strict policy forbids.
    const root = wishes.parent.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    this.view = new EditorView({
      parent: root,
      root,
      state: EditorState.create({ doc: wishes.text, extensions: this.#extensions() }),
    });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Put *text* in place of what there is: one step of the history, and only what differs is touched. */
  replace(text: string): void {
    const change = changeBetween(this.text, text);
    if (change === null) return;
    this.view.dispatch({
      changes: change,
      annotations: isolateHistory.of("full"),
      userEvent: "input.replace",
    });
  }

  /** Take back the last change; return whether there was one. */
  undo(): boolean {
    return undo(this.view);
  }

  /** Put the cursor at *offset*, in view, and the focus into the text. */
  goTo(offset: number): void {
    this.view.dispatch({
      selection: { anchor: offset },
      effects: EditorView.scrollIntoView(offset, { y: "center" }),
    });
    this.view.focus();
  }

  /** Name the text anew, in another language. */
  relabel(): void {
    this.view.dispatch({ effects: this.#label.reconfigure(labelled(this.#wishes)) });
  }

  #extensions(): Extension {
    return [
      lineNumbers(),
      history(),
      drawSelection(),
      highlightActiveLine(),
      highlightSelectionMatches(),
      highlighting,
      lintGutter(),
      search({ top: true }),
      indentUnit.of("  "),
      EditorView.lineWrapping,
      autocompletion({ override: [this.#wishes.complete], icons: false }),
      // Without Tab: it leaves the text, as it leaves every field of a page.
      keymap.of([...completionKeymap, ...lintKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
      this.#label.of(labelled(this.#wishes)),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        const text = update.state.doc.toString();
        this.#wishes.changed(text);
        const isPasted = update.transactions.some((transaction) => transaction.isUserEvent("input.paste"));
        if (isPasted && update.startState.doc.length === 0 && text.includes("\n")) this.#wishes.pasted(text);
      }),
    ];
  }
}

function labelled({ label, keys }: EditorWishes): Extension {
  return EditorView.contentAttributes.of({
    "aria-label": label(),
    "aria-description": keys(),
    spellcheck: "false",
  });
}
