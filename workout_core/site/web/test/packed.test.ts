import { expect, test } from "vitest";

import { unpacked } from "../src/worker/packed";

function packed(files: Record<string, string>): ArrayBuffer {
  const bytes = new TextEncoder();
  const list = bytes.encode(
    JSON.stringify(Object.entries(files).map(([path, text]) => [path, bytes.encode(text).length])),
  );
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, list.length);
  const parts = [length, list, ...Object.values(files).map((text) => bytes.encode(text))];
  return new Uint8Array(parts.flatMap((part) => [...part])).buffer;
}

test("files come out as they went in", () => {
  const files = { "lib/a.txt": "Zürich", "lib/empty": "", "lib/b/c.txt": "x" };
  const found = [...unpacked(packed(files))].map(({ path, data }) => [path, new TextDecoder().decode(data)]);
  expect(Object.fromEntries(found)).toEqual(files);
});
