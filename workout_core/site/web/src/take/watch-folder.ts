/** Files straight onto a watch that is connected as a drive, by the File System Access API. */
import type { NamedFile } from "./zip";

/**
 * What came of it: all files are there, or the folder is not a watch's, or a file did not read back the same.
 */
export type Written =
  | { readonly kind: "done"; readonly count: number }
  | { readonly kind: "wrong folder"; readonly name: string }
  | { readonly kind: "differs"; readonly name: string };

type Picker = (options: { id: string; mode: "readwrite" }) => Promise<FileSystemDirectoryHandle>;

/** Return the browser's way to choose a folder, or null if it has none. */
export function folderPicker(): (() => Promise<FileSystemDirectoryHandle>) | null {
  const picker = (window as { showDirectoryPicker?: Picker }).showDirectoryPicker;
  return picker === undefined ? null : () => picker.call(window, { id: "watch", mode: "readwrite" });
}

/** Write *files* into the folder for new files of a watch, and compare each with what reads back. */
export async function writeToWatch(
  chosen: FileSystemDirectoryHandle,
  files: readonly NamedFile[],
): Promise<Written> {
  const folder = await newFilesOf(chosen);
  if (folder === null) return { kind: "wrong folder", name: chosen.name };
  for (const { name, data } of files) {
    const handle = await folder.getFileHandle(name, { create: true });
    const writable = await handle.createWritable();
    await writable.write(data);
    await writable.close();
    const back = new Uint8Array(await (await handle.getFile()).arrayBuffer());
    if (!same(data, back)) {
      await folder.removeEntry(name);
      return { kind: "differs", name };
    }
  }
  return { kind: "done", count: files.length };
}

/**
 * Return the folder for new files: the chosen one, or that of the watch or of the folder GARMIN that was
 * chosen.
 */
async function newFilesOf(chosen: FileSystemDirectoryHandle): Promise<FileSystemDirectoryHandle | null> {
  if (chosen.name.toLowerCase() === "newfiles") return chosen;
  const garmin = chosen.name.toLowerCase() === "garmin" ? chosen : await inside(chosen, "GARMIN");
  return garmin && inside(garmin, "NewFiles");
}

async function inside(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await folder.getDirectoryHandle(name);
  } catch (error) {
    if (
      error instanceof DOMException &&
      (error.name === "NotFoundError" || error.name === "TypeMismatchError")
    )
      return null;
    throw error;
  }
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
