/** The page: puts its parts together. */
import { analyseChanges } from "./analysing";
import type { Analysis, Completions, Refusal } from "./answers";
import { Toolkit } from "./asking";
import { asked, granted, type Desk, type Files } from "./desk";
import { completionFrom } from "./editor/completion";
import { Editor } from "./editor/editor";
import { offsetOf } from "./editor/positions";
import { byId } from "./elements";
import { writtenFormats } from "./formats";
import { unpacked } from "./fragment";
import { browserShelf, Keeping } from "./keeping";
import { EditedFile, type FileState } from "./local/edited-file";
import { fileLine } from "./local/line";
import { dressForFile, saveBeforeLeaving, servedFile, withoutText } from "./local/served";
import { keepOffline } from "./offline";
import { openedPasted } from "./opening";
import { Origins, type Origin } from "./origins";
import { athletePanel } from "./panels/athlete";
import { boardPanel } from "./panels/board";
import { emptyPanel } from "./panels/empty";
import { problemsPanel } from "./panels/problems";
import { recipesPanel } from "./panels/recipes";
import { runPanel } from "./panels/run-through";
import { takePanel } from "./panels/take";
import { watchPanel } from "./panels/watch-view";
import { workoutPanel } from "./panels/workout";
import { whenQuiet } from "./quiet";
import { Status } from "./status";
import { Store } from "./store";
import { Tabs } from "./tabs";
import { toolbar } from "./toolbar";
import { switchViews } from "./views";
import { isLanguage, language, languageFor, say, sayAll } from "./words/words";

/** Pixels: 52rem, from which on text and result stand side by side. */
const NARROW = 832;

const status = new Status(byId("state", HTMLElement), byId("notice", HTMLElement));
/** What is in the file that is edited, if `workout edit` serves this page. */
const served = await servedFile();
if (served !== null) dressForFile();
const keeping = new Keeping(served ? withoutText(browserShelf()) : browserShelf(), (reason) => {
  byId("kept", HTMLElement).textContent = say(`kept.${reason}`);
});
const spoken = keeping.read("language") ?? "";
language.set(isLanguage(spoken) ? spoken : languageFor(navigator.languages));

const toolkit = new Toolkit({
  onState: (state) => {
    status.toolkit(state);
    // Where it fails, the page still works as long as there is a network.
    if (state.kind !== "ready") return;
    writtenFormats(desk.ask).catch(() => undefined); // asked for again where they are needed
    if (served === null) keepOffline((apply) => status.offer(apply)).catch(() => undefined);
  },
});
Object.assign(globalThis, { toolkit }); // for who wants to ask it from the console of the browser
const origins = new Origins(
  served ?? { name: keeping.read("name") ?? "", files: filesOf(keeping.read("files")) },
);
const text = new Store(served?.text ?? keeping.read("text") ?? "");
const editor = new Editor({
  parent: byId("text", HTMLElement),
  text: text.value,
  label: () => say("text.label"),
  keys: () => say("text.keys"),
  complete: completionFrom((place) =>
    desk
      .ask<Completions & Refusal>("complete", { ...asked(desk), ...place })
      .then(granted<Completions>)
      .catch(() => null),
  ),
  pasted: (written) => {
    openedPasted(written, desk.ask)
      .then((read) => {
        if (read === null || desk.text.value !== written) return;
        desk.replace(read);
        desk.announce(say("text.pasted"));
      })
      .catch(() => undefined); // It stays as it was pasted, and what is wrong with it is told below it.
  },
  changed: (written) => {
    keeping.write("text", written);
    if (served === null) comeFrom(origins.changed(written));
    text.set(written);
    file?.typed();
  },
});
const desk: Desk = {
  text,
  name: new Store(origins.current.name),
  files: new Store(origins.current.files),
  analysis: new Store<Analysis | null>(null),
  athlete: new Store(""),
  room: new Store(roomOf()),
  keeping,
  ask: (question, details, name) =>
    toolkit.ask(question, { language: language.value, ...(details as object) }, name),
  replace: (written) => editor.replace(written),
  open: ({ text: written, name = "", files = {} }) => {
    if (served === null) origins.replaced(text.value, written, { name, files });
    editor.replace(written);
    comeFrom(origins.current); // also where the text is the same
    views.show("result");
  },
  undo: () => editor.undo(),
  goTo: (line, column = 1) => {
    views.show("text");
    editor.goTo(offsetOf(editor.view.state.doc, line, column));
  },
  announce: (words) => status.announce(words),
};
const views = switchViews();

const tabs = new Tabs(byId("tabs", HTMLElement), byId("panels", HTMLElement), [
  { name: "workout", says: "tab.workout" },
  { name: "plan", says: "tab.plan" },
  { name: "take", says: "tab.take" },
  { name: "watch", says: "tab.watch" },
  { name: "run", says: "tab.run" },
  { name: "recipes", says: "tab.recipes" },
  { name: "athlete", says: "tab.athlete" },
]);
workoutPanel(tabs.panel("workout"), desk);
boardPanel(tabs.panel("plan"), desk);
takePanel(tabs.panel("take"), desk);
athletePanel(tabs.panel("athlete"), desk);
const redraw = whenQuiet(() => void drawn[tabs.chosen.value]?.());
const drawn: Readonly<Record<string, () => Promise<void>>> = {
  watch: watchPanel(tabs.panel("watch"), desk),
  run: runPanel(tabs.panel("run"), desk),
  recipes: recipesPanel(tabs.panel("recipes"), desk),
};
emptyPanel(byId("empty", HTMLElement), desk);
problemsPanel(byId("problems", HTMLElement), desk);
toolbar(desk);

desk.analysis.follow((analysis) => {
  const kind = analysis?.kind === "plan" ? "plan" : "workout";
  tabs.show("plan", kind === "plan");
  tabs.show("workout", kind === "workout");
  const { value: chosen } = tabs.chosen;
  if (chosen === "plan" || chosen === "workout") tabs.choose(kind);
  if (chosen === "watch" || chosen === "run") redraw();
});
tabs.chosen.follow((chosen) => void drawn[chosen]?.());
language.follow((chosen) => {
  document.documentElement.lang = chosen;
  document.title = [served?.name, say("page.title")].filter(Boolean).join(" – ");
  sayAll(document);
  tabs.relabel();
  editor.relabel();
  status.relabel();
  desk.analysis.tellAgain(); // in the old words of the toolkit, until it has answered in the new ones
  void drawn[tabs.chosen.value]?.();
});
window.addEventListener(
  "resize",
  whenQuiet(() => desk.room.set(roomOf())),
);
analyseChanges(desk, editor, status);
const file = served === null ? null : editFile(served);

/** Return the room for a picture: steps of it, so that a bar at the edge of the window does not change it. */
function roomOf(): number {
  const { innerWidth } = window;
  const share = innerWidth > NARROW ? 6 / 11 : 1; // as the columns of the page
  return Math.min(Math.floor((innerWidth * share - 40) / 40) * 40, 720);
}

/** Keep the text and *state*, a file of this machine, the same, whoever changes which. */
function editFile(state: FileState): EditedFile {
  const stands = fileLine(byId("kept", HTMLElement), state.name, () => edited, desk.announce);
  const edited: EditedFile = new EditedFile(state, {
    text: () => text.value,
    came: ({ text: written, files }) => {
      if (JSON.stringify(files) !== JSON.stringify(desk.files.value)) desk.files.set(files);
      if (written === text.value) return;
      editor.replace(written);
      desk.announce(say("local.came", { name: state.name }));
    },
    stands,
  });
  saveBeforeLeaving(edited);
  void edited.follow();
  return edited;
}

function comeFrom({ name, files }: Origin): void {
  if (files !== desk.files.value) keeping.write("files", JSON.stringify(files));
  if (name !== desk.name.value) keeping.write("name", name);
  desk.name.set(name);
  desk.files.set(files);
}

function filesOf(kept: string | null): Files {
  try {
    return JSON.parse(kept ?? "{}") as Files;
  } catch {
    return {};
  }
}

async function openLink(): Promise<void> {
  const found = await unpacked(location.hash);
  if (found.kind === "none") return;
  history.replaceState(null, "", location.pathname + location.search);
  if (found.kind === "text") desk.open({ text: found.text });
  desk.announce(
    say(found.kind === "text" ? "link.opened" : found.kind === "broken" ? "link.broken" : "link.too_large"),
  );
}
if (served === null) {
  window.addEventListener("hashchange", () => void openLink());
  void openLink();
}
