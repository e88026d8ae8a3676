import { type Accessor, createEffect } from "solid-js";

/** In the afternoon a day opens where it is now; the heading of the page has the focus all the same. */
export const createNowInSight = (
  section: () => HTMLElement | undefined,
  isWanted: Accessor<boolean>,
): void => {
  createEffect(() => {
    if (!isWanted()) return;
    requestAnimationFrame(() => {
      const line = section()?.querySelector(".day-now");
      if ((line?.getBoundingClientRect().top ?? 0) > innerHeight * 0.8) {
        line?.scrollIntoView({ block: "center" });
      }
    });
  });
};
