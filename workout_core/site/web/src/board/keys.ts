/** The keys of the board. */
const DAYS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/**
 * Return by how many days a key moves a session: Alt and an arrow, by a day or a week; null if it moves none.
 */
export function daysOf(event: Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey">): number | null {
  if (!event.altKey || event.ctrlKey || event.metaKey) return null;
  return DAYS[event.key] ?? null;
}

/** Return whether a key takes back the last change. */
export function undoes(
  event: Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">,
): boolean {
  return (
    event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  );
}
