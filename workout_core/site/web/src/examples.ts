/** The examples of the menu, one document each. Their names are their own first lines. */
const TEXTS: Record<string, string> = import.meta.glob("./examples/*.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});

export interface Example {
  readonly title: string;
  readonly text: string;
}

/** All examples, in the order of their file names. */
export const EXAMPLES: readonly Example[] = Object.keys(TEXTS)
  .sort()
  .map((name) => ({ title: titleOf(TEXTS[name]!), text: TEXTS[name]! }));

function titleOf(text: string): string {
  return /^(?:workout|plan): *(.*)$/m.exec(text)?.[1] ?? "";
}
