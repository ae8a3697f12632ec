/** The page: a text, and its picture. */
import { Superseded, Toolkit } from "./asking";
import { keepOffline } from "./offline";

const START = `workout: 6 × 800 m
steps: |
  warmup 15min @ easy
  6x
    800m @ 3:50-4:00/km "Relax the shoulders"
    400m jog
  cooldown 10min @ easy
`;

const text = document.querySelector<HTMLTextAreaElement>("#text")!;
const state = document.querySelector<HTMLElement>("#state")!;
const picture = document.querySelector<HTMLElement>("#picture")!;

const toolkit = new Toolkit({
  onState: (told) => {
    state.textContent = told.kind === "loading" ? `${String(Math.round(told.share * 100))} %` : told.kind;
    if (told.kind === "ready") void keepOffline(() => undefined);
  },
});

async function show(): Promise<void> {
  try {
    const told = await toolkit.ask<{ picture?: string; problems?: { message: string }[] }>("analyse", { text: text.value });
    // As an image: what a drawing says of its own style is not a style of the page, which forbids others.
    picture.innerHTML = '<img alt="" />';
    if (told.picture !== undefined) picture.querySelector("img")!.src = URL.createObjectURL(new Blob([told.picture], { type: "image/svg+xml" }));
    if (told.problems?.length) picture.textContent = told.problems.map((each) => each.message).join();
  } catch (error) {
    if (!(error instanceof Superseded)) picture.textContent = String(error);
  }
}

Object.assign(globalThis, { toolkit });
text.value = START;
text.addEventListener("input", () => void show());
void show();
