/** Wait until nothing has happened for a moment: what takes long must not stand in the way of who types. */

/** Milliseconds between two letters of who types slowly. */
const MOMENT = 400;

/** Return a function that calls *act* once it has not been called for a moment. */
export function whenQuiet(act: () => void, moment = MOMENT): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, moment);
  };
}
