/**
 * The weeks of a plan as a board: sessions are moved by drag, by key, or in a dialog that every phone can
 * show.
 */
import type { Analysis, Board, BoardDay, BoardSession, BoardWeek } from "../answers";
import { dayInWords, daysAfter } from "../board/days";
import { daysOf, undoes } from "../board/keys";
import { change, type Changing } from "../board/changing";
import { sessionDialog } from "../board/dialog";
import type { Desk } from "../desk";
import { element } from "../elements";
import { language, say } from "../words/words";
import { pictureOf } from "./picture";

const KIND = "text/x-workout-session";

export function boardPanel(root: HTMLElement, desk: Desk): void {
  desk.analysis.follow((analysis) => {
    root.classList.toggle("stale", analysis?.plan === undefined);
    if (!analysis?.plan) return; // What was right stays, while somebody is in the middle of a word.
    const focused = root.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset["session"]
      : undefined;
    root.replaceChildren(...parts(analysis, analysis.plan, desk));
    if (focused !== undefined) {
      root.querySelector<HTMLElement>(`[data-session="${CSS.escape(focused)}"]`)?.focus();
    }
  });
  root.addEventListener("keydown", (event) => {
    if (!undoes(event)) return;
    event.preventDefault();
    if (desk.undo()) desk.announce(say("board.undone"));
  });
}

function parts(analysis: Analysis, plan: Board, desk: Desk): HTMLElement[] {
  const most = Math.max(1, ...plan.weeks.map((week) => week.load));
  return [
    element("h2", {}, analysis.title),
    element("p", { class: "before faint" }, say("workout.before")),
    element("p", { class: "totals" }, analysis.numbers.join(" · ")),
    element("p", { class: "faint" }, say("board.how")),
    ...conflicts(plan.conflicts.map(({ message }) => message)),
    ...plan.weeks.map((week) => weekOf(week, most, plan, desk)),
  ];
}

function conflicts(all: readonly string[]): HTMLElement[] {
  if (all.length === 0) return [];
  return [
    element("h3", {}, say("board.conflicts")),
    element("ul", { class: "conflicts" }, ...all.map((each) => element("li", {}, each))),
  ];
}

function weekOf(week: BoardWeek, most: number, plan: Board, desk: Desk): HTMLElement {
  const title = say("board.week", { number: week.number }) + (week.name ? ` · ${week.name}` : "");
  return element(
    "section",
    { class: "week", "aria-label": title },
    element("h3", {}, title),
    element("p", { class: "faint" }, week.numbers.join(" · ")),
    loadBar((week.load / most) * 100),
    week.note !== "" && element("p", { class: "note" }, week.note),
    element("ol", { class: "days" }, ...week.days.map((day) => dayOf(day, plan, desk))),
  );
}

function loadBar(share: number): HTMLElement {
  const bar = element("div", { class: "load", "aria-hidden": "true" }, element("span"));
  bar.style.setProperty("--share", `${share.toFixed(1)}%`);
  return bar;
}

function dayOf(day: BoardDay, plan: Board, desk: Desk): HTMLElement {
  const root = element(
    "li",
    { class: day.sessions.length > 0 ? "day" : "day free", "data-date": day.date },
    element("p", { class: "date" }, dayInWords(day.date, language.value, "short")),
    element("ul", {}, ...day.sessions.map((session) => element("li", {}, cardOf(session, day, plan, desk)))),
  );
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes(KIND)) return;
    event.preventDefault();
    root.classList.add("over");
  };
  root.addEventListener("dragover", over);
  root.addEventListener("dragleave", () => root.classList.remove("over"));
  root.addEventListener("drop", (event) => {
    const key = event.dataTransfer?.getData(KIND);
    if (!key) return;
    event.preventDefault();
    root.classList.remove("over");
    moveTo(key, day.date, plan, desk);
  });
  return root;
}

/** Return a session's card. It is no `button`, which Firefox cannot drag. */
function cardOf(session: BoardSession, day: BoardDay, plan: Board, desk: Desk): HTMLElement {
  const choose = (): void => sessionDialog(session, day.date, plan, (what) => void change(desk, what));
  return element(
    "div",
    {
      class: `session kind-${looksOf(session)}${session.skipped ? " skipped" : ""}`,
      role: "button",
      tabindex: 0,
      draggable: "true",
      "aria-haspopup": "dialog",
      "data-session": session.key,
      onclick: choose,
      onkeydown: (event) => {
        const days = daysOf(event);
        if (days === null && event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        if (days === null) choose();
        else moveTo(session.key, daysAfter(day.date, days), plan, desk);
      },
      ondragstart: (event) => event.dataTransfer?.setData(KIND, session.key),
    },
    element("span", { class: "shape", "aria-hidden": "true" }),
    element("span", { class: "name" }, session.title),
    session.picture !== undefined && pictureOf(session.picture, ""),
    element("span", { class: "much" }, [session.at, session.much].filter(Boolean).join(" · ")),
    session.is_hard && element("span", { class: "sr" }, say("board.hard")),
    (session.skipped || session.moved) &&
      element("span", { class: "mark" }, say(session.skipped ? "board.skipped" : "board.moved")),
  );
}

const EVENTS: Readonly<Record<string, string>> = {
  call: "call",
  video: "call",
  rest: "rest",
  note: "note",
  race: "race",
};
const GYM = new Set(["strength", "mobility", "yoga", "pilates"]);

/** Return which shape and colour a session has: those of the pages of plans. */
function looksOf({ is_race, is_hard, kind }: BoardSession): string {
  if (is_race) return "race";
  if (is_hard) return "tough";
  return EVENTS[kind] ?? (GYM.has(kind) ? "gym" : "move");
}

function moveTo(key: string, date: string, plan: Board, desk: Desk): void {
  const from = plan.weeks
    .flatMap((week) => week.days)
    .find((day) => day.sessions.some((each) => each.key === key));
  const session = from?.sessions.find((each) => each.key === key);
  if (!from || !session || from.date === date) return;
  const what: Changing = { question: "move", session, to: date };
  void change(desk, what);
}
