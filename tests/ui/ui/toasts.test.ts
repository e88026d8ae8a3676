import { createRoot } from "solid-js";
import { expect, it } from "vitest";
import { createToasts, createToastsWithin } from "#ui/toasts.ts";

it("the messages of a part of the program go with it, those of others stay, and no late one comes", () => {
  const toasts = createToasts();
  toasts.show({ text: "New version." });
  const { within, end } = createRoot((dispose) => ({
    within: createToastsWithin(toasts),
    end: dispose,
  }));
  const undo = { label: "Undo", run: () => undefined };
  within.show({ text: "Deleted: Veikko", action: undo });
  const texts = () => toasts.shown().map(({ text }) => text);
  expect(texts()).toEqual(["New version.", "Deleted: Veikko"]);
  end();
  expect(texts()).toEqual(["New version."]);
  within.show({ text: "Changes saved: Veikko" });
  expect(texts()).toEqual(["New version."]);
});
