/** Elements without HTML: what a document says reaches the page as text, whatever it looks like. */
type Child = Node | string | null | undefined | false;
type Listeners = {
  [Name in keyof HTMLElementEventMap as `on${Name}`]?: (event: HTMLElementEventMap[Name]) => void;
};
type Attributes = Listeners & { [name: string]: unknown };

/** Make an element. `onclick` and the like are listeners, booleans are attributes with no value. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === "function") made.addEventListener(name.slice(2), value as EventListener);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** Return the element of the page with this id. Raises Error if there is none: page and script do not fit. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${kind.name} #${id}`);
  return found;
}

let numbers = 0;

/** Return an id that nothing else on the page has. */
export function freshId(name: string): string {
  numbers += 1;
  return `${name}-${numbers}`;
}
