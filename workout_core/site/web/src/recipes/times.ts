/** Times of a race as people write them: `47:30`, `1:45:00`. */

/** Return the seconds of *text*, or null if it is not such a time. */
export function secondsOf(text: string): number | null {
  const found = /^\s*(?:(\d{1,2}):)?(\d{1,2}):(\d{2})\s*$/.exec(text);
  if (!found) return null;
  const [hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
  ];
  return seconds > 59 || (found[1] !== undefined && minutes > 59)
    ? null
    : hours * 3600 + minutes * 60 + seconds;
}
