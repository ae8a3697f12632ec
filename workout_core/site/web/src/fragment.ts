/**
 * A document in the fragment of a link: `#d=` and its deflated text. A browser never sends a fragment to a
 * server.
 */
import { fromBase64Url, toBase64Url } from "./bytes";

const MARK = "#d=";

/** Longer links are cut by messengers and mail programs. */
export const LONGEST_LINK = 16_000;
/** What a fragment may hold: more than any plan in the examples, far less than what fills a memory. */
export const LARGEST_TEXT = 256_000;
const LONGEST_FRAGMENT = 400_000;

export type Fragment =
  { kind: "none" } | { kind: "text"; text: string } | { kind: "broken" } | { kind: "too large" };

/** Return the fragment, with its `#`, that holds *text*. */
export async function packed(text: string): Promise<string> {
  const deflated = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return MARK + toBase64Url(new Uint8Array(await new Response(deflated).arrayBuffer()));
}

/** Read what *hash* holds. Unpacking stops at LARGEST_TEXT, however much there would be. */
export async function unpacked(hash: string): Promise<Fragment> {
  if (!hash.startsWith(MARK)) return { kind: "none" };
  if (hash.length > LONGEST_FRAGMENT) return { kind: "too large" };
  try {
    const deflated = new Blob([fromBase64Url(hash.slice(MARK.length))]).stream();
    const bytes = await bounded(deflated.pipeThrough(new DecompressionStream("deflate-raw")), LARGEST_TEXT);
    if (bytes === null) return { kind: "too large" };
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { kind: "broken" };
  }
}

/** Read all of *stream*, or return null as soon as it is longer than *most* bytes. */
async function bounded(
  stream: ReadableStream<Uint8Array>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    parts.push(part.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
