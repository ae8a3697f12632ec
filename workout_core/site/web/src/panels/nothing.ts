/** Why there is no workout to show. */
import type { Analysis } from "../answers";
import { say } from "../words/words";

export function nothingToShow(analysis: Analysis | null): string {
  return say(analysis?.plan === undefined ? "take.nothing" : "take.of_plan");
}
