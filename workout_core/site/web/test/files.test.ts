// @vitest-environment happy-dom
import { expect, it } from "vitest";

import { writtenFormats } from "../src/formats";
import { openedPasted, openedTogether } from "../src/opening";
import { filesFor } from "../src/take/taking";
import { deskWith } from "./desk";

const FILE = { name: "six.fit", data: "DiA=" };

it("files are those that the toolkit makes, on the day that was chosen", async () => {
  const { desk, told } = deskWith({ take: { files: [FILE], problems: [] } }, "easy 30min");
  const files = await filesFor(desk, { what: "FIT", to: ["fit"], date: "2026-12-24" });
  expect(files).toEqual([{ name: "six.fit", data: Uint8Array.of(14, 32) }]);
  expect(told.asked).toMatchObject([
    { question: "take", what: { text: "easy 30min", to: ["fit"], today: "2026-12-24" } },
  ]);
});

it("pages to print are a question of their own, and the page of a band is what is taken", async () => {
  const pages = {
    files: [
      { name: "half-band.html", data: "" },
      { name: "half-band.txt", data: "" },
    ],
    problems: [],
  };
  const { desk, told } = deskWith({ pages }, "recipe: race");
  const files = await filesFor(desk, { what: "Pace band", to: [] });
  expect(files?.map(({ name }) => name)).toEqual(["half-band.html"]);
  expect(told.asked[0]?.question).toBe("pages");
});

it("what cannot be made is told with the reason", async () => {
  const problems = [{ severity: "error", message: "has no steps" }];
  const { desk, told } = deskWith({ take: { files: [], problems } });
  expect(await filesFor(desk, { what: "Calendar", to: ["ics"] })).toBeNull();
  expect(told.said).toEqual(["Calendar cannot be made: has no steps"]);
});

it("a mistake of the toolkit is told as one", async () => {
  const { desk, told } = deskWith({ take: { internal_error: { message: "KeyError: 'x'", trace: "" } } });
  expect(await filesFor(desk, { what: "JSON", to: ["json"] })).toBeNull();
  expect(told.said).toEqual(["JSON cannot be made: KeyError: 'x'"]);
});

it("formats that need what a browser has not are not offered", async () => {
  const format = { title: "", subject: ["workout"], writes: true };
  const formats = [
    { ...format, name: "fit" },
    { ...format, name: "png" },
    { ...format, name: "old", writes: false },
  ];
  const { desk } = deskWith({
    formats,
    losses: { losses: {}, refused: { png: "needs resvg" }, problems: [] },
  });
  expect((await writtenFormats(desk.ask)).map(({ name }) => name)).toEqual(["fit"]);
});

it("of several files the plan is the document, and those it can name lie beside it", async () => {
  const read = { text: "plan: P\n", name: "plan.yaml", others: [], files: {}, warnings: [], problems: [] };
  const { desk, told } = deskWith({ open: read });
  const files = [
    new File(["workout: A\n"], "a.yaml"),
    new File(["plan: P\n"], "plan.yaml"),
    new File(["<gpx/>"], "city.gpx"),
    new File(["\u0000"], "six.fit"),
  ];
  const opened = await openedTogether(files, desk.ask);
  expect(told.asked[0]?.what["name"]).toBe("plan.yaml");
  expect(opened.files).toEqual({ "a.yaml": "workout: A\n", "city.gpx": "<gpx/>" });
});

it("a file that is too large is not even read", async () => {
  const { desk, told } = deskWith({});
  const file = new File(["x"], "huge.fit");
  Object.defineProperty(file, "size", { value: 17_000_000 });
  await expect(openedTogether([file], desk.ask)).rejects.toThrow("huge.fit is larger than 16 MB");
  expect(told.asked).toEqual([]);
});

it.each([
  [{ text: "workout: A\n", others: [] }, "workout: A\n"],
  [{ text: "workout: A\n", others: ["workout: B\n"] }, null],
  [{ text: "as it was", others: [] }, null],
  [{ text: "", others: [] }, null],
])("what is pasted becomes a document only if nothing of it is lost: %#", async (answer, expected) => {
  const { desk } = deskWith({ open: { name: "", files: {}, warnings: [], problems: [], ...answer } });
  expect(await openedPasted("as it was", desk.ask)).toBe(expected);
});
