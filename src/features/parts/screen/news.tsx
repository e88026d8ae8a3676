import { type JSX, onMount } from "solid-js";
import "./focus.css";

/** What an action has brought: takes the focus as it appears, so that it comes into sight and is read aloud. */
export const News = (props: { readonly children: JSX.Element }) => {
  let element: HTMLElement | undefined;
  onMount(() => element?.focus());
  return (
    <div ref={(made) => (element = made)} class="news" tabindex="-1">
      {props.children}
    </div>
  );
};
