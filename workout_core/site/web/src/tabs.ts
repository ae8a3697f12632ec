/**
 * Tabs after the pattern of the ARIA Authoring Practices: arrows go from tab to tab, Tab goes into the panel.
 */
import { element } from "./elements";
import { Store } from "./store";
import { say } from "./words/words";
import type { WordKey } from "./words/english";

export interface Tab {
  readonly name: string;
  readonly says: WordKey;
}

export class Tabs {
  readonly #tabs: ReadonlyMap<string, { button: HTMLButtonElement; panel: HTMLElement; says: WordKey }>;
  readonly chosen: Store<string>;

  /** Make a tab in *list* and a panel in *panels* for each of *tabs*. */
  constructor(list: HTMLElement, panels: HTMLElement, tabs: readonly Tab[]) {
    this.#tabs = new Map(tabs.map((tab) => [tab.name, { ...this.#made(tab), says: tab.says }]));
    this.chosen = new Store(tabs[0]?.name ?? "");
    for (const { button, panel } of this.#tabs.values()) {
      list.append(button);
      panels.append(panel);
    }
    list.addEventListener("keydown", (event) => this.#key(event));
    this.choose(this.chosen.value);
  }

  panel(name: string): HTMLElement {
    return this.#tabs.get(name)!.panel;
  }

  choose(name: string): void {
    for (const [each, { button, panel }] of this.#tabs) {
      button.setAttribute("aria-selected", String(each === name));
      button.tabIndex = each === name ? 0 : -1;
      panel.hidden = each !== name;
    }
    this.chosen.set(name);
  }

  /** Show the tab *name*, or hide it. */
  show(name: string, shown: boolean): void {
    this.#tabs.get(name)!.button.hidden = !shown;
  }

  relabel(): void {
    for (const { button, says } of this.#tabs.values()) button.textContent = say(says);
  }

  #made({ name }: Tab): { button: HTMLButtonElement; panel: HTMLElement } {
    const button = element("button", {
      type: "button",
      role: "tab",
      id: `tab-${name}`,
      "aria-controls": `panel-${name}`,
      onclick: () => this.choose(name),
    });
    const panel = element("div", {
      role: "tabpanel",
      id: `panel-${name}`,
      "aria-labelledby": `tab-${name}`,
      tabindex: 0,
    });
    return { button, panel };
  }

  #key(event: KeyboardEvent): void {
    const shown = [...this.#tabs].filter(([, { button }]) => !button.hidden).map(([name]) => name);
    const at = shown.indexOf(this.chosen.value);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: shown.length - 1 }[event.key];
    if (to === undefined) return;
    const name = shown[(to + shown.length) % shown.length]!;
    event.preventDefault();
    this.choose(name);
    this.#tabs.get(name)!.button.focus();
  }
}
