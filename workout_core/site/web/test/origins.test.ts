import { expect, it } from "vitest";

import { NOWHERE, Origins } from "../src/origins";

const COURSE = { name: "city.yaml", files: { "city.gpx": "<gpx/>" } };

it("a text keeps its name and its files while it is changed, and has none once it is empty", () => {
  const origins = new Origins(NOWHERE);
  origins.replaced("", "recipe: race", COURSE);
  expect(origins.changed("recipe: race")).toBe(COURSE);
  expect(origins.changed("recipe: race\ngoal: 45:00")).toBe(COURSE);
  expect(origins.changed("")).toBe(NOWHERE);
  expect(origins.changed("easy 30min")).toBe(NOWHERE);
});

it("who goes back to a text goes back to its name and its files", () => {
  const origins = new Origins(NOWHERE);
  origins.changed("easy 47min");
  origins.replaced("easy 47min", "recipe: race", COURSE);
  expect(origins.changed("easy 47min")).toBe(NOWHERE);
  expect(origins.changed("recipe: race")).toBe(COURSE);
});
