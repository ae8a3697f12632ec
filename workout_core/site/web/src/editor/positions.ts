/**
 * Lines and columns as the command counts them (from 1, in code points) ⇄ offsets of the editor (UTF-16
 * units).
 */
import type { Text } from "@codemirror/state";

/** Return the offset of a place; one behind the text, or behind its line, is the end of it. */
export function offsetOf(text: Text, line: number, column: number): number {
  if (line > text.lines) return text.length;
  const found = text.line(Math.max(line, 1));
  let units = 0;
  let points = 1;
  for (const letter of found.text) {
    if (points >= column) break;
    units += letter.length;
    points += 1;
  }
  return found.from + units;
}

/** Return the line and the column of *offset*. */
export function placeOf(text: Text, offset: number): { line: number; column: number } {
  const line = text.lineAt(offset);
  return { line: line.number, column: [...line.text.slice(0, offset - line.from)].length + 1 };
}
