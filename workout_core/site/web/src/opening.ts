/** Files, e-mails and texts of other programs that become the document. */
import type { Refusal } from "./answers";
import { toBase64 } from "./bytes";
import { granted, type Ask, type Files, type NewText } from "./desk";
import { reasonOf } from "./take/taking";
import { say } from "./words/words";

/** Megabytes. The largest activity that a watch writes is smaller. */
const LARGEST = 16;

/** What a document can name, and lie beside it. */
const BESIDE = /\.(?:ya?ml|json|gpx)$/i;
const PLAN = /^(?:plan|squad):/m;

interface Opened {
  readonly text: string;
  readonly name: string;
  readonly others: readonly string[];
  readonly files: Files;
  readonly warnings: readonly { readonly message: string }[];
}

/** A document, and what is doubtful about it. */
export interface Read extends NewText {
  readonly doubts: readonly string[];
}

/** Return *file* as a document. Raises Error that says why it is none. */
export async function opened(file: File, ask: Ask): Promise<Read> {
  const { name } = file;
  if (file.size > LARGEST * 1_048_576) throw new Error(say("text.too_large", { name, limit: LARGEST }));
  const data = toBase64(new Uint8Array(await file.arrayBuffer()));
  try {
    const answer = await ask<Opened & Refusal>("open", { name, data });
    const read = answer.text ? answer : granted(answer);
    return {
      text: read.text,
      name: read.name,
      files: read.files,
      doubts: read.warnings.map(({ message }) => message),
    };
  } catch (error) {
    throw new Error(say("text.not_opened", { name, reason: reasonOf(error) }));
  }
}

/**
 * Return several files as one document: the plan, or else the first, with the others beside it. Raises as
 * `opened`.
 */
export async function openedTogether(files: readonly File[], ask: Ask): Promise<Read> {
  const texts = new Map<File, string>();
  for (const file of files)
    if (BESIDE.test(file.name) && file.size <= LARGEST * 1_048_576) texts.set(file, await file.text());
  const first = files.find((file) => PLAN.test(texts.get(file) ?? "")) ?? files[0]!;
  const read = await opened(first, ask);
  const beside = [...texts]
    .filter(([file]) => file !== first)
    .map(([file, text]) => [file.name, text] as const);
  return { ...read, files: { ...Object.fromEntries(beside), ...read.files } };
}

/**
 * Return a text that somebody has pasted as a document, or null if it is best left as it is: it is one already,
 * nobody can read it, or it holds several workouts.
 */
export async function openedPasted(text: string, ask: Ask): Promise<string | null> {
  const answer = await ask<Opened & Refusal>("open", { text });
  return answer.text && answer.text !== text && answer.others.length === 0 ? answer.text : null;
}

/** Have *use* get the files that are dropped on the page; *sign* is shown while one hangs over it. */
export function acceptDrops(sign: HTMLElement, use: (files: readonly File[]) => void): void {
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
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      use(files);
    },
    { capture: true },
  );
}
