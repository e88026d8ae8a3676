/**
 * Registers the service worker that keeps the program on the device. A new version is fetched in the background and waits:
 * `onWaiting` is given a function that changes over to it and reloads, for the moment a person chooses.
 */
export const registerUpdates = async (
  scriptUrl: (path: string) => string,
  onWaiting: (changeOver: () => void) => void,
): Promise<void> => {
  if (!("serviceWorker" in navigator)) return;
  // Nothing waits for it: the start page comes first.
  const { Workbox } = await import("workbox-window");
  const workbox = new Workbox(scriptUrl("/sw.js"));
  workbox.addEventListener("waiting", () => {
    onWaiting(() => {
      workbox.addEventListener("controlling", () => location.reload());
      workbox.messageSkipWaiting();
    });
  });
  await workbox.register();
};
