/** What is wrong, as a list: each a way to its place in the text. */
import type { Remark } from "../answers";
import type { Desk } from "../desk";
import { element } from "../elements";
import { say } from "../words/words";

export function problemsPanel(root: HTMLElement, desk: Desk): void {
  const list = root.querySelector("ul")!;
  desk.analysis.follow((analysis) => {
    const problems = analysis?.problems ?? [];
    root.hidden = problems.length === 0;
    list.replaceChildren(
      ...problems.map((problem) => element("li", { class: problem.severity }, wordsOf(problem, desk))),
    );
  });
}

function wordsOf({ line, column, message, file }: Remark, desk: Desk): HTMLElement {
  if (file !== undefined)
    return element("span", {}, element("span", { class: "place" }, file), ` ${message}`);
  if (line === 0) return element("span", {}, message);
  const place = element("span", { class: "place" }, say("problems.place", { line }));
  const goTo = (): void => desk.goTo(line, Math.max(column, 1));
  return element("button", { type: "button", class: "line", onclick: goTo }, place, ` ${message}`);
}
