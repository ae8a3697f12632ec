/** A desk whose toolkit answers from a list, and that keeps what it was told. */
import type { Analysis, Board, BoardSession } from "../src/answers";
import type { Ask, Desk, Files } from "../src/desk";
import { Keeping } from "../src/keeping";
import { Store } from "../src/store";

export interface Told {
  readonly asked: { question: string; what: Record<string, unknown> }[];
  readonly said: string[];
  readonly texts: string[];
}

export function deskWith(answers: Readonly<Record<string, unknown>>, text = ""): { desk: Desk; told: Told } {
  const told: Told = { asked: [], said: [], texts: [] };
  const store = new Store(text);
  const ask = async (question: string, what: Record<string, unknown>): Promise<unknown> => {
    told.asked.push({ question, what });
    return answers[question];
  };
  const replace = (written: string): void => {
    told.texts.push(store.value);
    store.set(written);
  };
  const desk: Desk = {
    text: store,
    name: new Store(""),
    files: new Store<Files>({}),
    analysis: new Store<Analysis | null>(null),
    athlete: new Store(""),
    room: new Store(720),
    keeping: new Keeping(null, () => undefined),
    ask: ask as Ask,
    replace,
    open: ({ text: written }) => replace(written),
    undo: () => {
      const last = told.texts.pop();
      if (last !== undefined) store.set(last);
      return last !== undefined;
    },
    goTo: () => undefined,
    announce: (words) => told.said.push(words),
  };
  return { desk, told };
}

export function session(key: string, more: Partial<BoardSession> = {}): BoardSession {
  return {
    key,
    title: key,
    kind: "running",
    is_race: false,
    is_hard: false,
    much: "40 min",
    moved: false,
    skipped: false,
    ...more,
  };
}

/** A week from Monday, 7 December 2026, on; *days* are the sessions of its days. */
export function week(...days: readonly BoardSession[][]): Board {
  const dates = Array.from({ length: 7 }, (_, index) => `2026-12-${String(index + 7).padStart(2, "0")}`);
  const filled = dates.map((date, index) => ({ date, sessions: days[index] ?? [] }));
  return {
    weeks: [{ number: 1, name: "", note: "", load: 300, numbers: ["4 h"], days: filled }],
    conflicts: [],
  };
}

export function analysis(more: Partial<Analysis>): Analysis {
  return {
    kind: "plan",
    title: "Plan",
    canonical: "",
    problems: [],
    steps: [],
    meanings: [],
    picture: "",
    numbers: [],
    others: [],
    ...more,
  };
}
