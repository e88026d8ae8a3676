// A pressed reminder goes away, and the program comes to the front: where it is open already, or else anew.
self.addEventListener("notificationclick", (event) => {
  const bringUp = async () => {
    const pages = await self.clients.matchAll({ type: "window" });
    const [page] = pages;
    await (page === undefined ? self.clients.openWindow("/") : page.focus());
  };
  event.notification.close();
  event.waitUntil(bringUp());
});
