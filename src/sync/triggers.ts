import type { Wish } from "./state.ts";

/** The browser's signs that an exchange may be worth a try. */
export type Triggers = { close(): void };

/** What the signs come from: the window and the document, or a test's stand-ins. */
export type Surroundings = {
  readonly window: Pick<Window, "addEventListener" | "removeEventListener">;
  readonly document: Pick<Document, "addEventListener" | "removeEventListener" | "visibilityState">;
};

/** Listens for the network's return and for the screen coming to sight. */
export const openTriggers = (
  { window, document }: Surroundings,
  onWish: (wish: Wish) => void,
): Triggers => {
  const onOnline = () => onWish("signal");
  const onVisibility = () => {
    if (document.visibilityState === "visible") onWish("signal");
  };
  window.addEventListener("online", onOnline);
  document.addEventListener("visibilitychange", onVisibility);
  return {
    close() {
      window.removeEventListener("online", onOnline);
      document.removeEventListener("visibilitychange", onVisibility);
    },
  };
};
