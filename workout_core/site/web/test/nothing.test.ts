// @vitest-environment happy-dom
import { expect, it } from "vitest";
import type { Analysis } from "../src/answers";
import { runPanel } from "../src/panels/run-through";
import { watchPanel } from "../src/panels/watch-view";
import { deskWith } from "./desk";

it.each([
  ["watch", watchPanel],
  ["run-through", runPanel],
])("the %s says that it shows one workout when the text is a plan", async (_, panel) => {
  const { desk } = deskWith({});
  desk.analysis.set({ steps: [], plan: {} } as unknown as Analysis);
  const root = document.createElement("section");
  await panel(root, desk)();
  expect(root.textContent).toContain("shows one workout, and the text is a plan");
});
