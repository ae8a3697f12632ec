/** The buttons above the text. */
import type { Desk, NewText } from "./desk";
import { byId, element } from "./elements";
import { EXAMPLES } from "./examples";
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
  byId("tidy", HTMLButtonElement).addEventListener("click", () => {
    const { value: analysis } = desk.analysis;
    if (analysis?.canonical) desk.replace(analysis.canonical);
  });
  examples(desk);
  languages(desk);
}

function openTold(desk: Desk, text: NewText): void {
  const had = desk.text.value.trim() !== "";
  desk.open(text);
  if (had) desk.announce(say("text.replaced"));
}

function examples(desk: Desk): void {
  const select = byId("examples", HTMLSelectElement);
  language.follow(() =>
    select.replaceChildren(
      element("option", { value: "" }, say("text.examples")),
      ...EXAMPLES.map(({ title }, index) => element("option", { value: index }, title)),
    ),
  );
  select.addEventListener("change", () => {
    const example = EXAMPLES[Number(select.value)];
    if (select.value !== "" && example) openTold(desk, { text: example.text });
    select.value = "";
  });
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
