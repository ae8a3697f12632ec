import { history } from "@codemirror/commands";
import { EditorState, Text } from "@codemirror/state";
import { describe, expect, it } from "vitest";

import { changeBetween } from "../src/editor/changing";
import { offsetOf, placeOf } from "../src/editor/positions";
import { diagnosticOf } from "../src/editor/problems";

const TEXT = Text.of(["workout: 🏃 run", "steps: 800m @ Z9 HR", ""]);

describe("places", () => {
  it.each([
    [1, 1, 0],
    [1, 10, 9],
    [1, 11, 11], // behind the runner, who is two units of the editor and one column of the command
    [2, 1, 16],
    [2, 99, 35],
    [3, 1, 36],
    [9, 1, 36],
    [0, 0, 0],
  ])("line %i, column %i is offset %i", (line, column, offset) => {
    expect(offsetOf(TEXT, line, column)).toBe(offset);
  });

  it("come back from offsets", () => {
    for (const offset of [0, 9, 11, 16, 20, 35, 36]) {
      const { line, column } = placeOf(TEXT, offset);
      expect(offsetOf(TEXT, line, column)).toBe(offset);
    }
  });
});

describe("what is underlined", () => {
  const remark = {
    severity: "error",
    message: "no",
    line: 2,
    column: 15,
    end_line: 2,
    end_column: 17,
  } as const;

  it("is what the command points at", () => {
    const { from, to } = diagnosticOf(TEXT, remark);
    expect(TEXT.sliceString(from, to)).toBe("Z9");
  });

  it("is one letter where the command only says where it begins", () => {
    const { from, to } = diagnosticOf(TEXT, { ...remark, line: 1, column: 10, end_line: 1, end_column: 10 });
    expect(TEXT.sliceString(from, to)).toBe("🏃");
  });

  it("is the last letter of a line that ends too early", () => {
    const { from, to } = diagnosticOf(TEXT, { ...remark, column: 20, end_column: 20 });
    expect(TEXT.sliceString(from, to)).toBe("R");
  });

  it("is nothing in a line without letters, and no error", () => {
    expect(diagnosticOf(TEXT, { ...remark, line: 3, column: 1, end_line: 3, end_column: 2 })).toMatchObject({
      from: 36,
      to: 36,
    });
  });

  it.each([
    ["error", "error"],
    ["warning", "warning"],
    ["question", "warning"],
    ["advice", "info"],
  ] as const)("is an %s as an %s", (severity, shown) => {
    expect(diagnosticOf(TEXT, { ...remark, severity }).severity).toBe(shown);
  });
});

describe("a change from one text to another", () => {
  it.each([
    ["", "easy 10min"],
    ["easy 10min", ""],
    ["tue: easy\nthu: long\n", "tue: easy\nthu: long\nchanges:\n- {skip: a}\n"],
    ["aaa", "aaaa"],
    ["x🏃y", "x🏋y"], // the two share their first half
    ["x🏃", "x\u{1f7c3}"], // and these their second
    ["🏃", "🏃🏃"],
  ])("makes of %j %j", (before, after) => {
    const change = changeBetween(before, after)!;
    const state = EditorState.create({ doc: before, extensions: [history()] });
    expect(state.update({ changes: change }).state.doc.toString()).toBe(after);
    expect(change.insert).not.toMatch(/\p{Surrogate}/u);
  });

  it("touches only what differs", () => {
    expect(changeBetween("one two three", "one 2 three")).toEqual({ from: 4, to: 7, insert: "2" });
  });

  it("is none between equal texts", () => {
    expect(changeBetween("same", "same")).toBeNull();
  });
});
