/** The formats there are, asked for once. */
import type { Format } from "./answers";
import type { Ask } from "./desk";

let known: Promise<readonly Format[]> | null = null;

/**
 * Return the formats that files can be taken in. Raises what asking raises, and then asks again the next
 * time.
 */
export function writtenFormats(ask: Ask): Promise<readonly Format[]> {
  known ??= ask<readonly Format[]>("formats", {}).then((formats) => formats.filter(({ writes }) => writes));
  known.catch(() => (known = null));
  return known;
}
