/**
 * The picture of a workout. As an image, an SVG runs no script and fetches nothing, whatever is written in
 * it.
 */
import { element } from "../elements";

/** Return an image of *svg* that says *alternative* to who does not see it. */
export function pictureOf(svg: string, alternative: string): HTMLImageElement {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  const done = (): void => URL.revokeObjectURL(url);
  return element("img", { class: "picture", src: url, alt: alternative, onload: done, onerror: done });
}
