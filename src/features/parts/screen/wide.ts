import { type Accessor, createSignal, onCleanup } from "solid-js";

/** Whether the window has room for several columns: from there on the navigation stands beside the screen too. */
export const createIsWide = (): Accessor<boolean> => {
  const query = matchMedia("(min-width: 900px)");
  const [isWide, setWide] = createSignal(query.matches);
  const follow = () => setWide(query.matches);
  query.addEventListener("change", follow);
  onCleanup(() => query.removeEventListener("change", follow));
  return isWide;
};
