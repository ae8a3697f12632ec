/** The empty page: what to do, in a sentence, and an example to click. */
import type { Desk } from "../desk";
import { element } from "../elements";
import { EXAMPLES } from "../examples";
import { language, say } from "../words/words";

/** Show *root* as long as there is no text. */
export function emptyPanel(root: HTMLElement, desk: Desk): void {
  const draw = (): void => {
    root.replaceChildren(
      element("h3", {}, say("empty.heading")),
      element("p", {}, say("empty.how")),
      element("pre", {}, EXAMPLES[0]!.text),
      element(
        "p",
        { class: "tools" },
        element(
          "button",
          { type: "button", onclick: () => desk.open({ text: EXAMPLES[0]!.text }) },
          say("empty.try"),
        ),
        element(
          "button",
          { type: "button", class: "quiet", onclick: () => desk.open({ text: EXAMPLES.at(-1)!.text }) },
          say("empty.plan"),
        ),
      ),
    );
  };
  language.follow(draw);
  desk.text.follow((text) => (root.hidden = text.trim() !== ""));
}
