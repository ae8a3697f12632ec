/** Several files as one: the same files give the same bytes, whenever and wherever they are packed. */
import { zipSync, type Zippable } from "fflate";

export interface NamedFile {
  readonly name: string;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** Return a ZIP of *files*, in the order of their names. Of two with one name, the later gets a number. */
export function zipped(files: readonly NamedFile[]): Uint8Array<ArrayBuffer> {
  const packed: Zippable = {};
  const inOrder = [...files].sort((one, other) =>
    one.name < other.name ? -1 : Number(one.name > other.name),
  );
  for (const { name, data } of inOrder) packed[freeName(name, packed)] = data;
  // A ZIP keeps times without a zone, and none before 1980: this one is written the same everywhere.
  return new Uint8Array(zipSync(packed, { level: 6, mtime: new Date(1980, 0, 1) }));
}

function freeName(name: string, taken: Zippable): string {
  const dot = name.indexOf(".", 1);
  const [stem, suffix] = dot < 0 ? [name, ""] : [name.slice(0, dot), name.slice(dot)];
  let free = name;
  for (let number = 2; Object.hasOwn(taken, free); number += 1) free = `${stem}-${String(number)}${suffix}`;
  return free;
}
