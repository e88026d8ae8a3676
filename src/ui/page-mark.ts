import { type Accessor, createEffect, onCleanup } from "solid-js";

/** What may be on a page that the rest of it makes room for. */
export type PageMark =
  | "action-bar"
  | "bar-warning"
  | "dialog"
  | "toast"
  | "two-columns"
  | "wide"
  | "widest";

/**
 * While this part of a screen is there the root of the document says so, in `data-has-…`: how many of them there are. With
 * `:has()` on the page a browser would judge the styles of the whole page anew at every change in it.
 */
export const createPageMark = (mark: PageMark, isOn: Accessor<boolean> = () => true): void => {
  const name = `data-has-${mark}`;
  const change = (by: 1 | -1) => {
    const root = document.documentElement;
    const count = Number(root.getAttribute(name)) + by;
    if (count === 0) root.removeAttribute(name);
    else root.setAttribute(name, String(count));
  };
  createEffect(() => {
    if (!isOn()) return;
    change(1);
    // The page that goes is still in the document now, and taking the focus out of it would have it measured once more.
    onCleanup(() => queueMicrotask(() => change(-1)));
  });
};
