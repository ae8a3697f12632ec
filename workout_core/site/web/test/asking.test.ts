import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { type State, Superseded, TookTooLong, Toolkit, ToolkitBroken, type Worked } from "../src/asking";
import type { Question, Told } from "../src/worker/messages";

/** A worker that a test answers for. */
class Puppet implements Worked {
  onmessage: Worker["onmessage"] = null;
  onerror: Worker["onerror"] = null;
  readonly asked: Question[] = [];
  isEnded = false;

  postMessage(question: Question): void {
    this.asked.push(question);
  }

  terminate(): void {
    this.isEnded = true;
  }

  says(data: Told): void {
    this.onmessage?.call(this as unknown as Worker, { data } as MessageEvent<Told>);
  }

  answers(answer: unknown): void {
    const number = this.asked.at(-1)!.number;
    this.says({ kind: "answer", number, answer: JSON.stringify(answer) });
  }
}

let puppets: Puppet[];
let states: State["kind"][];
let toolkit: Toolkit;

beforeEach(() => {
  vi.useFakeTimers();
  puppets = [];
  states = [];
  toolkit = new Toolkit({
    limit: 1000,
    onState: (state) => states.push(state.kind),
    start: () => {
      const puppet = new Puppet();
      puppets.push(puppet);
      return puppet;
    },
  });
});

afterEach(() => {
  vi.useRealTimers();
});

test("a question waits until the toolkit is loaded", async () => {
  const answer = toolkit.ask("analyse", { text: "a" });
  expect(puppets[0]!.asked).toEqual([]);
  puppets[0]!.says({ kind: "ready" });
  expect(puppets[0]!.asked).toEqual([{ number: 1, question: "analyse", asked: '{"text":"a"}' }]);
  puppets[0]!.answers({ title: "A" });
  expect(await answer).toEqual({ title: "A" });
  expect(states).toEqual(["loading", "ready"]);
});

test("of several questions of one name only the last is asked", async () => {
  const first = toolkit.ask("analyse", 1);
  const second = toolkit.ask("analyse", 2);
  const other = toolkit.ask("losses", 3);
  const third = toolkit.ask("analyse", 4);
  await expect(first).rejects.toBeInstanceOf(Superseded);
  await expect(second).rejects.toBeInstanceOf(Superseded);
  puppets[0]!.says({ kind: "ready" });
  puppets[0]!.answers("losses");
  puppets[0]!.answers("analysed");
  expect(await other).toBe("losses");
  expect(await third).toBe("analysed");
  expect(puppets[0]!.asked.map((each) => each.asked)).toEqual(["3", "4"]);
});

test("what is being answered is given up for a newer question, which waits for its turn", async () => {
  puppets[0]!.says({ kind: "ready" });
  const first = toolkit.ask("analyse", 1);
  const second = toolkit.ask("analyse", 2);
  await expect(first).rejects.toBeInstanceOf(Superseded);
  expect(puppets[0]!.asked).toHaveLength(1);
  puppets[0]!.answers("old");
  puppets[0]!.answers("new");
  expect(await second).toBe("new");
});

test("a worker that does not answer in time is ended, and the next questions go to another", async () => {
  puppets[0]!.says({ kind: "ready" });
  const hanging = toolkit.ask("analyse", 1);
  const next = toolkit.ask("losses", 2);
  const told = expect(hanging).rejects.toBeInstanceOf(TookTooLong);
  await vi.advanceTimersByTimeAsync(1000);
  await told;
  expect(puppets.map((each) => each.isEnded)).toEqual([true, false]);
  await vi.advanceTimersByTimeAsync(5000); // loading is not answering
  puppets[1]!.says({ kind: "ready" });
  puppets[1]!.answers("there");
  expect(await next).toBe("there");
  expect(states).toEqual(["loading", "ready", "loading", "ready"]);
});

test("what a worker says that was ended is not heard", async () => {
  puppets[0]!.says({ kind: "ready" });
  const first = toolkit.ask("analyse", 1);
  toolkit.restart();
  await expect(first).rejects.toBeInstanceOf(TookTooLong);
  const second = toolkit.ask("analyse", 2);
  puppets[0]!.says({ kind: "answer", number: 1, answer: '"late"' });
  puppets[1]!.says({ kind: "ready" });
  puppets[1]!.answers("right");
  expect(await second).toBe("right");
});

test("a question that fails leaves the toolkit as it is", async () => {
  puppets[0]!.says({ kind: "ready" });
  const failing = toolkit.ask("analyse", 1);
  puppets[0]!.says({ kind: "failed", number: 1, message: "no" });
  await expect(failing).rejects.toEqual(new ToolkitBroken("no"));
  const next = toolkit.ask("analyse", 2);
  puppets[0]!.answers("yes");
  expect(await next).toBe("yes");
});

test("who asks a toolkit that could not be loaded is told, also later", async () => {
  const before = toolkit.ask("analyse", 1);
  puppets[0]!.says({ kind: "broken", message: "no WebAssembly" });
  await expect(before).rejects.toEqual(new ToolkitBroken("no WebAssembly"));
  await expect(toolkit.ask("analyse", 2)).rejects.toEqual(new ToolkitBroken("no WebAssembly"));
  toolkit.restart();
  puppets[1]!.says({ kind: "ready" });
  const after = toolkit.ask("analyse", 3);
  puppets[1]!.answers("well");
  expect(await after).toBe("well");
});
