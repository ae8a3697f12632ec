/** The smallest change from one text to another, so that the cursor and the history stay where they are. */
export interface Change {
  from: number;
  to: number;
  insert: string;
}

/**
 * Return what to replace in *before* to get *after*, or null if nothing. Never splits a pair of surrogates.
 */
export function changeBetween(before: string, after: string): Change | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  if (isHighSurrogate(before.charCodeAt(head - 1))) head -= 1;
  if (isLowSurrogate(before.charCodeAt(before.length - tail))) tail -= 1;
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
