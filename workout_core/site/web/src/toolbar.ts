/** The buttons above the text. */
import type { Analysis } from "./answers";
import { asked, type Desk, type NewText } from "./desk";
import { byId, element } from "./elements";
import { EXAMPLES, fetchedExample, listedExamples, type Listed } from "./examples";
import { isLocal } from "./local/served";
import { acceptDrops, openedTogether } from "./opening";
import { reasonOf } from "./take/taking";
import { language, LANGUAGES, isLanguage, say } from "./words/words";

export function toolbar(desk: Desk): void {
  const use = async (files: readonly File[]): Promise<void> => {
    try {
      const { doubts, ...text } = await openedTogether(files, desk.ask);
      desk.open(text);
      desk.announce([say("text.opened", { name: text.name ?? "" }), ...doubts].join(" "));
    } catch (error) {
      desk.announce(reasonOf(error));
    }
  };
  const file = byId("file", HTMLInputElement);
  file.addEventListener("change", () => {
    const chosen = [...(file.files ?? [])];
    if (chosen.length > 0) void use(chosen);
    file.value = "";
  });
  byId("open", HTMLButtonElement).addEventListener("click", () => file.click());
  acceptDrops(byId("drop", HTMLElement), (files) => void use(files));
  byId("new", HTMLButtonElement).addEventListener("click", () => openTold(desk, { text: "" }));
  byId("undo", HTMLButtonElement).addEventListener("click", () => desk.undo());
  const button = byId("tidy", HTMLButtonElement);
  button.addEventListener("click", () => {
    tidy(desk).catch((error: unknown) => desk.announce(reasonOf(error)));
  });
  // The canonical form of a plan is all of its sessions, and nothing that a person would write.
  desk.analysis.follow((analysis) => (button.hidden = ["plan", "squad"].includes(analysis?.kind ?? "")));
  examples(desk);
  languages(desk);
}

/** Put the canonical form in place of the text; a text that is wrong has none, and its problems are on the page. */
async function tidy(desk: Desk): Promise<void> {
  const { value: text } = desk.text;
  const question = { ...asked(desk), picture: false, board: false };
  const { canonical } = await desk.ask<Analysis>("analyse", question, "tidy");
  if (canonical && desk.text.value === text) desk.replace(canonical);
}

function openTold(desk: Desk, text: NewText): void {
  const had = desk.text.value.trim() !== "";
  desk.open(text);
  if (had) desk.announce(say("text.replaced"));
}

function examples(desk: Desk): void {
  const select = byId("examples", HTMLSelectElement);
  let listed: readonly Listed[] = [];
  const draw = (): void =>
    select.replaceChildren(
      element("option", { value: "" }, say("text.examples")),
      ...EXAMPLES.map(({ title }, index) => element("option", { value: index }, say(title))),
      ...(listed.length > 0 ? [moreExamples(listed)] : []),
    );
  language.follow(draw);
  if (!isLocal()) {
    void listedExamples().then((found) => {
      listed = found;
      draw();
    });
  }
  select.addEventListener("change", () => {
    const example = EXAMPLES[Number(select.value)];
    const more = listed.find(({ file }) => file === select.value);
    if (more) {
      fetchedExample(more)
        .then((text) => openTold(desk, text))
        .catch((error: unknown) => desk.announce(reasonOf(error)));
    } else if (select.value !== "" && example) openTold(desk, { text: example.text });
    select.value = "";
  });
}

function moreExamples(listed: readonly Listed[]): HTMLElement {
  const options = listed.map(({ file, title }) => element("option", { value: file }, title));
  return element("optgroup", { label: say("text.more_examples") }, ...options);
}

function languages(desk: Desk): void {
  const select = byId("language", HTMLSelectElement);
  select.append(
    ...Object.entries(LANGUAGES).map(([name, { title }]) =>
      element("option", { value: name, lang: name }, title),
    ),
  );
  language.follow((chosen) => (select.value = chosen));
  select.addEventListener("change", () => {
    if (!isLanguage(select.value)) return;
    language.set(select.value);
    desk.keeping.write("language", select.value);
  });
}
