import { type Accessor, createSignal, onMount } from "solid-js";

/** How much of a long list is drawn: `few` in the first picture, a page right after it, more when somebody asks. */
export type Growing = {
  readonly count: Accessor<number>;
  readonly more: () => void;
  readonly reset: () => void;
};

export const createGrowing = (few: number, page: number): Growing => {
  const [count, setCount] = createSignal(few);
  // The first rows are painted before the others are made.
  onMount(() => requestAnimationFrame(() => setTimeout(() => setCount(page))));
  return {
    count,
    more: () => setCount((shown) => shown + page),
    reset: () => setCount(page),
  };
};
