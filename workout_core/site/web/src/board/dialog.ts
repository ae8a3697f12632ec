/** What can be done with a session, without dragging it. */
import type { Board, BoardSession } from "../answers";
import { byId, element, freshId } from "../elements";
import { language, say } from "../words/words";
import type { Changing } from "./changing";
import { dayInWords } from "./days";

/** Show what can be done with *session*, and tell *chosen* what is to be done. */
export function sessionDialog(
  session: BoardSession,
  date: string,
  plan: Board,
  chosen: (what: Changing) => void,
): void {
  const dialog = byId("dialog", HTMLDialogElement);
  const act = (what: Changing): void => {
    dialog.close();
    chosen(what);
  };
  const day = element("input", { type: "date", value: date, required: true });
  const other = element("select", {}, ...others(session, plan));
  const heading = element("h2", { id: freshId("dialog-heading") }, session.title);
  const everySession = sessionsOf(plan);
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.replaceChildren(
    heading,
    element("p", { class: "faint" }, dayInWords(date, language.value)),
    row(say("board.move"), day, say("board.move_do"), () => {
      if (day.reportValidity()) act({ question: "move", session, to: day.value });
    }),
    row(say("board.swap"), other, say("board.swap_do"), () => {
      const found = everySession.get(other.value);
      if (found) act({ question: "swap", session, with: found.session });
    }),
    element(
      "p",
      { class: "tools" },
      element(
        "button",
        {
          type: "button",
          class: "quiet",
          onclick: () => act({ question: session.skipped ? "keep" : "skip", session }),
        },
        say(session.skipped ? "board.keep" : "board.skip"),
      ),
      element(
        "button",
        { type: "button", class: "quiet", onclick: () => dialog.close() },
        say("board.close"),
      ),
    ),
  );
  dialog.showModal();
}

function sessionsOf(plan: Board): Map<string, { session: BoardSession; date: string }> {
  const days = plan.weeks.flatMap((week) => week.days);
  return new Map(
    days.flatMap(({ date, sessions }) =>
      sessions.map((session) => [session.key, { session, date }] as const),
    ),
  );
}

function others(session: BoardSession, plan: Board): HTMLOptionElement[] {
  return [...sessionsOf(plan).values()]
    .filter((each) => each.session.key !== session.key)
    .map((each) => {
      const day = dayInWords(each.date, language.value, "short");
      return element("option", { value: each.session.key }, `${day}: ${each.session.title}`);
    });
}

function row(label: string, field: HTMLElement, does: string, act: () => void): HTMLElement {
  field.id = freshId("field");
  return element(
    "p",
    { class: "row" },
    element("label", { for: field.id }, label),
    field,
    element("button", { type: "button", onclick: act }, does),
  );
}
