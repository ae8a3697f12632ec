import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { EditedFile, type FileState, type Standing } from "../src/local/edited-file";
import { withoutText } from "../src/local/served";

const PAUSE = 10;

/** A file, and the server in front of it; `version` is the text itself. */
class Disk {
  readonly kept: string[] = [];
  readonly asked: string[] = [];
  #ask: (() => void) | undefined;
  away = false;
  readOnly = false;
  held = (text: string): string => text;
  constructor(public text: string | null) {}

  get state(): FileState {
    const text = this.text ?? "";
    return { name: "a.yaml", text, version: this.text ?? "", files: {}, problem: "", tag: `tag ${text}` };
  }

  /** Somebody else saves. */
  save(text: string | null): void {
    this.text = text;
    this.#ask?.();
  }

  async fetch(address: string, how: RequestInit = {}): Promise<Response> {
    const { method = "GET" } = how;
    this.asked.push(`${method} ${address}`);
    if (this.away) throw new TypeError("Failed to fetch");
    const headers = new Headers(how.headers);
    if (address === "./file/changes") {
      while (headers.get("If-None-Match") === `"${this.state.tag}"`)
        await new Promise<void>((next, stop) => {
          this.#ask = next;
          how.signal?.addEventListener("abort", () => stop(new Error("stopped")));
        });
      return Response.json(this.state);
    }
    const body = String(how.body);
    if (method === "POST") {
      this.kept.push(body);
      return Response.json({ kept: "a.yaml~" });
    }
    if (this.readOnly) return Response.json({ problem: "is read-only" }, { status: 409 });
    const condition = headers.get("If-Match");
    if (condition !== "*" && condition !== `"${this.state.version}"`)
      return Response.json(this.state, { status: 412 });
    if (condition === "*" && this.text !== null) this.kept.push(this.text);
    this.text = this.held(body);
    return Response.json({ ...this.state, kept: condition === "*" ? "a.yaml~" : "" });
  }
}

class Page {
  text: string;
  readonly stood: Standing["kind"][] = [];
  readonly file: EditedFile;
  constructor(readonly disk: Disk) {
    this.text = disk.state.text;
    this.file = new EditedFile(disk.state, {
      text: () => this.text,
      came: ({ text }) => (this.text = text),
      stands: ({ kind }) => this.stood.push(kind),
      fetch: (address, how) => disk.fetch(address, how),
      pause: PAUSE,
      patience: PAUSE,
    });
    void this.file.follow();
  }
  type(text: string): void {
    this.text = text;
    this.file.typed();
  }
  leave(): void {
    this.file.leave();
  }
}

let page: Page;
const wait = (): Promise<unknown> => vi.advanceTimersByTimeAsync(5 * PAUSE);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  page.leave();
  vi.useRealTimers();
});

describe("a file that is edited", () => {
  it("has what was typed, once nobody types any more", async () => {
    page = new Page(new Disk("a"));
    for (const text of ["ab", "abc", "abcd"]) page.type(text);
    expect(page.file.isUnsaved).toBe(true);
    await wait();
    expect(page.disk.text).toBe("abcd");
    expect(page.disk.asked.filter((each) => each.startsWith("PUT"))).toHaveLength(1);
    expect(page.file.standing).toEqual({ kind: "saved" });
  });

  it("has what was typed while it was being written", async () => {
    page = new Page(new Disk("a"));
    page.type("ab");
    void page.file.save();
    page.type("abc");
    await wait();
    expect(page.disk.text).toBe("abc");
    expect(page.file.isUnsaved).toBe(false);
  });

  it("comes again when somebody else saves it", async () => {
    page = new Page(new Disk("a"));
    await wait();
    page.disk.save("b");
    await wait();
    expect(page.text).toBe("b");
    page.type("bc");
    await wait();
    expect(page.disk.text).toBe("bc");
    expect(page.disk.kept).toEqual([]);
  });

  it("is asked about when it has changed there and here", async () => {
    page = new Page(new Disk("a"));
    page.text = "mine";
    page.disk.save("theirs");
    await wait();
    page.type("mine, too");
    await wait();
    expect(page.file.standing.kind).toBe("changed");
    expect([page.disk.text, page.text]).toEqual(["theirs", "mine, too"]);
  });

  it("is asked about when that is only seen as it is written", async () => {
    page = new Page(new Disk("a"));
    page.disk.text = "theirs";
    page.type("mine");
    await wait();
    expect(page.file.standing.kind).toBe("changed");
    expect([page.disk.text, page.text]).toEqual(["theirs", "mine"]);
  });

  it.each([
    ["keepMine", "mine", "theirs"],
    ["takeTheirs", "theirs", "mine"],
  ] as const)("loses neither text (%s)", async (decide, stays, kept) => {
    page = new Page(new Disk("a"));
    page.disk.text = "theirs";
    page.type("mine");
    await wait();
    expect(await page.file[decide]()).toBe("a.yaml~");
    expect([page.disk.text, page.text, ...page.disk.kept]).toEqual([stays, stays, kept]);
    expect(page.file.standing).toEqual({ kind: "saved" });
  });

  it("is not emptied here when it is gone, and can be written again", async () => {
    page = new Page(new Disk("a"));
    await wait();
    page.disk.save(null);
    await wait();
    expect([page.file.standing.kind, page.text, page.file.isUnsaved]).toEqual(["gone", "a", true]);
    page.disk.save("a");
    await wait();
    expect(page.file.standing).toEqual({ kind: "saved" });
    page.disk.save(null);
    await wait();
    page.type("ab");
    await wait();
    expect(page.disk.text).toBeNull();
    await page.file.keepMine();
    expect(page.disk.text).toBe("ab");
    expect(page.file.standing).toEqual({ kind: "saved" });
  });

  it("is written once, also if bytes cannot hold all that was typed", async () => {
    page = new Page(new Disk("a"));
    page.disk.held = (text) => text.replace("\ud800", "?");
    page.type("a\ud800");
    await wait();
    await wait();
    expect(page.file.standing).toEqual({ kind: "saved" });
    expect(page.disk.asked.filter((each) => each.startsWith("PUT"))).toHaveLength(1);
  });

  it("is heard to be gone again at once when it was only just written", async () => {
    page = new Page(new Disk(null));
    page.type("w");
    await page.file.save();
    page.disk.save(null);
    await wait();
    expect(page.file.standing).toEqual({ kind: "gone" });
  });

  it("begins with the first letter", async () => {
    page = new Page(new Disk(null));
    expect(page.file.standing).toEqual({ kind: "new" });
    page.type("w");
    await wait();
    expect(page.disk.text).toBe("w");
    expect(page.file.standing).toEqual({ kind: "saved" });
  });

  it("is written as soon as the server is back", async () => {
    page = new Page(new Disk("a"));
    page.disk.away = true;
    page.type("ab");
    await wait();
    expect(page.file.standing).toEqual({ kind: "away" });
    page.disk.away = false;
    await wait();
    expect(page.disk.text).toBe("ab");
    expect(page.file.standing).toEqual({ kind: "saved" });
  });

  it("is tried again with the next letter when it may not be written", async () => {
    page = new Page(new Disk("a"));
    page.disk.readOnly = true;
    page.type("ab");
    await wait();
    expect(page.file.standing).toEqual({ kind: "refused", reason: "is read-only" });
    page.disk.readOnly = false;
    page.type("abc");
    await wait();
    expect(page.disk.text).toBe("abc");
  });
});

it("leaves what the browser keeps of another text alone", () => {
  page = new Page(new Disk(""));
  const held = new Map([
    ["workout-editor.text", "another"],
    ["workout-editor.language", "de"],
  ]);
  const shelf = withoutText({
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  });
  shelf.setItem("workout-editor.text", "of the file");
  shelf.setItem("workout-editor.language", "en");
  expect(shelf.getItem("workout-editor.text")).toBeNull();
  expect([...held]).toEqual([
    ["workout-editor.text", "another"],
    ["workout-editor.language", "en"],
  ]);
});
