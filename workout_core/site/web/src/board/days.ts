/** Days as documents write them: `2026-08-03`. */
const DAY = 86_400_000;

/** Return the day *days* after *date*. Counted in UTC, where every day has 24 hours. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Return today where the person is. */
export function today(now = new Date()): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Return the day in words, such as *Mon, 3 August* or *Mo., 3. August*. */
export function dayInWords(date: string, locale: string, weekday: "short" | "long" = "long"): string {
  const format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    weekday,
    day: "numeric",
    month: weekday,
    timeZone: "UTC",
  });
  return format.format(new Date(`${date}T00:00:00Z`));
}
