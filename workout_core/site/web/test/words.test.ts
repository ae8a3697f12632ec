// @vitest-environment happy-dom
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { afterEach, describe, expect, it } from "vitest";

import { EXAMPLES } from "../src/examples";
import { ENGLISH, type WordKey } from "../src/words/english";
import { GERMAN } from "../src/words/german";
import { language, languageFor, say, sayAll, sayCount } from "../src/words/words";

const KEYS = Object.keys(ENGLISH) as WordKey[];
const PAGE = readFileSync("index.html", "utf-8");
const SOURCES = readdirSync("src", { recursive: true, encoding: "utf-8" })
  .filter((name) => name.endsWith(".ts") && !name.startsWith("words"))
  .map((name) => readFileSync(join("src", name), "utf-8"))
  .join("\n");

function blanks(words: string): string[] {
  return [...words.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();
}

afterEach(() => language.set("en"));

describe("the catalogues", () => {
  it("hold the same keys", () => {
    expect(Object.keys(GERMAN)).toEqual(KEYS);
  });

  it.each(KEYS)("have the same blanks in %s, and words", (key) => {
    expect(blanks(GERMAN[key])).toEqual(blanks(ENGLISH[key]));
    expect(GERMAN[key].trim()).not.toBe("");
  });

  it.each(KEYS.filter((key) => !["page.title", "take.json"].includes(key)))(
    "are not the same text: %s",
    (key) => {
      if (["Text", "Name", "Plan", "Pause"].includes(ENGLISH[key])) return;
      expect(GERMAN[key]).not.toBe(ENGLISH[key]);
    },
  );

  it.each(KEYS)("say nothing that the page does not: %s", (key) => {
    const stem = key.replace(/\.(one|other)$/, "");
    const isBuilt = /^(kept|athlete\.units)\./.test(key); // written as `kept.${reason}`
    expect(isBuilt || SOURCES.includes(`"${stem}"`) || PAGE.includes(`"${stem}"`)).toBe(true);
  });
});

describe("words", () => {
  it("are in the language that a person reads first, of those that there are", () => {
    expect(languageFor(["fr-FR", "de-AT", "en"])).toBe("de");
    expect(languageFor(["EN-us"])).toBe("en");
    expect(languageFor(["ja"])).toBe("en");
    expect(languageFor([])).toBe("en");
  });

  it("hold what is filled in, also if that looks like a blank", () => {
    expect(say("take.done", { name: "{name}.fit" })).toBe("{name}.fit is in your downloads.");
  });

  it("count", () => {
    expect([1, 2, 0].map((count) => sayCount("problems", count))).toEqual([
      "1 problem",
      "2 problems",
      "0 problems",
    ]);
    language.set("de");
    expect([1, 2].map((count) => sayCount("problems", count))).toEqual(["1 Problem", "2 Probleme"]);
  });

  it("of the page itself are all known, and are said in both languages", () => {
    document.body.innerHTML = PAGE.replace(/<script.*?<\/script>|<link[^>]*>/gs, "");
    language.set("de");
    sayAll(document);
    expect(document.querySelector("h1")?.textContent).toBe("Trainingseditor");
    expect(document.querySelector("#language")?.getAttribute("aria-label")).toBe("Sprache");
    expect(document.body.textContent).not.toContain("undefined");
  });
});

describe("the examples of the menu", () => {
  it.each(EXAMPLES)("are called by their first lines in English: $title", ({ title, text }) => {
    expect(text.split("\n")[0]?.replace(/^\w+: /, "")).toBe(say(title));
  });
});
