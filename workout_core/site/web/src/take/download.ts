/** Files into the downloads of the browser. */
import { element } from "../elements";
import type { NamedFile } from "./zip";

/** Offer *file* as a download, as a click on a link would. */
export function download({ name, data }: NamedFile): void {
  const url = URL.createObjectURL(new Blob([data], { type: "application/octet-stream" }));
  element("a", { href: url, download: name }).click();
  // Some browsers read the blob only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
