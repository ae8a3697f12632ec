// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";

import { completionFrom } from "../src/editor/completion";
import { CompletionContext } from "@codemirror/autocomplete";
import { EditorState } from "@codemirror/state";
import { athletePanel } from "../src/panels/athlete";
import { problemsPanel } from "../src/panels/problems";
import { stepsList } from "../src/panels/steps";
import { whenQuiet } from "../src/quiet";
import { fieldOf } from "../src/recipes/fields";
import { sliderOf } from "../src/recipes/sliders";
import { secondsOf } from "../src/recipes/times";
import { Status } from "../src/status";
import { Tabs } from "../src/tabs";
import { analysis, deskWith } from "./desk";

const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

describe("the steps", () => {
  const line = (depth: number, text: string, place = 0) => ({ depth, text, path: "", line: place });

  it("are lists inside lists, as deep as the repeats", () => {
    const list = stepsList(
      [
        line(0, "Warm up"),
        line(0, "2 times:"),
        line(1, "3 times:"),
        line(2, "400 m"),
        line(1, "Rest"),
        line(0, "Cool down"),
      ],
      () => undefined,
    );
    expect([...list.querySelectorAll("li li li")].map((each) => each.textContent)).toEqual(["400 m"]);
    expect([...list.children].map((each) => each.firstChild?.textContent)).toEqual([
      "Warm up",
      "2 times:",
      "Cool down",
    ]);
  });

  it("lead to their lines, if they have some", () => {
    const goTo = vi.fn();
    const list = stepsList([line(0, "Warm up", 3), line(0, "written by a recipe")], goTo);
    list.querySelector("button")!.click();
    expect(goTo).toHaveBeenCalledExactlyOnceWith(3);
    expect(list.querySelectorAll("button").length).toBe(1);
  });
});

it("a problem is shown as text, and leads to its place", () => {
  const root = document.createElement("section");
  root.append(document.createElement("ul"));
  const { desk } = deskWith({});
  const goTo = vi.spyOn(desk, "goTo");
  problemsPanel(root, desk);
  const message = "'<script>alert(1)</script>' is not a target";
  desk.analysis.set(
    analysis({ problems: [{ line: 2, column: 7, end_line: 2, end_column: 9, severity: "error", message }] }),
  );
  expect(root.querySelector("script")).toBeNull();
  expect(root.textContent).toBe(`Line 2 ${message}`);
  root.querySelector("button")!.click();
  expect(goTo).toHaveBeenCalledWith(2, 7);
});

describe("the athlete", () => {
  it("is asked for, and is nobody again once forgotten", async () => {
    const root = document.createElement("div");
    const { desk, told } = deskWith({
      athlete: { text: "athlete: Me\n", portrait: ["easy: 6:00/km"], problems: [] },
    });
    athletePanel(root, desk);
    const [, distance, time] = root.querySelectorAll("input");
    distance!.value = "10km";
    distance!.dispatchEvent(new Event("input"));
    time!.value = "47:30";
    time!.dispatchEvent(new Event("input"));
    await settled();
    expect(told.asked.at(-1)!.what).toEqual({ values: { "race.distance": "10km", "race.time": "47:30" } });
    expect(desk.athlete.value).toBe("athlete: Me\n");
    expect(root.textContent).toContain("easy: 6:00/km");
    [...root.querySelectorAll("button")].at(-1)!.click();
    await settled();
    expect(desk.athlete.value).toBe("");
    expect(told.said).toEqual(["Forgotten."]);
    expect([...root.querySelectorAll("input")].map(({ value }) => value).join("")).toBe("");
  });

  it("stays who they were while a number is wrong", async () => {
    const root = document.createElement("div");
    const { desk } = deskWith({
      athlete: {
        text: "athlete: Me\nftp: x\n",
        portrait: [],
        problems: [{ path: "ftp", message: "'x' is not a power" }],
      },
    });
    desk.athlete.set("athlete: Me\n");
    athletePanel(root, desk);
    await settled();
    desk.athlete.set("athlete: Me\n");
    const input = [...root.querySelectorAll("input")].at(-1)!;
    input.value = "x";
    input.dispatchEvent(new Event("input"));
    await settled();
    expect(desk.athlete.value).toBe("athlete: Me\n");
    expect(root.textContent).toContain("ftp: 'x' is not a power");
  });
});

describe("sliders", () => {
  it.each([
    ["1:45:00", 6300],
    ["47:30", 2850],
    ["47:60", null],
    ["1:60:00", null],
    ["2 h", null],
    ["", null],
  ])("read the time %j as %s seconds", (text, seconds) => {
    expect(secondsOf(text)).toBe(seconds);
  });

  it("of a goal reach a tenth to either side", () => {
    const { low, high, write } = sliderOf("goal", "1:45:00")!;
    expect([write(low), write(high)]).toEqual(["1:34:30", "1:55:30"]);
  });

  it.each([
    ["split", "2%", 2, "2%"],
    ["split", "-1.5 %", -1.5, "-1.5%"],
    ["hill_effort", "0.95", 0.95, "0.95"],
  ])("show and write %s %s", (name, text, place, written) => {
    const slider = sliderOf(name, text)!;
    expect(slider.read(text)).toBe(place);
    expect(slider.write(place)).toBe(written);
  });

  it("are there for nothing else", () => {
    expect(sliderOf("distance", "10km")).toBeNull();
    expect(sliderOf("goal", "sub two")).toBeNull();
  });

  it("write what they are moved to, into the field and for the recipe", () => {
    const changed = vi.fn();
    const parameter = {
      name: "split",
      label: "Split",
      kind: "percentage",
      example: "2%",
      choices: [],
      required: false,
      says: "how much",
    };
    const root = fieldOf(parameter, "2%", changed);
    const [text, slider] = root.querySelectorAll("input");
    slider!.value = "3.5";
    slider!.dispatchEvent(new Event("input"));
    expect(changed).toHaveBeenCalledExactlyOnceWith("3.5%");
    expect(text!.value).toBe("3.5%");
    expect(slider!.getAttribute("aria-valuetext")).toBe("3.5%");
  });
});

it("tabs are gone through with arrows, and hidden ones are passed over", () => {
  const [list, panels] = [document.createElement("div"), document.createElement("div")];
  document.body.replaceChildren(list, panels);
  const tabs = new Tabs(list, panels, [
    { name: "workout", says: "tab.workout" },
    { name: "plan", says: "tab.plan" },
    { name: "take", says: "tab.take" },
  ]);
  tabs.show("plan", false);
  const press = (key: string): string => {
    list.dispatchEvent(new KeyboardEvent("keydown", { key }));
    return tabs.chosen.value;
  };
  expect(["ArrowRight", "ArrowRight", "ArrowLeft", "Home", "End"].map(press)).toEqual([
    "take",
    "workout",
    "take",
    "workout",
    "take",
  ]);
  expect(document.activeElement?.id).toBe("tab-take");
  expect(tabs.panel("take").hidden).toBe(false);
  expect([...list.children].map((tab) => (tab as HTMLElement).tabIndex)).toEqual([-1, -1, 0]);
});

it("what is wrong is read out once nobody types, and only if it is another number", () => {
  vi.useFakeTimers();
  const [state, notice] = [document.createElement("p"), document.createElement("p")];
  const status = new Status(state, notice);
  const problem = {
    line: 1,
    column: 1,
    end_line: 1,
    end_column: 2,
    severity: "error",
    message: "no",
  } as const;
  status.found(analysis({ problems: [problem] }));
  vi.advanceTimersByTime(1_000);
  status.found(analysis({ problems: [problem, problem] }));
  vi.advanceTimersByTime(1_000);
  expect(state.textContent).toBe("");
  vi.advanceTimersByTime(1_000);
  expect(state.textContent).toBe("2 problems");
  vi.useRealTimers();
});

it("what takes long waits until nobody types", () => {
  vi.useFakeTimers();
  const act = vi.fn();
  const typed = whenQuiet(act, 400);
  for (let letter = 0; letter < 5; letter += 1) {
    typed();
    vi.advanceTimersByTime(300);
  }
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(act).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
});

describe("completion", () => {
  const offered = {
    from: { line: 2, column: 3 },
    items: [{ label: "warmup", insert: "warmup ", detail: "role" }],
  };
  const at = (text: string, explicit: boolean) =>
    new CompletionContext(EditorState.create({ doc: text }), text.length, explicit);

  it("is asked for at the place of the cursor, and goes where the toolkit says", async () => {
    const complete = vi.fn(async () => offered);
    const result = await completionFrom(complete)(at("steps: |\n  wa", false));
    expect(complete).toHaveBeenCalledWith({ text: "steps: |\n  wa", line: 2, column: 5 });
    expect(result).toMatchObject({
      from: 11,
      options: [{ label: "warmup", apply: "warmup ", detail: "role" }],
    });
  });

  it("does not come up by itself after one letter, but when somebody asks for it", async () => {
    const complete = vi.fn(async () => offered);
    expect(await completionFrom(complete)(at("steps: |\n  w", false))).toBeNull();
    expect(complete).not.toHaveBeenCalled();
    expect(await completionFrom(complete)(at("steps: |\n  w", true))).not.toBeNull();
  });
});
