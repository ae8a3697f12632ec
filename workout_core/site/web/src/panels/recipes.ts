/** Recipes as forms: what they ask, what comes of it at once, and a button that puts it into the text. */
import type { Table, Totals } from "../answers";
import { Superseded } from "../asking";
import type { Desk } from "../desk";
import { element, freshId } from "../elements";
import { fieldOf, type Parameter } from "../recipes/fields";
import { language, say, type Language } from "../words/words";
import { pictureOf } from "./picture";
import { tableOf } from "./table";

interface Recipe {
  readonly name: string;
  readonly title: string;
  readonly parameters: readonly Parameter[];
  /** Values to begin with. */
  readonly example: Readonly<Record<string, string>>;
}

interface Dish {
  readonly text: string;
  readonly title: string;
  readonly picture: string;
  readonly totals?: Totals;
  readonly splits?: Table;
  readonly problems: readonly {
    readonly parameter: string;
    readonly message: string;
    readonly severity: string;
  }[];
}

const FIRST = "negative-split";
/** The kind of a parameter that is a GPX file: one of those that somebody has opened. */
const COURSE = "course";
/** What is asked for at once where there is a course. */
const HILLS: readonly string[] = ["course", "hill_effort"];

export function recipesPanel(root: HTMLElement, desk: Desk): () => Promise<void> {
  let recipes: readonly Recipe[] = [];
  let spoken: Language | null = null;
  let chosen = FIRST;
  const said = new Map<string, Record<string, string>>();

  return async function draw(): Promise<void> {
    if (language.value !== spoken) {
      const asking = language.value;
      const answer = await desk.ask<readonly Recipe[]>("recipes", {}).catch(() => null);
      if (answer === null) return;
      recipes = answer;
      spoken = asking;
    }
    const recipe = recipes.find(({ name }) => name === chosen) ?? recipes[0];
    if (!recipe) return;
    const values = said.get(recipe.name) ?? { ...recipe.example };
    said.set(recipe.name, values);
    const form = new Form(recipe, values, desk);
    const choose = (name: string): void => {
      chosen = name;
      void draw().then(() => root.querySelector("select")?.focus());
    };
    root.replaceChildren(
      element("h2", {}, say("tab.recipes")),
      element("p", { class: "faint" }, say("recipes.how")),
      chooser(recipes, recipe.name, choose),
      form.root,
    );
    form.taste();
  };
}

function chooser(recipes: readonly Recipe[], chosen: string, choose: (name: string) => void): HTMLElement {
  const id = freshId("recipe");
  const options = recipes.map(({ name, title }) =>
    element("option", { value: name, selected: name === chosen }, title),
  );
  const select = element("select", { id, onchange: () => choose(select.value) }, ...options);
  return element("p", { class: "row" }, element("label", { for: id }, say("recipes.choose")), select);
}

class Form {
  readonly root: HTMLElement;
  readonly #recipe: Recipe;
  readonly #values: Record<string, string>;
  readonly #desk: Desk;
  readonly #told = element("div", { class: "told" });
  readonly #use = element(
    "button",
    { type: "button", disabled: true, onclick: () => this.#put() },
    say("recipes.use"),
  );
  #text = "";

  constructor(recipe: Recipe, values: Record<string, string>, desk: Desk) {
    this.#recipe = recipe;
    this.#values = values;
    this.#desk = desk;
    const courses = Object.keys(desk.files.value).filter((name) => name.endsWith(".gpx"));
    const parameters = recipe.parameters.map((each) =>
      each.kind === COURSE ? { ...each, choices: courses } : each,
    );
    const hills = courses.length > 0 ? HILLS : [];
    const first = parameters.filter(
      ({ name, required }) => required || name === "split" || hills.includes(name),
    );
    const others = parameters.filter((parameter) => !first.includes(parameter));
    this.root = element(
      "div",
      { class: "recipe" },
      ...first.map((parameter) => this.#field(parameter)),
      others.length > 0 &&
        element(
          "details",
          { open: first.length === 0 },
          element("summary", {}, say("recipes.optional")),
          ...others.map((parameter) => this.#field(parameter)),
        ),
      element("p", {}, this.#use),
      this.#told,
    );
  }

  /** Show what comes of the values that the form has now. */
  taste(): void {
    void this.#taste().catch((error: unknown) => {
      if (!(error instanceof Superseded)) throw error;
    });
  }

  #field(parameter: Parameter): HTMLElement {
    return fieldOf(parameter, this.#values[parameter.name] ?? "", (value) => {
      this.#values[parameter.name] = value;
      this.taste();
    });
  }

  async #taste(): Promise<void> {
    const values = this.#values;
    const { athlete, files, room } = this.#desk;
    const asked = {
      name: this.#recipe.name,
      values,
      athlete: athlete.value,
      files: files.value,
      width: room.value,
    };
    const dish = await this.#desk.ask<Dish>("recipe", asked);
    const isWrong = dish.problems.some(({ severity }) => severity === "error");
    this.#use.disabled = isWrong;
    this.#text = dish.text;
    this.#told.replaceChildren(...(isWrong ? [] : tasted(dish)), problemsOf(dish.problems));
  }

  #put(): void {
    this.#desk.open({ text: this.#text, files: this.#desk.files.value });
    this.#desk.announce(say("recipes.used"));
  }
}

function problemsOf(problems: Dish["problems"]): HTMLElement {
  const words = problems.map(({ parameter, message }) =>
    parameter ? `${parameter.replaceAll("_", " ")}: ${message}` : message,
  );
  return element("ul", { class: "problems" }, ...words.map((each) => element("li", {}, each)));
}

function tasted({ title, totals, picture, splits }: Dish): HTMLElement[] {
  const words = totals?.words ?? "";
  return [
    element("h3", {}, say("recipes.preview")),
    element("p", { class: "totals" }, words),
    pictureOf(picture, `${say("workout.picture")}: ${title}, ${words}`),
    ...(splits ? [tableOf(splits, say("workout.splits"))] : []),
  ];
}
