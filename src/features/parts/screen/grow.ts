import { type Accessor, createComputed, createSignal, on, onMount } from "solid-js";

/** How much of a long list is drawn: `few` in the first picture, a page right after it, more when somebody asks. */
export type Growing = {
  readonly count: Accessor<number>;
  readonly more: () => void;
  readonly reset: () => void;
};

export const createGrowing = (few: number, page: number): Growing => {
  const isBegun = createAfterFirstFrame();
  const [asked, setCount] = createSignal<number>();
  return {
    count: () => asked() ?? (isBegun() ? page : few),
    more: () => setCount((shown) => (shown ?? page) + page),
    reset: () => setCount(page),
  };
};

/** False until the first picture of a screen has been drawn: what is not in sight at first can be made after it. */
export const createAfterFirstFrame = (): Accessor<boolean> => {
  const [isDrawn, setDrawn] = createSignal(false);
  onMount(() => requestAnimationFrame(() => setTimeout(() => setDrawn(true))));
  return isDrawn;
};

/** False for the first picture after a value has changed, true from the next one on. */
export const createAfterFrameOf = (value: Accessor<unknown>): Accessor<boolean> => {
  const [isDrawn, setDrawn] = createSignal(false);
  let turn = 0;
  createComputed(
    on(value, () => {
      setDrawn(false);
      turn += 1;
      const mine = turn;
      requestAnimationFrame(() => setTimeout(() => mine === turn && setDrawn(true)));
    }),
  );
  return isDrawn;
};
