/** The athlete's numbers. They stay in the browser, and can be forgotten. */
import type { Desk } from "../desk";
import { element, freshId } from "../elements";
import type { WordKey } from "../words/english";
import { language, say } from "../words/words";

/** The fields of the form, by the keys of the document. */
const FIELDS = [
  "athlete",
  "race.distance",
  "race.time",
  "threshold_pace",
  "threshold_heart_rate",
  "max_heart_rate",
  "resting_heart_rate",
  "ftp",
  "units",
] as const;
type Field = (typeof FIELDS)[number];
type Filled = Partial<Record<Field, string>>;

interface Asked {
  readonly says: WordKey;
  readonly example?: string;
  readonly inputmode?: "numeric";
}

const RACE: readonly Field[] = ["race.distance", "race.time"];
const ASKED: Readonly<Record<Exclude<Field, "units">, Asked>> = {
  athlete: { says: "athlete.name", example: "Ada" },
  "race.distance": { says: "athlete.distance", example: "10km" },
  "race.time": { says: "athlete.time", example: "47:30" },
  threshold_pace: { says: "athlete.threshold_pace", example: "4:45/km" },
  threshold_heart_rate: { says: "athlete.threshold_heart_rate", example: "168", inputmode: "numeric" },
  max_heart_rate: { says: "athlete.max_heart_rate", example: "186", inputmode: "numeric" },
  resting_heart_rate: { says: "athlete.resting_heart_rate", example: "48", inputmode: "numeric" },
  ftp: { says: "athlete.ftp", example: "240", inputmode: "numeric" },
};

interface Portrayed {
  readonly text: string;
  readonly portrait: readonly string[];
  readonly problems: readonly { readonly path?: string; readonly message: string }[];
}

export function athletePanel(root: HTMLElement, desk: Desk): void {
  let filled = filledOf(desk.keeping.read("athlete"));
  const told = element("div", { class: "told" });

  const tell = async (): Promise<void> => {
    if (Object.values(filled).every((value) => value.trim() === "")) {
      told.replaceChildren();
      desk.athlete.set("");
      return;
    }
    const answer = await desk.ask<Portrayed>("athlete", { values: filled }).catch(() => null);
    if (answer === null) return;
    if (answer.problems.length === 0) desk.athlete.set(answer.text);
    told.replaceChildren(...(answer.problems.length > 0 ? problemsOf(answer) : factsOf(answer)));
  };

  const fill = (field: Field, value: string): void => {
    filled = { ...filled, [field]: value };
    desk.keeping.write("athlete", JSON.stringify(filled));
    void tell();
  };

  const forget = (): void => {
    filled = {};
    desk.keeping.forget("athlete");
    draw();
    void tell();
    desk.announce(say("athlete.forgotten"));
  };

  const draw = (): void => {
    const field = (name: Exclude<Field, "units">): HTMLElement => textField(name, filled, fill);
    const others = FIELDS.filter((name) => name !== "units" && name !== "athlete" && !RACE.includes(name));
    root.replaceChildren(
      element("h2", {}, say("tab.athlete")),
      element("p", { class: "faint" }, say("athlete.how")),
      field("athlete"),
      group(
        "athlete.race",
        RACE.map((name) => field(name as "race.distance")),
      ),
      group(
        "athlete.thresholds",
        others.map((name) => field(name as "ftp")),
      ),
      unitsField(filled, fill),
      element(
        "p",
        {},
        element("button", { type: "button", class: "quiet", onclick: forget }, say("athlete.forget")),
      ),
      told,
    );
  };

  language.follow(draw);
  void tell();
}

/** Return what a kept text fills in: nothing, if it is not what this page kept. */
function filledOf(kept: string | null): Filled {
  try {
    const read: unknown = JSON.parse(kept ?? "");
    if (typeof read !== "object" || read === null) return {};
    const known = FIELDS.filter((field) => typeof (read as Filled)[field] === "string");
    return Object.fromEntries(known.map((field) => [field, (read as Filled)[field]]));
  } catch {
    return {};
  }
}

function problemsOf({ problems }: Portrayed): HTMLElement[] {
  return [element("ul", { class: "problems", role: "status" }, ...problems.map(said))];
}

function said({ path, message }: Portrayed["problems"][number]): HTMLElement {
  const [key] = (path ?? "").split(/[.[]/);
  return element("li", {}, key ? `${key.replaceAll("_", " ")}: ${message}` : message);
}

function factsOf({ portrait: facts }: Portrayed): HTMLElement[] {
  if (facts.length === 0) return [];
  return [
    element("h3", {}, say("athlete.paces")),
    element("ul", {}, ...facts.map((fact) => element("li", {}, fact))),
  ];
}

function group(says: WordKey, fields: readonly HTMLElement[]): HTMLElement {
  return element("fieldset", {}, element("legend", {}, say(says)), ...fields);
}

function textField(
  name: Exclude<Field, "units">,
  filled: Filled,
  fill: (field: Field, value: string) => void,
): HTMLElement {
  const { says, example, inputmode } = ASKED[name];
  const id = freshId(name);
  const input = element("input", {
    id,
    value: filled[name] ?? "",
    autocomplete: "off",
    inputmode,
    placeholder: example && say("athlete.example", { example }),
    oninput: (event) => fill(name, (event.target as HTMLInputElement).value),
  });
  return element("p", { class: "row" }, element("label", { for: id }, say(says)), input);
}

function unitsField(filled: Filled, fill: (field: Field, value: string) => void): HTMLElement {
  const id = freshId("units");
  const options = (["any", "metric", "imperial"] as const).map((units) => {
    const value = units === "any" ? "" : units;
    return element(
      "option",
      { value, selected: value === (filled.units ?? "") },
      say(`athlete.units.${units}`),
    );
  });
  const select = element(
    "select",
    { id, onchange: (event) => fill("units", (event.target as HTMLSelectElement).value) },
    ...options,
  );
  return element("p", { class: "row" }, element("label", { for: id }, say("athlete.units")), select);
}
