/** Whether this page edits a file of this machine, and what is different then. */
import { byId } from "../elements";
import type { Kept, Shelf } from "../keeping";
import type { EditedFile, FileState } from "./edited-file";

/** What the file holds, and the browser need not. */
const IN_THE_FILE: readonly Kept[] = ["text", "name", "files"];

/** Whether this page edits a file of this machine. Its address is of this machine, too, and a secret. */
export function isLocal(): boolean {
  return document.querySelector('meta[name="workout-edit"]') !== null;
}

/** Return what is in the file that this page was served for; null for a page with a text of its own. */
export async function servedFile(): Promise<FileState | null> {
  if (!isLocal()) return null;
  return (await (await fetch("./file")).json()) as FileState;
}

/** Return a shelf that never has the text: a text of another file would come back in its place. */
export function withoutText(shelf: Shelf | null): Shelf {
  const isOther = (key: string): boolean => !IN_THE_FILE.some((name) => key.endsWith(`.${name}`));
  return {
    getItem: (key) => (isOther(key) ? (shelf?.getItem(key) ?? null) : null),
    setItem: (key, value) => {
      if (isOther(key)) shelf?.setItem(key, value);
    },
    removeItem: (key) => shelf?.removeItem(key),
  };
}

/** Save before the page is left, and ask whether to stay as long as something is not in the file. */
export function saveBeforeLeaving(file: EditedFile): void {
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void file.save();
  });
  window.addEventListener("beforeunload", (event) => {
    if (!file.isUnsaved) return;
    void file.save();
    event.preventDefault();
  });
}

/** Take away what begins with another text, and say where this one is. */
export function dressForFile(): void {
  document.querySelector<HTMLElement>('[data-say="page.private"]')?.setAttribute("data-say", "local.private");
  for (const [id, kind] of [
    ["new", HTMLButtonElement],
    ["examples", HTMLSelectElement],
    ["open", HTMLButtonElement],
  ] as const)
    byId<HTMLElement>(id, kind).hidden = true;
}
