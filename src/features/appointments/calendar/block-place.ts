import { createRenderEffect } from "solid-js";
import type { Extent, Lane } from "./lanes.ts";

/** What of an element's place is not the usual. */
type Place = Readonly<Record<`--${string}`, number | null>>;

/**
 * Puts an element where its time is. By the element's own style, because the Content-Security-Policy lets no style attribute
 * into the page; the style sheet turns the numbers into lengths. What stays the same is not written again: everything inside
 * would be styled anew.
 */
export const placeBlock = (
  element: HTMLElement,
  shown: () => Extent,
  drawn: () => Extent & Partial<Lane> & { readonly label?: number },
): void => {
  createRenderEffect<Place>((before) => {
    const { from, until, lane = 0, lanes = 1, label = 0 } = drawn();
    const place: Place = {
      "--at": from - shown().from,
      "--long": until - from,
      "--label": label === 0 ? null : label,
      "--lane": lanes === 1 ? null : lane,
      "--lanes": lanes === 1 ? null : lanes,
    };
    for (const [name, value] of Object.entries(place)) {
      if (value === (before[name as `--${string}`] ?? null)) continue;
      if (value === null) element.style.removeProperty(name);
      else element.style.setProperty(name, String(value));
    }
    element.toggleAttribute("data-beside", lanes > 1);
    element.toggleAttribute("data-crowded", lanes > 2);
    return place;
  }, {});
};
