/** What of a recipe is set by a slider: from where to where, and how a place on it is written. */
import { clock } from "../run/playing";
import { secondsOf } from "./times";

export interface Slider {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  /** Where it stands for a text; null where the text is nothing that it can show. */
  readonly read: (text: string) => number | null;
  readonly write: (place: number) => string;
}

/** How much of a goal the slider changes, to either side. */
const SHARE = 0.1;

/** Return the slider of the parameter *name* that is *text* now, or null if it has none. */
export function sliderOf(name: string, text: string): Slider | null {
  switch (name) {
    case "split":
      return { low: -5, high: 5, step: 0.5, read: number("%"), write: (place) => `${String(place)}%` };
    case "hill_effort":
      return { low: 0, high: 1.3, step: 0.05, read: number(""), write: (place) => String(place) };
    case "goal":
      return goal(text);
    default:
      return null;
  }
}

function number(unit: string): (text: string) => number | null {
  return (text) => {
    const found = new RegExp(`^\\s*(-?\\d+(?:\\.\\d+)?)\\s*${unit}\\s*$`).exec(text.replace("−", "-"));
    return found ? Number(found[1]) : null;
  };
}

/** A goal slides a tenth to either side of the time that was typed, in steps that suit its length. */
function goal(text: string): Slider | null {
  const seconds = secondsOf(text);
  if (seconds === null) return null;
  const step = seconds < 3600 ? 5 : seconds < 3 * 3600 ? 15 : 30;
  const round = (value: number): number => Math.round(value / step) * step;
  return {
    low: round(seconds * (1 - SHARE)),
    high: round(seconds * (1 + SHARE)),
    step,
    read: secondsOf,
    write: clock,
  };
}
