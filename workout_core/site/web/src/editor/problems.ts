/** Lines under what is wrong, with the command's own messages. */
import { setDiagnostics, type Action, type Diagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Remark } from "../answers";
import { say } from "../words/words";
import { offsetOf } from "./positions";

const SEVERITIES = { error: "error", warning: "warning", question: "warning", advice: "info" } as const;

/**
 * Underline *problems* in *view*. They must be of the text that it holds; those of other texts have no place
 * in it.
 */
export function underline(view: EditorView, problems: readonly Remark[]): void {
  const text = view.state.doc;
  const here = problems.filter(({ line, file }) => line > 0 && file === undefined);
  view.dispatch(
    setDiagnostics(
      view.state,
      here.map((problem) => diagnosticOf(text, problem)),
    ),
  );
}

/**
 * Return what is underlined for *problem*: one letter at least, the last of the line where nothing follows.
 */
export function diagnosticOf(text: Text, problem: Remark): Diagnostic {
  const { severity, message, suggestion } = problem;
  const actions = suggestion === undefined ? [] : [replacement(suggestion)];
  return { ...underlined(text, problem), severity: SEVERITIES[severity], message, actions };
}

function replacement(suggestion: string): Action {
  return {
    name: say("problems.apply", { suggestion }),
    apply: (view, from, to) => view.dispatch({ changes: { from, to, insert: suggestion } }),
  };
}

function underlined(text: Text, problem: Remark): { from: number; to: number } {
  const from = offsetOf(text, problem.line, problem.column);
  const to = offsetOf(text, problem.end_line, problem.end_column);
  if (to > from) return { from, to };
  const line = text.lineAt(from);
  if (from < line.to)
    return { from, to: from + ((line.text.codePointAt(from - line.from) ?? 0) > 0xffff ? 2 : 1) };
  return { from: Math.max(line.from, from - 1), to: from };
}
