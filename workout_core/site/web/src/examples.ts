import type { NewText } from "./desk";
import type { WordKey } from "./words/english";

/** The examples of the menu, one document each, that are in the page itself. */
const TEXTS: Record<string, string> = import.meta.glob("./examples/*.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});

export interface Example {
  /** What it is called in the menu. */
  readonly title: WordKey;
  readonly text: string;
}

const TITLES: readonly WordKey[] = [
  "example.intervals",
  "example.easy-and-strides",
  "example.half-marathon",
  "example.bike",
  "example.swim",
  "example.strength",
  "example.plan",
];

/** All examples, in the order of their file names. */
export const EXAMPLES: readonly Example[] = Object.keys(TEXTS)
  .sort()
  .map((name, index) => ({ title: TITLES[index]!, text: TEXTS[name]! }));

/** A document among the examples that lie beside the page, and the files that it names. */
export interface Listed {
  readonly file: string;
  readonly title: string;
  readonly beside: readonly string[];
}

const FOLDER = "examples/";

/** Return the examples beside the page; none where the host has not got them, or cannot be reached. */
export async function listedExamples(): Promise<readonly Listed[]> {
  try {
    return JSON.parse(await fetched("index.json")) as readonly Listed[];
  } catch {
    return [];
  }
}

/** Return a listed example with the files that it names. Raises Error where one of them cannot be fetched. */
export async function fetchedExample({ file, beside }: Listed): Promise<NewText & { readonly name: string }> {
  const at = file.lastIndexOf("/") + 1;
  const texts = [file, ...beside.map((name) => file.slice(0, at) + name)].map(fetched);
  const [text = "", ...others] = await Promise.all(texts);
  const files = Object.fromEntries(beside.map((name, index) => [name, others[index] ?? ""]));
  return { text, name: file.slice(at), files };
}

async function fetched(name: string): Promise<string> {
  const response = await fetch(new URL(FOLDER + name, document.baseURI));
  if (!response.ok) throw new Error(`${name}: ${String(response.status)}`);
  return response.text();
}
