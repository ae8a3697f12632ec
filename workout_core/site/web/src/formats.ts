/** The formats there are, asked for once in each language. */
import type { Format } from "./answers";
import { clocked, type Ask } from "./desk";
import { language, type Language } from "./words/words";

/** What every format of workouts can hold. One that refuses it needs what a browser has not. */
const SIMPLEST = "easy 10min";

const known = new Map<Language, Promise<readonly Format[]>>();

/** Return the formats that files can be taken in here. Raises what asking raises, and then asks again the next time. */
export function writtenFormats(ask: Ask): Promise<readonly Format[]> {
  const spoken = language.value;
  const formats = known.get(spoken) ?? askedFor(ask);
  known.set(spoken, formats);
  formats.catch(() => known.delete(spoken));
  return formats;
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
