// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";

import { dayInWords, daysAfter, today } from "../src/board/days";
import { daysOf, undoes } from "../src/board/keys";
import { boardPanel } from "../src/panels/board";
import { analysis, deskWith, session, week } from "./desk";

const NONE = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

describe("days", () => {
  it.each([
    ["2026-12-31", 1, "2027-01-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-03-29", -1, "2026-03-28"], // clocks change that night in Europe
    ["2026-08-03", 7, "2026-08-10"],
  ])("%s and %i days is %s", (date, days, then) => {
    expect(daysAfter(date, days)).toBe(then);
  });

  it("are those of the place where somebody is", () => {
    expect(today(new Date(2026, 7, 3, 23, 59))).toBe("2026-08-03");
  });

  it("are said as people say them", () => {
    expect(dayInWords("2026-12-07", "en")).toBe("Monday 7 December");
    expect(dayInWords("2026-12-07", "de", "short")).toBe("Mo., 7. Dez.");
  });
});

describe("keys", () => {
  it.each([
    ["ArrowLeft", -1],
    ["ArrowRight", 1],
    ["ArrowUp", -7],
    ["ArrowDown", 7],
    ["a", null],
  ])("Alt and %s move by %s days", (key, days) => {
    expect(daysOf({ ...NONE, key, altKey: true })).toBe(days);
    expect(daysOf({ ...NONE, key })).toBeNull();
    expect(daysOf({ ...NONE, key, altKey: true, ctrlKey: true })).toBeNull();
  });

  it("of undo are those of every program", () => {
    expect(undoes({ ...NONE, key: "z", ctrlKey: true })).toBe(true);
    expect(undoes({ ...NONE, key: "z", metaKey: true })).toBe(true);
    expect(undoes({ ...NONE, key: "Z", ctrlKey: true, shiftKey: true })).toBe(false);
    expect(undoes({ ...NONE, key: "z" })).toBe(false);
  });
});

describe("the board", () => {
  const moved = "plan: P\nchanges:\n- {move: Speed, to: 2026-12-09}\n";
  const shown = (answers: Record<string, unknown>): ReturnType<typeof deskWith> & { root: HTMLElement } => {
    const root = document.createElement("div");
    document.body.replaceChildren(root);
    const made = deskWith(answers, "plan: P\n");
    boardPanel(root, made.desk);
    made.desk.analysis.set(
      analysis({ plan: week([], [session("Speed", { is_hard: true })], [], [session("Easy")]) }),
    );
    return { ...made, root };
  };
  const card = (root: HTMLElement, key: string): HTMLElement =>
    root.querySelector(`[data-session="${key}"]`)!;
  const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

  it("moves a session by a key, and the text has the change", async () => {
    const { root, desk, told } = shown({ move: { text: moved, problems: [] } });
    card(root, "Speed").dispatchEvent(
      new KeyboardEvent("keydown", { key: "ArrowRight", altKey: true, bubbles: true }),
    );
    await settled();
    expect(told.asked).toMatchObject([
      { question: "move", what: { text: "plan: P\n", session: "Speed", to: "2026-12-09" } },
    ]);
    expect(desk.text.value).toBe(moved);
    expect(told.said).toEqual(["Speed is on Wednesday 9 December now."]);
  });

  it("takes a change back", async () => {
    const { root, desk, told } = shown({ move: { text: moved, problems: [] } });
    card(root, "Speed").dispatchEvent(
      new KeyboardEvent("keydown", { key: "ArrowRight", altKey: true, bubbles: true }),
    );
    await settled();
    root.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true }));
    expect(desk.text.value).toBe("plan: P\n");
    expect(told.said.at(-1)).toBe("Undone.");
  });

  it("tells which days are too much now", async () => {
    const { root, told } = shown({
      move: { text: moved, problems: [{ severity: "warning", message: "two hard days in a row" }] },
    });
    card(root, "Speed").dispatchEvent(
      new KeyboardEvent("keydown", { key: "ArrowRight", altKey: true, bubbles: true }),
    );
    await settled();
    expect(told.said).toEqual(["Speed is on Wednesday 9 December now. two hard days in a row"]);
  });

  it("changes nothing that was refused, and says why", async () => {
    const { root, desk, told } = shown({ move: { problems: [{ severity: "error", message: "is a race" }] } });
    card(root, "Speed").dispatchEvent(
      new KeyboardEvent("keydown", { key: "ArrowLeft", altKey: true, bubbles: true }),
    );
    await settled();
    expect(desk.text.value).toBe("plan: P\n");
    expect(told.said).toEqual(["is a race"]);
  });

  it("does not undo what somebody has typed while it asked", async () => {
    const { root, desk } = shown({ move: { text: moved, problems: [] } });
    card(root, "Speed").dispatchEvent(
      new KeyboardEvent("keydown", { key: "ArrowRight", altKey: true, bubbles: true }),
    );
    desk.text.set("plan: Another\n");
    await settled();
    expect(desk.text.value).toBe("plan: Another\n");
  });

  it("keeps the focus on the session when it is drawn anew", () => {
    const { root, desk } = shown({});
    card(root, "Easy").focus();
    desk.analysis.set(analysis({ plan: week([session("Easy")], [session("Speed")]) }));
    expect((document.activeElement as HTMLElement).dataset["session"]).toBe("Easy");
  });

  it("shows what is written as text", () => {
    const { root, desk } = shown({});
    const name = "<img src=x onerror=alert(1)>";
    desk.analysis.set(analysis({ title: name, plan: week([session("a", { title: name })]) }));
    expect(root.querySelector("img")).toBeNull();
    expect(root.querySelector("h2")!.textContent).toBe(name);
    expect(card(root, "a").querySelector(".name")!.textContent).toBe(name);
  });
});
