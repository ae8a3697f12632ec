/** The run-through: a workout in fast motion, with what would be said when it would be said. */
import { workoutIn } from "../answers";
import { asked, granted, type Desk } from "../desk";
import { Superseded } from "../asking";
import { element, freshId } from "../elements";
import { clock, Playing, type Moment, type Script } from "../run/playing";
import { reasonOf } from "../take/taking";
import { say } from "../words/words";
import { nothingToShow } from "./nothing";
import { pictureOf } from "./picture";

const SPEEDS = [10, 30, 60, 120, 300] as const;
interface Rehearsal {
  readonly seconds: number;
  readonly lines: readonly Moment[];
  /** When a tone counts down. */
  readonly beeps: readonly number[];
  readonly chapters: readonly { readonly at: number; readonly title: string }[];
}

/** Seconds; tones that are closer belong together. */
const COUNTDOWN = 1.5;
/** Who asked for less motion sees the clock move in steps of a second, and nothing slide. */
const CALM = 1000;

export function runPanel(root: HTMLElement, desk: Desk): () => Promise<void> {
  let stop = (): void => undefined;
  return async () => {
    stop();
    const workout = workoutIn(desk.analysis.value);
    if (workout === null) {
      root.replaceChildren(
        element("h2", {}, say("tab.run")),
        element("p", { class: "faint" }, nothingToShow(desk.analysis.value)),
      );
      return;
    }
    let script: Rehearsal;
    try {
      script = granted(await desk.ask<Rehearsal>("run", asked(desk)));
    } catch (error) {
      if (!(error instanceof Superseded)) desk.announce(reasonOf(error));
      return;
    }
    const stage = new Stage(new Playing(scriptOf(script)), workout.picture, workout.title);
    root.replaceChildren(
      element("h2", {}, say("tab.run")),
      element("p", { class: "faint" }, say("run.how")),
      stage.root,
    );
    stop = () => stage.stop();
  };
}

function scriptOf({ seconds, lines, beeps, chapters }: Rehearsal): Script {
  // A countdown is several tones, a second apart, and one line.
  const countdowns = beeps.filter((at, index) => index === 0 || at - beeps[index - 1]! > COUNTDOWN);
  const tones = countdowns.map((at) => ({ at, text: say("run.tones") }));
  return {
    length: seconds,
    lines: [...tones, ...lines].sort((one, other) => one.at - other.at),
    scenes: chapters.map(({ at, title }) => ({ at, text: title })),
  };
}

class Stage {
  readonly root: HTMLElement;
  readonly #playing: Playing;
  readonly #button = element("button", { type: "button", onclick: () => this.#toggle() });
  readonly #place: HTMLInputElement;
  readonly #time = element("p", { class: "clock" });
  readonly #now = element("p", { class: "now" });
  readonly #next = element("p", { class: "faint" });
  readonly #cues = element("ol", { class: "cues", tabindex: 0, "aria-label": say("run.cues") });
  readonly #cursor = element("div", { class: "cursor" });
  readonly #calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  #frame = 0;
  #last = 0;

  constructor(playing: Playing, picture: string | null, title: string) {
    this.#playing = playing;
    const { length } = playing.script;
    this.#place = element("input", {
      type: "range",
      min: 0,
      max: Math.ceil(length),
      step: 1,
      value: 0,
      "aria-label": say("run.place"),
      oninput: () => this.#goTo(Number(this.#place.value)),
    });
    this.root = element(
      "div",
      { class: "stage" },
      picture && pictureOf(picture, title),
      element("div", { class: "film", "aria-hidden": "true" }, ...this.#frames(), this.#cursor),
      this.#place,
      element("div", { class: "tools" }, this.#button, this.#speeds(), this.#time),
      element("div", { class: "scene" }, this.#now, this.#next),
      element("h3", {}, say("run.cues")),
      this.#cues,
    );
    this.#cue(playing.goTo(0));
    this.#draw();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#playing.playing = false;
  }

  /** Return a frame for each step, as wide as it is long. */
  #frames(): HTMLElement[] {
    const { scenes, length } = this.#playing.script;
    return scenes.map(({ at }, index) => {
      const frame = element("span");
      frame.style.flexGrow = String((scenes[index + 1]?.at ?? length) - at);
      return frame;
    });
  }

  #speeds(): HTMLElement {
    const options = SPEEDS.map((speed) =>
      element(
        "option",
        { value: speed, selected: speed === this.#playing.speed },
        say("run.times", { speed }),
      ),
    );
    const id = freshId("speed");
    const select = element(
      "select",
      { id, onchange: () => (this.#playing.speed = Number(select.value)) },
      ...options,
    );
    return element("span", { class: "row" }, element("label", { for: id }, say("run.speed")), select);
  }

  #toggle(): void {
    if (this.#playing.playing) {
      this.stop();
    } else {
      if (this.#playing.finished) this.#goTo(0);
      this.#playing.playing = true;
      this.#last = performance.now();
      this.#frame = requestAnimationFrame((now) => this.#pass(now));
    }
    this.#draw();
  }

  #goTo(seconds: number): void {
    this.#cues.replaceChildren();
    this.#cue(this.#playing.goTo(seconds));
    this.#draw();
  }

  #pass(now: number): void {
    if (!this.root.isConnected) return this.stop();
    if (!this.#calm || now - this.#last >= CALM) {
      this.#cue(this.#playing.pass(now - this.#last));
      this.#last = now;
      this.#draw();
    }
    if (this.#playing.playing) this.#frame = requestAnimationFrame((then) => this.#pass(then));
  }

  #cue(lines: readonly Moment[]): void {
    for (const { at, text } of lines) {
      this.#cues.append(element("li", {}, element("span", { class: "faint" }, `${clock(at)} `), text));
    }
    this.#cues.scrollTop = this.#cues.scrollHeight;
  }

  #draw(): void {
    const { at, script, scenes, playing, finished } = this.#playing;
    this.#button.textContent = say(playing ? "run.pause" : finished ? "run.again" : "run.play");
    this.#place.value = String(Math.floor(at));
    this.#place.setAttribute("aria-valuetext", clock(at));
    this.#time.textContent = say("run.of", { at: clock(at), length: clock(script.length) });
    this.#now.textContent = finished ? say("run.finished") : (scenes.now?.text ?? "");
    this.#next.textContent = scenes.next ? `${say("run.next")}: ${scenes.next.text}` : "";
    this.#cursor.style.setProperty("--at", String(script.length > 0 ? at / script.length : 0));
  }
}
