/** Files, e-mails and texts of other programs that become the document. */
import type { Refusal } from "./answers";
import { toBase64 } from "./bytes";
import { granted, type Ask, type Files, type NewText } from "./desk";
import { reasonOf } from "./take/taking";
import { say } from "./words/words";

/** Megabytes. The largest activity that a watch writes is smaller. */
const LARGEST = 16;

interface Opened {
  readonly text: string;
  readonly name: string;
  readonly files: Files;
}

/** Return *file* as a document. Raises Error that says why it is none. */
export async function opened(file: File, ask: Ask): Promise<NewText> {
  const { name } = file;
  if (file.size > LARGEST * 1_048_576) throw new Error(say("text.too_large", { name, limit: LARGEST }));
  const data = toBase64(new Uint8Array(await file.arrayBuffer()));
  try {
    const answer = await ask<Opened & Refusal>("open", { name, data });
    return answer.text ? answer : granted(answer);
  } catch (error) {
    throw new Error(say("text.not_opened", { name, reason: reasonOf(error) }));
  }
}

/** Have *use* get every file that is dropped on the page; *sign* is shown while one hangs over it. */
export function acceptDrops(sign: HTMLElement, use: (file: File) => void): void {
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    sign.hidden = false;
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) sign.hidden = true;
  });
  // Before the editor sees it, which would put the bytes of the file into the text.
  document.addEventListener(
    "drop",
    (event) => {
      sign.hidden = true;
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      event.stopPropagation();
      use(file);
    },
    { capture: true },
  );
}
