/** What the formats lose: asked for once the picture is there, since every file has to be made for it. */
import type { Loss, Losses, Refusal } from "../answers";
import { asked, clocked, granted, type Desk } from "../desk";
import { element } from "../elements";
import { writtenFormats } from "../formats";
import { say, sayCount } from "../words/words";

interface Lost {
  readonly losses: Losses;
  /** Why a format cannot take it at all, by its name. */
  readonly refused: Readonly<Record<string, string>>;
}

/** Fill *root* with what the formats lose of the text that there is now. */
export async function showLosses(root: HTMLElement, desk: Desk): Promise<void> {
  if (root.childElementCount === 0) {
    root.replaceChildren(heading(), element("p", { class: "faint" }, say("workout.losses_asked")));
  }
  const open = new Set(
    [...root.querySelectorAll("details[open]")].map((each) => (each as HTMLElement).dataset["format"]),
  );
  const formats = await writtenFormats(desk.ask);
  const { losses, refused } = granted<Lost>(
    await desk.ask<Lost & Refusal>("losses", { ...asked(desk), ...clocked() }),
  );
  const titles = new Map(formats.map(({ name, title }) => [name, title]));
  const lossy = Object.entries(losses).filter(([, lost]) => lost.length > 0);
  const title = (name: string): string => titles.get(name) ?? name;
  const refusals = Object.entries(refused)
    .filter(([name]) => titles.has(name))
    .map(([name, reason]) => `${title(name)}: ${say("losses.refused", { reason })}`);
  root.replaceChildren(
    heading(),
    ...(lossy.length + refusals.length === 0
      ? [element("p", { class: "faint" }, say("workout.no_losses"))]
      : []),
    ...lossy.map(([name, lost]) => partOf(name, title(name), lost, open.has(name), desk)),
    ...refusals.map((words) => element("p", {}, words)),
  );
}

function partOf(name: string, title: string, lost: readonly Loss[], open: boolean, desk: Desk): HTMLElement {
  return element(
    "details",
    { "data-format": name, open },
    element("summary", {}, `${title}: ${sayCount("losses", lost.length)}`),
    element("ul", {}, ...lost.map((loss) => element("li", {}, wordsOf(loss, desk)))),
  );
}

function heading(): HTMLElement {
  return element("h3", {}, say("workout.losses"));
}

function wordsOf({ line, what }: Loss, desk: Desk): HTMLElement {
  if (line === 0) return element("span", {}, what);
  const place = element("span", { class: "place" }, say("problems.place", { line }));
  return element(
    "button",
    { type: "button", class: "line", onclick: () => desk.goTo(line) },
    place,
    ` ${what}`,
  );
}
