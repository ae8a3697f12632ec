/** Changes of a plan: the toolkit writes them into the text, as the command would. */
import type { BoardSession, Refusal } from "../answers";
import { Superseded } from "../asking";
import { asked, granted, type Desk } from "../desk";
import { reasonOf } from "../take/taking";
import { language, say } from "../words/words";
import { dayInWords } from "./days";

export type Changing =
  | { readonly question: "move"; readonly session: BoardSession; readonly to: string }
  | { readonly question: "skip" | "keep"; readonly session: BoardSession }
  | { readonly question: "swap"; readonly session: BoardSession; readonly with: BoardSession };

/** Have the toolkit make the change, and put the new text into the editor: one step of its history. */
export async function change(desk: Desk, what: Changing): Promise<void> {
  const { value: text } = desk.text;
  try {
    const changed = granted<Changed>(
      await desk.ask<Changed>(what.question, { ...asked(desk), ...detailsOf(what) }),
    );
    // Somebody has typed since: that text does not have this change, and what is typed is worth more.
    if (desk.text.value !== text) return;
    desk.replace(changed.text);
    const doubts = changed.problems?.map(({ message }) => message) ?? [];
    desk.announce([done(what), ...doubts].join(" "));
  } catch (error) {
    if (!(error instanceof Superseded)) desk.announce(reasonOf(error));
  }
}

type Changed = Refusal & { readonly text: string };

function detailsOf(what: Changing): Readonly<Record<string, string>> {
  const { session } = what;
  switch (what.question) {
    case "move":
      return { session: session.key, to: what.to };
    case "swap":
      return { session: session.key, other: what.with.key };
    case "skip":
    case "keep":
      return { session: session.key };
  }
}

function done(what: Changing): string {
  const { title } = what.session;
  switch (what.question) {
    case "move":
      return say("board.done", { title, day: dayInWords(what.to, language.value) });
    case "skip":
      return say("board.done_skip", { title });
    case "keep":
      return say("board.done_keep", { title });
    case "swap":
      return say("board.done_swap", { title, other: what.with.title });
  }
}
