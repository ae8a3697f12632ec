import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";

import { fromBase64, toBase64 } from "../src/bytes";
import { writeToWatch } from "../src/take/watch-folder";
import { zipped } from "../src/take/zip";

const FILE = { name: "six-by-800.fit", data: Uint8Array.of(14, 32, 0, 255) };

describe("a ZIP", () => {
  const files = [FILE, { name: "form/2026-08-04-easy.fit", data: Uint8Array.of(1, 2, 3) }];

  it("holds the files as they are", () => {
    expect(unzipSync(zipped(files))).toEqual(Object.fromEntries(files.map(({ name, data }) => [name, data])));
  });

  it("is the same, in whatever order, year and zone it is made", () => {
    const zone = process.env["TZ"];
    const made = ["UTC", "Asia/Kathmandu", "America/St_Johns"].map((each, index) => {
      process.env["TZ"] = each;
      return toBase64(zipped(index % 2 ? files : [...files].reverse()));
    });
    process.env["TZ"] = zone;
    expect(new Set(made).size).toBe(1);
  });

  it("keeps both of two files with one name", () => {
    expect(Object.keys(unzipSync(zipped([FILE, FILE, FILE])))).toEqual([
      "six-by-800.fit",
      "six-by-800-2.fit",
      "six-by-800-3.fit",
    ]);
  });
});

it("bytes come back from base64, however many there are", () => {
  const bytes = Uint8Array.from({ length: 100_001 }, (_, index) => index % 256);
  expect(fromBase64(toBase64(bytes))).toEqual(bytes);
});

/** A folder in memory, as the File System Access API shows one; `spoil` changes what reads back. */
class Folder {
  readonly kind = "directory";
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  constructor(
    readonly name: string,
    readonly folders: readonly Folder[] = [],
    readonly spoil = false,
  ) {}
  async getDirectoryHandle(name: string): Promise<Folder> {
    const found = this.folders.find((folder) => folder.name.toLowerCase() === name.toLowerCase());
    if (!found) throw new DOMException("none", "NotFoundError");
    return found;
  }
  async getFileHandle(name: string): Promise<object> {
    return {
      createWritable: async () => ({
        write: async (data: Uint8Array<ArrayBuffer>) => void this.files.set(name, data),
        close: async () => undefined,
      }),
      getFile: async () => new Blob(this.spoil ? [this.files.get(name)!, "x"] : [this.files.get(name)!]),
    };
  }
  async removeEntry(name: string): Promise<void> {
    this.files.delete(name);
  }
}

describe("files onto a watch", () => {
  const write = (folder: Folder): ReturnType<typeof writeToWatch> =>
    writeToWatch(folder as unknown as FileSystemDirectoryHandle, [FILE]);

  it.each([
    ["its folder for new files", (inner: Folder) => inner],
    ["its folder GARMIN", (inner: Folder) => new Folder("GARMIN", [inner])],
    ["the watch itself", (inner: Folder) => new Folder("FR965", [new Folder("Garmin", [inner])])],
  ])("go to the right place when somebody chooses %s", async (_, around) => {
    const inner = new Folder("NewFiles");
    expect(await write(around(inner))).toEqual({ kind: "done", count: 1 });
    expect(inner.files.get(FILE.name)).toEqual(FILE.data);
  });

  it("are not written into another folder", async () => {
    const downloads = new Folder("Downloads");
    expect(await write(downloads)).toEqual({ kind: "wrong folder", name: "Downloads" });
    expect(downloads.files.size).toBe(0);
  });

  it("that do not read back the same are taken away, and told", async () => {
    const broken = new Folder("NewFiles", [], true);
    expect(await write(broken)).toEqual({ kind: "differs", name: FILE.name });
    expect(broken.files.size).toBe(0);
  });
});
