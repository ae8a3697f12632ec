/** Bytes and the two base64 alphabets. */
const CHUNK = 0x8000; // more arguments than this overflow the stack of some browsers

export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let begin = 0; begin < bytes.length; begin += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(begin, begin + CHUNK));
  }
  return btoa(text);
}

/** Return the bytes of *text*. Raises DOMException if it is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Return the bytes of *text*. Raises DOMException if it is not base64url. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return fromBase64(text.replaceAll("-", "+").replaceAll("_", "/"));
}
