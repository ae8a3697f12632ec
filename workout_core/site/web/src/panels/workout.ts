/**
 * The workout at a glance: picture, totals, steps, splits, what it means for the athlete, and what formats
 * lose.
 */
import { workoutIn, type Analysis } from "../answers";
import { Superseded } from "../asking";
import type { Desk } from "../desk";
import { element } from "../elements";
import { whenQuiet } from "../quiet";
import { takeFiles } from "../take/taking";
import { say } from "../words/words";
import { showLosses } from "./losses";
import { pictureOf } from "./picture";
import { stepsList } from "./steps";
import { tableOf } from "./table";

export function workoutPanel(root: HTMLElement, desk: Desk): void {
  const losses = element("section");
  const work = whenQuiet(() => {
    showLosses(losses, desk).catch((error: unknown) => {
      if (!(error instanceof Superseded)) losses.replaceChildren();
    });
  });
  desk.analysis.follow((analysis) => {
    const workout = workoutIn(analysis);
    if (workout === null) {
      if (analysis !== null && analysis.numbers.length > 0) {
        root.classList.remove("stale");
        root.replaceChildren(element("h2", {}, analysis.title), listOf(analysis.numbers)); // An athlete, a squad.
        return;
      }
      // What was right stays, while somebody is in the middle of a word.
      root.classList.toggle("stale", analysis !== null && analysis.kind !== "none");
      if (root.childElementCount > 0 && analysis?.kind !== "none") return;
      root.replaceChildren(element("p", { class: "faint" }, say("workout.nothing")));
      return;
    }
    root.classList.remove("stale");
    root.replaceChildren(...parts(workout, desk), losses);
    work();
  });
}

function parts(analysis: Analysis, desk: Desk): HTMLElement[] {
  const { title, picture, totals, steps, splits, meanings, others } = analysis;
  const words = totals?.words ?? "";
  const fit = say("workout.download_fit");
  return [
    element("h2", {}, title),
    element("p", { class: "before faint" }, say("workout.before")),
    element("p", { class: "totals" }, words),
    ...(picture ? [pictureOf(picture, `${say("workout.picture")}: ${title}, ${words}`)] : []),
    element(
      "p",
      {},
      element(
        "button",
        { type: "button", onclick: () => void takeFiles(desk, { what: fit, to: ["fit"] }) },
        fit,
      ),
    ),
    ...(others.length > 0 ? [element("p", {}, say("workout.others", { count: others.length + 1 }))] : []),
    element("h3", {}, say("workout.steps")),
    stepsList(steps, (line) => desk.goTo(line)),
    ...(splits ? [tableOf(splits, say("workout.splits"))] : []),
    ...(meanings.length > 0 ? [element("h3", {}, say("workout.meanings")), listOf(meanings)] : []),
  ];
}

function listOf(texts: readonly string[]): HTMLElement {
  return element("ul", {}, ...texts.map((text) => element("li", {}, text)));
}
