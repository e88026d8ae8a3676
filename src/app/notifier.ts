/** How the platform shows a notification, and whether it may. */
export type Notifier = {
  permission(): NotificationPermission | "missing";
  /** Asks the person; only ever called because of a press. */
  ask(): Promise<NotificationPermission>;
  /** Shows a text. One with the same `tag` takes the place of the one before, without a sound. */
  show(text: string, tag: string, lang: string): Promise<void>;
};

/**
 * The browser's notifications, through the service worker's registration: on a phone there are no others. An iPhone has
 * them only for a program on its home screen, and Safari does not even name them before.
 */
export const browserNotifier: Notifier = {
  permission: () =>
    "Notification" in globalThis && "serviceWorker" in navigator
      ? Notification.permission
      : "missing",
  ask: () => Notification.requestPermission(),
  async show(text, tag, lang) {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.showNotification(text, { tag, lang, icon: "/icon-192.png" });
  },
};
