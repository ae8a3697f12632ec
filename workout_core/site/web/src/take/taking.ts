/** Files of the text that stands in the editor. */
import type { Refusal } from "../answers";
import { Superseded } from "../asking";
import { fromBase64 } from "../bytes";
import { asked, clocked, granted, type Desk } from "../desk";
import { say } from "../words/words";
import { download } from "./download";
import { zipped, type NamedFile } from "./zip";

interface Taken {
  readonly files: readonly { readonly name: string; readonly data: string }[];
}

export interface Wish {
  /** What somebody wants, in the words of the button. */
  readonly what: string;
  /** The formats; none are pages to print. */
  readonly to: readonly string[];
  /** The day of a workout in a calendar; today if left out. */
  readonly date?: string;
}

/** Make the files of *wish*, or say why there are none and return null. */
export async function filesFor(desk: Desk, { what, to, date }: Wish): Promise<NamedFile[] | null> {
  try {
    const question = to.length > 0 ? "take" : "pages";
    const of =
      question === "take"
        ? { ...clocked(), ...(date ? { today: date } : {}), to }
        : { today: clocked().today };
    const taken = await desk.ask<Taken & Refusal>(
      question,
      { ...asked(desk), ...of },
      `${question} ${to.join()}`,
    );
    const files = granted(taken).files.filter(({ name }) => question === "take" || name.endsWith(".html"));
    return files.map(({ name, data }) => ({ name, data: fromBase64(data) }));
  } catch (error) {
    if (!(error instanceof Superseded)) desk.announce(say("take.failed", { what, reason: reasonOf(error) }));
    return null;
  }
}

/** Put the files of *wish* into the downloads: one as it is, several as a ZIP. */
export async function takeFiles(desk: Desk, wish: Wish): Promise<void> {
  const files = await filesFor(desk, wish);
  const [first] = files ?? [];
  if (files === null || first === undefined) return;
  take(desk, files.length === 1 ? first : { name: `${stemOf(files)}.zip`, data: zipped(files) });
}

/** Put the text itself into the downloads. */
export async function takeText(desk: Desk, what: string): Promise<void> {
  const [named] = (await filesFor(desk, { what, to: ["json"] })) ?? [];
  const suffix = desk.analysis.value?.kind === "steps" ? "txt" : "yaml";
  if (named)
    take(desk, { name: `${stemOf([named])}.${suffix}`, data: new TextEncoder().encode(desk.text.value) });
}

function take(desk: Desk, file: NamedFile): void {
  download(file);
  desk.announce(say("take.done", { name: file.name }));
}

/**
 * Return what several files are called together: the folder of most of a plan, or the name that all begin
 * with.
 */
function stemOf(files: readonly NamedFile[]): string {
  const roots = files.map(({ name }) => name.split("/")[0]!.replace(/\..*/, ""));
  return roots.reduce((one, other) => (other.length < one.length ? other : one));
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
