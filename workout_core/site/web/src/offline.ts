/** The page's part in working without a network: asks for the service worker, and hears of a newer version. */

/**
 * Have the browser keep a copy of the site. `onUpdate` hears when a newer version waits; nothing changes until
 * the function that it is given is called, which loads the page anew.
 */
export async function keepOffline(onUpdate: (apply: () => void) => void): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  const registration = await navigator.serviceWorker.register("./service-worker.js");
  const told = (): void => {
    const waiting = registration.waiting;
    if (waiting === null || navigator.serviceWorker.controller === null) return;
    onUpdate(() => {
      navigator.serviceWorker.addEventListener("controllerchange", () => {
        location.reload();
      });
      waiting.postMessage("take over");
    });
  };
  told();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", told);
  });
}
