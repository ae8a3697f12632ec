import { describe, expect, it } from "vitest";

import { clock, Playing } from "../src/run/playing";

const SCRIPT = {
  length: 600,
  lines: [
    { at: 0, text: "Warm up" },
    { at: 290, text: "Ten seconds" },
    { at: 300, text: "Go" },
    { at: 600, text: "Well done" },
  ],
  scenes: [
    { at: 0, text: "Warm up 5 min" },
    { at: 300, text: "Run 5 min" },
  ],
};
const words = (lines: readonly { text: string }[]): string[] => lines.map(({ text }) => text);

describe("a workout in fast motion", () => {
  it("says everything once, in order, and ends", () => {
    const playing = new Playing(SCRIPT);
    const said = words(playing.goTo(0));
    playing.playing = true;
    for (let frame = 0; playing.playing && frame < 10_000; frame += 1) said.push(...words(playing.pass(16)));
    expect(said).toEqual(["Warm up", "Ten seconds", "Go", "Well done"]);
    expect(playing.at).toBe(600);
    expect(playing.finished).toBe(true);
  });

  it("passes as fast as is wished", () => {
    const playing = new Playing(SCRIPT);
    playing.playing = true;
    playing.speed = 10;
    playing.pass(1_000);
    expect(playing.at).toBe(10);
    playing.speed = 300;
    playing.pass(1_000);
    expect(playing.at).toBe(310);
  });

  it("stands still while it is paused", () => {
    const playing = new Playing(SCRIPT);
    expect(playing.pass(5_000)).toEqual([]);
    expect(playing.at).toBe(0);
  });

  it("misses no cue if a frame comes late", () => {
    const playing = new Playing(SCRIPT);
    playing.playing = true;
    expect(words(playing.pass(60_000))).toEqual(["Warm up", "Ten seconds", "Go", "Well done"]);
  });

  it("has said, wherever one goes, what comes before", () => {
    const playing = new Playing(SCRIPT);
    expect(words(playing.goTo(295))).toEqual(["Warm up", "Ten seconds"]);
    expect(words(playing.goTo(10))).toEqual(["Warm up"]);
    expect(playing.goTo(-5)).toEqual([SCRIPT.lines[0]]);
  });

  it.each([
    [0, "Warm up 5 min", "Run 5 min"],
    [299.9, "Warm up 5 min", "Run 5 min"],
    [300, "Run 5 min", undefined],
    [600, "Run 5 min", undefined],
  ])("shows at %f s what is done, and what comes then", (at, now, next) => {
    const playing = new Playing(SCRIPT);
    playing.goTo(at);
    expect(playing.scenes.now?.text).toBe(now);
    expect(playing.scenes.next?.text).toBe(next);
  });

  it("with nothing in it is over", () => {
    const playing = new Playing({ length: 0, lines: [], scenes: [] });
    expect(playing.finished).toBe(true);
    expect(playing.scenes).toEqual({ now: null, next: null });
  });
});

it.each([
  [0, "0:00"],
  [59.9, "0:59"],
  [60, "1:00"],
  [3600, "1:00:00"],
  [3661, "1:01:01"],
  [36_000, "10:00:00"],
])("%f s are %s", (seconds, words) => {
  expect(clock(seconds)).toBe(words);
});
