/** The field of a recipe's parameter: a choice, a slider, or a text that says what is expected. */
import { element, freshId } from "../elements";
import { say } from "../words/words";
import { sliderOf, type Slider } from "./sliders";

export interface Parameter {
  readonly name: string;
  /** What it is called, in the language of the page. */
  readonly label: string;
  readonly kind: string;
  readonly example: string;
  readonly choices: readonly string[];
  readonly required: boolean;
  readonly default?: string | null;
  readonly says: string;
}

/** Return the field of *parameter*, which is *value* now; *changed* is told of every other value. */
export function fieldOf(parameter: Parameter, value: string, changed: (value: string) => void): HTMLElement {
  const id = freshId("parameter");
  const hint = `${id}-says`;
  const field =
    parameter.choices.length > 0 ? choice(parameter, value, changed) : text(parameter, value, changed);
  field.control.id = id;
  field.control.setAttribute("aria-describedby", hint);
  return element(
    "div",
    { class: "field" },
    element(
      "label",
      { for: id },
      parameter.label,
      parameter.required && ` (${say("recipes.required")})`,
    ),
    ...field.shown,
    element("p", { class: "faint", id: hint }, parameter.says),
  );
}

interface Field {
  readonly control: HTMLElement;
  readonly shown: readonly HTMLElement[];
}

function choice(parameter: Parameter, value: string, changed: (value: string) => void): Field {
  const usual = parameter.default ? `${say("recipes.none")} (${parameter.default})` : say("recipes.none");
  const options = ["", ...parameter.choices].map((each) =>
    element("option", { value: each, selected: each === value }, each === "" ? usual : each),
  );
  const select = element("select", { onchange: () => changed(select.value) }, ...options);
  return { control: select, shown: [select] };
}

function text(parameter: Parameter, value: string, changed: (value: string) => void): Field {
  const input = element("input", {
    value,
    required: parameter.required,
    placeholder: parameter.default ?? parameter.example,
    autocomplete: "off",
  });
  const place = element("div", { class: "slide" });
  let slider: HTMLInputElement | null = null;
  const slide = (typed: string): void => {
    const range = sliderOf(parameter.name, typed.trim() || (parameter.default ?? ""));
    slider =
      range &&
      sliderFor(range, parameter.label, typed, (written) => {
        input.value = written;
        changed(written);
      });
    place.replaceChildren(...(slider ? [slider] : []));
  };
  input.addEventListener("input", () => {
    slide(input.value);
    changed(input.value);
  });
  slide(value);
  return { control: input, shown: [input, place] };
}

function sliderFor(
  range: Slider,
  label: string,
  typed: string,
  changed: (written: string) => void,
): HTMLInputElement {
  const slider = element("input", {
    type: "range",
    min: range.low,
    max: range.high,
    step: range.step,
    "aria-label": label,
    oninput: () => {
      const written = range.write(Number(slider.value));
      slider.setAttribute("aria-valuetext", written);
      changed(written);
    },
  });
  slider.value = String(range.read(typed) ?? 0);
  slider.setAttribute("aria-valuetext", range.write(Number(slider.value)));
  return slider;
}
