import { render } from "@solidjs/testing-library";
import { createSignal, Show } from "solid-js";
import { expect, it } from "vitest";
import { createPageMark } from "#ui/page-mark.ts";

const mark = () => document.documentElement.getAttribute("data-has-toast");
const settled = () => Promise.resolve();

it("the page says how many of a part it has for as long as they are there", async () => {
  const Part = () => {
    createPageMark("toast");
    return null;
  };
  const [count, setCount] = createSignal(0);
  const { unmount } = render(() => (
    <>
      <Show when={count() > 0}>
        <Part />
      </Show>
      <Show when={count() > 1}>
        <Part />
      </Show>
    </>
  ));
  const seen: (string | null)[] = [];
  for (const next of [0, 1, 2, 1, 0]) {
    setCount(next);
    await settled();
    seen.push(mark());
  }
  expect(seen).toEqual([null, "1", "2", "1", null]);
  setCount(1);
  unmount();
  await settled();
  expect(mark()).toBeNull();
});

it("a part that is there may be of no account for a while", async () => {
  const [isOn, setOn] = createSignal(false);
  render(() => {
    createPageMark("toast", isOn);
    return null;
  });
  expect(mark()).toBeNull();
  setOn(true);
  expect(mark()).toBe("1");
  setOn(false);
  await settled();
  expect(mark()).toBeNull();
});
