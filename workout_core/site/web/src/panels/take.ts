/** Everything that the text can become, and every way to take it along. */
import { takeableIn, type Analysis, type Format } from "../answers";
import { today } from "../board/days";
import type { Desk } from "../desk";
import { element, freshId } from "../elements";
import { writtenFormats } from "../formats";
import { LONGEST_LINK, packed } from "../fragment";
import { isLocal } from "../local/served";
import { qrCode } from "../take/qr-code";
import { filesFor, reasonOf, takeFiles, takeText } from "../take/taking";
import { folderPicker, writeToWatch } from "../take/watch-folder";
import type { WordKey } from "../words/english";
import { say, sayCount } from "../words/words";

/** What most people want, in their words; the other formats follow with their own titles. */
const FIRST: Readonly<Record<string, WordKey>> = {
  fit: "take.fit",
  ics: "take.ics",
  svg: "take.svg",
  json: "take.json",
};

export function takePanel(root: HTMLElement, desk: Desk): void {
  const formats = element("div");
  desk.analysis.follow((analysis) => {
    const heading = element("h2", {}, say("take.heading"));
    const takeable = takeableIn(analysis);
    if (takeable === null) {
      root.replaceChildren(heading, element("p", { class: "faint" }, say("take.nothing")));
      return;
    }
    root.replaceChildren(heading, formats, ...watch(desk), ...(isLocal() ? [] : link(desk)));
    writtenFormats(desk.ask)
      .then((all) => formats.replaceChildren(...downloads(takeable, all, desk)))
      .catch((error: unknown) => desk.announce(reasonOf(error)));
  });
}

function downloads(analysis: Analysis, formats: readonly Format[], desk: Desk): HTMLElement[] {
  const isPlan = analysis.plan !== undefined;
  const day = element("input", { type: "date", value: today(), id: freshId("date") });
  const take = (what: string, to: readonly string[]): void =>
    void takeFiles(desk, { what, to, date: day.value });
  const button = (title: string, name: string, act: () => void): HTMLElement =>
    element(
      "button",
      { type: "button", "data-take": name, class: name === "fit" ? "" : "quiet", onclick: act },
      title,
    );
  const others = formats.filter(({ name }) => !Object.hasOwn(FIRST, name));
  const first = Object.keys(FIRST).filter((name) => formats.some((format) => format.name === name));
  const everything = isPlan ? ["fit", "ics", "json"] : formats.map(({ name }) => name);
  const text = say("take.text");
  const all = say("take.zip");
  const page = say(isPlan ? "take.page" : "take.band");
  return [
    ...(isPlan
      ? []
      : [element("p", { class: "row" }, element("label", { for: day.id }, say("take.date")), day)]),
    element(
      "div",
      { class: "offers" },
      ...first.map((name) => button(say(FIRST[name]!), name, () => take(say(FIRST[name]!), [name]))),
      ...(isPlan || analysis.splits ? [button(page, "page", () => take(page, []))] : []),
      button(text, "text-itself", () => void takeText(desk, text)),
      button(all, "zip", () => take(all, everything)),
      button(say("take.print"), "print", () => window.print()),
    ),
    element("p", { class: "faint" }, say("take.fit_how")),
    element(
      "details",
      {},
      element("summary", {}, say("take.other")),
      element(
        "div",
        { class: "offers" },
        ...others.map(({ name, title }) => button(title, name, () => take(title, [name]))),
      ),
    ),
  ];
}

function watch(desk: Desk): HTMLElement[] {
  const choose = folderPicker();
  const heading = element("h3", {}, say("take.watch"));
  if (choose === null) return [heading, element("p", { class: "faint" }, say("take.watch_not"))];
  const write = async (): Promise<void> => {
    try {
      const folder = await choose(); // first: a browser asks only in answer to a click
      const files = await filesFor(desk, { what: say("take.fit"), to: ["fit"] });
      if (files === null) return;
      const flat = files.map(({ name, data }) => ({ name: name.split("/").at(-1)!, data }));
      const written = await writeToWatch(folder, flat);
      if (written.kind === "done") desk.announce(sayCount("take.watch_done", written.count));
      else if (written.kind === "differs") desk.announce(say("take.watch_differs", { name: written.name }));
      else desk.announce(say("take.watch_wrong", { name: written.name }));
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
      desk.announce(say("take.failed", { what: say("take.watch"), reason: reasonOf(error) }));
    }
  };
  return [
    heading,
    element("p", { class: "faint" }, say("take.watch_how")),
    element(
      "p",
      {},
      element("button", { type: "button", onclick: () => void write() }, say("take.watch_do")),
    ),
  ];
}

function link(desk: Desk): HTMLElement[] {
  const shown = element("div", { class: "link" });
  const make = async (): Promise<void> => {
    const address = location.href.split("#")[0]! + (await packed(desk.text.value));
    if (address.length > LONGEST_LINK) {
      shown.replaceChildren(element("p", {}, say("take.link_long")));
      return;
    }
    const field = element("input", { readonly: true, value: address, "aria-label": say("take.link_label") });
    const code = qrCode(address, say("take.qr"));
    shown.replaceChildren(
      field,
      code === null ? element("p", { class: "faint" }, say("take.qr_long")) : figure(code),
    );
    field.select();
    try {
      await navigator.clipboard.writeText(address);
      desk.announce(say("take.link_copied"));
    } catch {
      desk.announce(say("take.link_shown"));
    }
  };
  return [
    element("h3", {}, say("take.link")),
    element("p", { class: "faint" }, say("take.link_how")),
    element("p", {}, element("button", { type: "button", onclick: () => void make() }, say("take.link_do"))),
    shown,
  ];
}

function figure(code: SVGSVGElement): HTMLElement {
  return element(
    "figure",
    { class: "code" },
    code,
    element("figcaption", { class: "faint" }, say("take.qr")),
  );
}
