/** The formats there are, asked for once. */
import type { Format } from "./answers";
import { clocked, type Ask } from "./desk";

/** What every format of workouts can hold. One that refuses it needs what a browser has not. */
const SIMPLEST = "easy 10min";

let known: Promise<readonly Format[]> | null = null;

/** Return the formats that files can be taken in here. Raises what asking raises, and then asks again the next time. */
export function writtenFormats(ask: Ask): Promise<readonly Format[]> {
  known ??= askedFor(ask);
  known.catch(() => (known = null));
  return known;
}

async function askedFor(ask: Ask): Promise<readonly Format[]> {
  const formats = await ask<readonly Format[]>("formats", {});
  const asked = { text: SIMPLEST, ...clocked() };
  const { refused } = await ask<{ refused: Readonly<Record<string, string>> }>(
    "losses",
    asked,
    "simplest losses",
  );
  return formats.filter(({ name, writes }) => writes && !Object.hasOwn(refused, name));
}
