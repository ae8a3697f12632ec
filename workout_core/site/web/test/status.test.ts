// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Status } from "../src/status";
import { language } from "../src/words/words";

describe("what the page says of itself", () => {
  let state: HTMLElement, notice: HTMLElement, status: Status;

  beforeEach(() => {
    vi.useFakeTimers();
    [state, notice] = [document.createElement("p"), document.createElement("p")];
    status = new Status(state, notice);
  });
  afterEach(() => {
    vi.useRealTimers();
    language.set("en");
  });

  it("is in the language of now, and what was said in another one goes", () => {
    status.toolkit({ kind: "ready" });
    status.announce("easy.fit is in your downloads.");
    language.set("de");
    status.relabel();
    expect([state.textContent, notice.textContent]).toEqual(["Bereit", ""]);
  });

  it("offers a newer version again when a notice has gone", () => {
    const apply = vi.fn();
    status.offer(apply);
    status.announce("The link is copied.");
    vi.advanceTimersByTime(20_000);
    notice.querySelector("button")?.click();
    expect(apply).toHaveBeenCalledOnce();
  });
});
