import { createRenderEffect } from "solid-js";
import type { Extent, Lane } from "./lanes.ts";

/**
 * Puts an element where its time is. By the element's own style, because the Content-Security-Policy lets no style attribute
 * into the page; the style sheet turns the numbers into lengths.
 */
export const placeBlock = (
  element: HTMLElement,
  shown: () => Extent,
  drawn: () => Extent & Partial<Lane> & { readonly label?: number },
): void => {
  createRenderEffect(() => {
    const { from, until, lane = 0, lanes = 1, label = 0 } = drawn();
    const { style } = element;
    style.setProperty("--at", String(from - shown().from));
    style.setProperty("--long", String(until - from));
    if (label === 0) style.removeProperty("--label");
    else style.setProperty("--label", String(label));
    if (lanes === 1) {
      style.removeProperty("--lane");
      style.removeProperty("--lanes");
      return;
    }
    style.setProperty("--lane", String(lane));
    style.setProperty("--lanes", String(lanes));
  });
};
