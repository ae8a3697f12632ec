/** The line below the text that says whether it is in the file, and asks where that cannot be known. */
import { element } from "../elements";
import type { WordKey } from "../words/english";
import { language, say } from "../words/words";
import type { EditedFile, Standing } from "./edited-file";

const WORDS: Readonly<Record<Standing["kind"], WordKey>> = {
  new: "local.new",
  saved: "local.saved",
  saving: "local.saving",
  changed: "local.changed",
  gone: "local.gone",
  refused: "local.refused",
  away: "local.away",
};
/** What is only to be seen; the others are read out, too. */
const CALM: readonly Standing["kind"][] = ["new", "saved", "saving"];

/** Put the line in front of *place*, and return what shows a standing in it. */
export function fileLine(
  place: HTMLElement,
  name: string,
  file: () => EditedFile,
  announce: (words: string) => void,
): (standing: Standing) => void {
  const calm = element("p", { id: "file-calm", class: "faint" });
  const alert = element("p", { id: "file-alert", role: "alert" });
  place.before(calm, alert);
  let shown: Standing = { kind: "saved" };
  const button = (words: string, act: () => Promise<string>): HTMLElement =>
    element("button", { type: "button", class: "quiet", onclick: () => void act().then(tell) }, words);
  const tell = (kept: string): void => {
    if (kept) announce(say("local.kept", { name: kept }));
  };
  const mine = (): Promise<string> => file().keepMine();
  const buttons = ({ kind }: Standing): HTMLElement[] => {
    if (kind === "gone") return [button(say("local.write"), mine)];
    if (kind === "refused") return [button(say("local.again"), () => file().save().then(() => ""))];
    if (kind !== "changed") return [];
    return [button(say("local.mine"), mine), button(say("local.theirs"), () => file().takeTheirs())];
  };
  const draw = (): void => {
    const reason = shown.kind === "refused" ? shown.reason : "";
    const words = say(WORDS[shown.kind], { name, reason });
    const isCalm = CALM.includes(shown.kind);
    calm.textContent = isCalm ? words : "";
    const offers = element("span", { class: "tools" }, ...buttons(shown));
    alert.replaceChildren(...(isCalm ? [] : [`${words} `, offers]));
  };
  language.follow(draw);
  return (standing) => {
    shown = standing;
    draw();
  };
}
