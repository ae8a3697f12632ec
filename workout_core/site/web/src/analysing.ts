/**
 * What follows every change of the text or of the athlete: questions to the toolkit, and its answers on the
 * page.
 */
import type { Analysis, Refusal, Token } from "./answers";
import { Superseded, TookTooLong } from "./asking";
import { asked, granted, type Desk } from "./desk";
import type { Editor } from "./editor/editor";
import { highlight } from "./editor/highlighting";
import { underline } from "./editor/problems";
import type { Status } from "./status";
import type { Store } from "./store";
import { reasonOf } from "./take/taking";
import { language, say } from "./words/words";

export function analyseChanges(desk: Desk, editor: Editor, status: Status): void {
  // Where the text has changed since, another answer is on its way, and the places of this one would be wrong.
  const analyse = async (text: string): Promise<void> => {
    const answer = await desk.ask<Analysis & Refusal>("analyse", {
      ...asked(desk),
      width: desk.room.value,
      canonical: false,
    });
    const analysis = answer.internal_error ? granted(answer) : answer;
    if (desk.text.value !== text) return;
    underline(editor.view, analysis.problems);
    desk.analysis.set(analysis);
    status.found(analysis);
  };
  const colour = async (text: string): Promise<void> => {
    const tokens = granted(await desk.ask<readonly Token[] & Refusal>("tokens", { text }));
    if (desk.text.value === text) highlight(editor.view, tokens);
  };
  const failed = (error: unknown): void => {
    if (error instanceof Superseded) return;
    const late = error instanceof TookTooLong;
    status.announce(late ? say("state.restarted") : say("state.failed", { reason: reasonOf(error) }));
  };
  const changed = (): void => {
    const { value: text } = desk.text;
    analyse(text).catch(failed);
    colour(text).catch(failed);
  };
  for (const each of [desk.text, desk.athlete, desk.files, desk.room, language]) {
    (each as Store<unknown>).follow(changed);
  }
}
