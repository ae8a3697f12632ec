/** What a watch shows, step by step, with the text cut where the watch cuts it. */
import { workoutIn, type Loss, type Refusal } from "../answers";
import { Superseded } from "../asking";
import { asked, granted, type Desk } from "../desk";
import { element, freshId } from "../elements";
import { reasonOf } from "../take/taking";
import { say } from "../words/words";
import { nothingToShow } from "./nothing";

interface ScreenLine {
  readonly text: string;
  readonly cut: boolean;
  readonly full: string;
}

interface WatchView {
  readonly family: string;
  readonly note: string;
  /** That fit into a line, about. */
  readonly letters: number;
  readonly families: Readonly<Record<string, string>>;
  readonly screens: readonly { readonly title: string; readonly lines: readonly ScreenLine[] }[];
  readonly fits?: { readonly ok: boolean; readonly steps: number; readonly most?: number };
  readonly losses: readonly Loss[];
}

export function watchPanel(root: HTMLElement, desk: Desk): () => Promise<void> {
  let family = "";
  return async function draw(): Promise<void> {
    const heading = element("h2", {}, say("tab.watch"));
    if (workoutIn(desk.analysis.value) === null) {
      root.replaceChildren(heading, element("p", { class: "faint" }, nothingToShow(desk.analysis.value)));
      return;
    }
    try {
      const view = granted<WatchView>(
        await desk.ask<WatchView & Refusal>("watch", { ...asked(desk), family }),
      );
      const had = root.contains(document.activeElement);
      root.replaceChildren(
        heading,
        ...parts(view, (chosen) => {
          family = chosen;
          void draw();
        }),
      );
      if (had) root.querySelector("select")?.focus();
    } catch (error) {
      if (!(error instanceof Superseded)) desk.announce(reasonOf(error));
    }
  };
}

function parts(view: WatchView, choose: (family: string) => void): HTMLElement[] {
  const { family, note, letters, screens, fits, losses } = view;
  const list = element(
    "ol",
    { class: `screens ${family}` },
    ...screens.map((screen, index) => screenOf(screen, index, screens.length)),
  );
  list.style.setProperty("--letters", `${String(letters)}ch`);
  return [
    element("p", { class: "faint" }, say("watch.how")),
    chooser(view, choose),
    ...(fits && fits.most !== undefined
      ? [
          element(
            "p",
            {},
            say(fits.ok ? "watch.fits" : "watch.too_long", { steps: fits.steps, most: fits.most }),
          ),
        ]
      : []),
    list,
    ...(losses.length > 0
      ? [element("h3", {}, say("watch.losses")), listOf([...new Set(losses.map(({ what }) => what))])]
      : []),
    element("p", { class: "faint" }, note),
  ];
}

function listOf(texts: readonly string[]): HTMLElement {
  return element("ul", {}, ...texts.map((text) => element("li", {}, text)));
}

function chooser({ families, family }: WatchView, choose: (family: string) => void): HTMLElement {
  const id = freshId("family");
  const options = Object.entries(families).map(([name, title]) =>
    element("option", { value: name, selected: name === family }, title),
  );
  const select = element("select", { id, onchange: () => choose(select.value) }, ...options);
  return element("p", { class: "row" }, element("label", { for: id }, say("watch.family")), select);
}

function screenOf({ title, lines }: WatchView["screens"][number], index: number, count: number): HTMLElement {
  const cut = lines.filter((line) => line.cut);
  return element(
    "li",
    {},
    element("p", { class: "faint" }, say("watch.screen", { number: index + 1, count })),
    element(
      "div",
      { class: "screen" },
      element("p", {}, title),
      ...lines.map((line) => element("p", {}, line.cut ? `${line.text}…` : line.text)),
    ),
    ...cut.map(({ full }) => element("p", { class: "faint" }, say("watch.whole", { text: full }))),
  );
}
