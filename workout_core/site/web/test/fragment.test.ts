import { describe, expect, it } from "vitest";

import { toBase64Url } from "../src/bytes";
import { LARGEST_TEXT, packed, unpacked } from "../src/fragment";

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return `#d=${toBase64Url(new Uint8Array(await new Response(stream).arrayBuffer()))}`;
}

describe("a document in a link", () => {
  it.each(["workout: 6 × 800 m\nsteps: |\n  800m\n", "", "🏃‍♀️ läuft", "a".repeat(100_000)])(
    "comes back as it was: %#",
    async (text) => {
      expect(await unpacked(await packed(text))).toEqual({ kind: "text", text });
    },
  );

  it("needs no letter that links or messengers change", async () => {
    expect(await packed("workout: ¿?\n".repeat(50))).toMatch(/^#d=[A-Za-z0-9_-]+$/);
  });

  it.each(["", "#", "#steps", "#q=abc"])("is not looked for in %j", async (hash) => {
    expect(await unpacked(hash)).toEqual({ kind: "none" });
  });

  it("that was cut on the way is broken", async () => {
    const whole = await packed("workout: 6 × 800 m\nsteps: 800m @ 4:00/km\n");
    expect(await unpacked(whole.slice(0, -6))).toEqual({ kind: "broken" });
  });

  it.each(["#d=%%%", "#d=AAAA", "#d=", "#d=ÿÿ"])("is broken if it is %j", async (hash) => {
    expect(await unpacked(hash)).toEqual({ kind: "broken" });
  });

  it("is broken if it is no text", async () => {
    expect(await unpacked(await deflated(Uint8Array.of(0xff, 0xfe, 0xfd)))).toEqual({ kind: "broken" });
  });

  it("may be as large as the limit, and not larger", async () => {
    const limit = new Uint8Array(LARGEST_TEXT).fill(97);
    expect((await unpacked(await deflated(limit))).kind).toBe("text");
    expect(await unpacked(await deflated(new Uint8Array(LARGEST_TEXT + 1).fill(97)))).toEqual({
      kind: "too large",
    });
  });

  it("that would unpack to 200 MB is refused before it has", async () => {
    const bomb = await deflated(new Uint8Array(200_000_000));
    expect(bomb.length).toBeLessThan(400_000);
    const begin = performance.now();
    expect(await unpacked(bomb)).toEqual({ kind: "too large" });
    expect(performance.now() - begin).toBeLessThan(1_000);
  });

  it("of a megabyte is not even unpacked", async () => {
    expect(await unpacked(`#d=${"A".repeat(1_000_000)}`)).toEqual({ kind: "too large" });
  });
});
