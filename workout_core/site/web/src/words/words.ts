/** The page's own words in the language of the person who reads it. */
import { Store } from "../store";
import { ENGLISH, type WordKey, type Words } from "./english";
import { GERMAN } from "./german";

export const LANGUAGES = {
  en: { title: "English", words: ENGLISH },
  de: { title: "Deutsch", words: GERMAN },
} as const;
export type Language = keyof typeof LANGUAGES;
type Values = Readonly<Record<string, string | number>>;
/** What counts something: the keys without `.one` and `.other`. */
export type CountKey = WordKey extends infer Key ? (Key extends `${infer Stem}.other` ? Stem : never) : never;

export const language = new Store<Language>("en");

/** Return the first of *wanted*, such as `de-AT`, that there are words for; English if none. */
export function languageFor(wanted: readonly string[]): Language {
  for (const each of wanted) {
    const short = each.toLowerCase().split("-")[0] ?? "";
    if (isLanguage(short)) return short;
  }
  return "en";
}

export function isLanguage(text: string): text is Language {
  return Object.hasOwn(LANGUAGES, text);
}

/** Return the words of *key*, with *values* in place of what stands in braces. */
export function say(key: WordKey, values: Values = {}): string {
  const words: Words = LANGUAGES[language.value].words;
  return words[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Return the words for *count* things. */
export function sayCount(key: CountKey, count: number, values: Values = {}): string {
  const form = new Intl.PluralRules(language.value).select(count) === "one" ? "one" : "other";
  return say(`${key}.${form}` as WordKey, { count, ...values });
}

/**
 * Fill in the words of what is written in the page: `data-say` is the text, `data-say-label` the name of an
 * element.
 */
export function sayAll(root: ParentNode): void {
  for (const each of root.querySelectorAll<HTMLElement>("[data-say]"))
    each.textContent = say(each.dataset["say"] as WordKey);
  for (const each of root.querySelectorAll<HTMLElement>("[data-say-label]")) {
    each.setAttribute("aria-label", say(each.dataset["sayLabel"] as WordKey));
  }
}
