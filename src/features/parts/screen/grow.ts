import { type Accessor, createSignal, onMount } from "solid-js";
import { afterPicture } from "./after-picture.ts";

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
  onMount(() => afterPicture(() => setDrawn(true)));
  return isDrawn;
};
