import { createRoot, type JSX } from "solid-js";

/** Makes an icon that is drawn once and then copied: where many stand on a page, drawing each anew is half of the work. */
export const drawnOnce = (draw: () => JSX.Element): (() => JSX.Element) => {
  let drawn: Node | undefined;
  return () => {
    drawn ??= createRoot(draw) as Node;
    return drawn.cloneNode(true);
  };
};
