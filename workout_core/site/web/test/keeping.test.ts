import { describe, expect, it } from "vitest";

import { Keeping, type Shelf } from "../src/keeping";

class Drawer implements Shelf {
  readonly held = new Map<string, string>();
  constructor(readonly room = Infinity) {}
  getItem(key: string): string | null {
    return this.held.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (value.length > this.room) throw new DOMException("no room", "QuotaExceededError");
    this.held.set(key, value);
  }
  removeItem(key: string): void {
    this.held.delete(key);
  }
}

class Locked extends Drawer {
  override getItem(): string {
    throw new DOMException("no", "SecurityError");
  }
  override setItem(): void {
    throw new DOMException("no", "SecurityError");
  }
  override removeItem(): void {
    throw new DOMException("no", "SecurityError");
  }
}

describe("what is written", () => {
  it("is there at the next visit, until it is forgotten", () => {
    const drawer = new Drawer();
    new Keeping(drawer, expect.unreachable).write("text", "easy 30min");
    const next = new Keeping(drawer, expect.unreachable);
    expect(next.read("text")).toBe("easy 30min");
    next.forget("text");
    expect(next.read("text")).toBeNull();
  });

  it("is told not to be kept, once, where there is no room", () => {
    const told: string[] = [];
    const keeping = new Keeping(new Drawer(4), (reason) => told.push(reason));
    expect(["abc", "abcde", "abcdef"].map((text) => keeping.write("text", text))).toEqual([
      true,
      false,
      false,
    ]);
    expect(told).toEqual(["full"]);
    expect(keeping.read("text")).toBe("abc");
  });

  it.each([null, new Locked()])("is told not to be kept where that is switched off (%#)", (shelf) => {
    const told: string[] = [];
    const keeping = new Keeping(shelf, (reason) => told.push(reason));
    expect(keeping.read("text")).toBeNull();
    expect(keeping.write("text", "easy")).toBe(false);
    keeping.forget("text");
    expect(told).toEqual(["off"]);
  });
});
