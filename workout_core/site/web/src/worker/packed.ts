/**
 * The one file that holds all packages: the length of a list in four bytes (big end first), the list as JSON,
 * `[[path, length], …]`, and then what the files hold, in its order.
 */

export interface PackedFile {
  readonly path: string;
  readonly data: Uint8Array;
}

/** Take the files out of `packed`; they share its memory. */
export function* unpacked(packed: ArrayBuffer): Generator<PackedFile> {
  const listed = new DataView(packed).getUint32(0);
  const list = JSON.parse(new TextDecoder().decode(new Uint8Array(packed, 4, listed))) as [string, number][];
  let start = 4 + listed;
  for (const [path, length] of list) {
    yield { path, data: new Uint8Array(packed, start, length) };
    start += length;
  }
}
