/**
 * A workout in fast motion: where it is, and what has been said. Knows no clock, but is told how much time
 * passes.
 */

/** Something that happens `at` so many seconds from the beginning of the workout. */
export interface Moment {
  readonly at: number;
  readonly text: string;
}

export interface Script {
  /** Seconds. */
  readonly length: number;
  /** What is said, in order. */
  readonly lines: readonly Moment[];
  /** What is done from then on, in order. */
  readonly scenes: readonly Moment[];
}

export class Playing {
  readonly script: Script;
  #at = 0;
  #said = 0;
  /** How many times as fast as it is run. */
  speed = 60;
  playing = false;

  constructor(script: Script) {
    this.script = script;
  }

  get at(): number {
    return this.#at;
  }

  get finished(): boolean {
    return this.#at >= this.script.length;
  }

  /** What is done now, and what comes then. */
  get scenes(): { now: Moment | null; next: Moment | null } {
    const { scenes } = this.script;
    const next = scenes.findIndex((scene) => scene.at > this.#at);
    return next < 0
      ? { now: scenes.at(-1) ?? null, next: null }
      : { now: scenes[next - 1] ?? null, next: scenes[next] ?? null };
  }

  /** Let *milliseconds* of real time pass; return what is said in them. */
  pass(milliseconds: number): readonly Moment[] {
    if (!this.playing) return [];
    this.#at = Math.min(this.#at + (milliseconds / 1000) * this.speed, this.script.length);
    if (this.finished) this.playing = false;
    return this.#due();
  }

  /** Go to *seconds*; return what is said from the beginning until there. */
  goTo(seconds: number): readonly Moment[] {
    this.#at = Math.min(Math.max(seconds, 0), this.script.length);
    this.#said = 0;
    return this.#due();
  }

  #due(): readonly Moment[] {
    const { lines } = this.script;
    const before = this.#said;
    while (this.#said < lines.length && lines[this.#said]!.at <= this.#at) this.#said += 1;
    return lines.slice(before, this.#said);
  }
}

/** Return *seconds* as a clock shows them: `4:30`, `1:05:00`. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (number: number): string => String(number).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const start = hours > 0 ? `${String(hours)}:${two(minutes)}` : String(minutes);
  return `${start}:${two(whole % 60)}`;
}
