/** The service worker: keeps a copy of the site, so that it works without a network after the first visit. */
const worker = self as unknown as ServiceWorkerGlobalScope;

/** What `workout site build` puts in the place of the word: `[[address, SHA-256], …]`. */
const FILES = JSON.parse("__SITE_FILES__") as [string, string][];
const VERSION = "__SITE_VERSION__";
const PREFIX = "workout-site-";
const CACHE = `${PREFIX}${VERSION}`;
const KEPT = new Set(FILES.map(([name]) => new URL(name, worker.registration.scope).href));
const HOME = new URL("index.html", worker.registration.scope).href;

worker.addEventListener("install", (event) => {
  event.waitUntil(keep());
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(forget().then(() => worker.clients.claim()));
});

worker.addEventListener("message", ({ data }) => {
  if (data === "take over") void worker.skipWaiting();
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = new URL(request.url);
  url.hash = "";
  url.search = "";
  const name = url.href === worker.registration.scope ? HOME : url.href;
  if (KEPT.has(name)) event.respondWith(kept(name, request));
});

/** Fetch every file, look at what it holds, and keep all of them or none. */
async function keep(): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const [name, sha256] of FILES) {
    const url = new URL(name, worker.registration.scope).href;
    const response = await fetch(url, { cache: "no-cache" });
    if (!response.ok || (await digest(response.clone())) !== sha256) {
      await caches.delete(CACHE);
      throw new Error(`${name} is not what belongs to this version`);
    }
    await cache.put(url, response);
  }
}

async function digest(response: Response): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function kept(name: string, request: Request): Promise<Response> {
  return (await (await caches.open(CACHE)).match(name)) ?? fetch(request);
}

/** Forget the copies of other versions. */
async function forget(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  }
}
