/** The steps in words, each a way to its line of the text. */
import type { StepLine } from "../answers";
import { element } from "../elements";
import { say } from "../words/words";

/** Return *steps* as nested lists; *goTo* is told which line somebody wants to see. */
export function stepsList(steps: readonly StepLine[], goTo: (line: number) => void): HTMLElement {
  const root = element("ol", { class: "steps" });
  const open: HTMLElement[] = [root];
  for (const step of steps) {
    while (open.length > step.depth + 1) open.pop();
    while (open.length < step.depth + 1) open.push(nested(open.at(-1)!));
    open.at(-1)!.append(element("li", {}, words(step, goTo)));
  }
  return root;
}

function nested(list: HTMLElement): HTMLElement {
  const inner = element("ol");
  (list.lastElementChild ?? list.appendChild(element("li"))).append(inner);
  return inner;
}

function words({ text, line }: StepLine, goTo: (line: number) => void): HTMLElement {
  if (line === 0) return element("span", {}, text);
  return element(
    "button",
    { type: "button", class: "line", title: say("workout.go_to_line", { line }), onclick: () => goTo(line) },
    text,
  );
}
