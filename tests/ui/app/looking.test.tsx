import { render, screen } from "@solidjs/testing-library";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Looking } from "#app/looking.tsx";
import { LocaleProvider } from "#i18n/locale.ts";
import { makeTestLocale } from "../../support/ui/screens.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const bar = () => screen.queryByRole("progressbar", { name: "Etsitään tämän laitteen tietoja" });

it("says that a slow disk is being searched, and nothing of a quick one", () => {
  render(() => (
    <LocaleProvider locale={makeTestLocale()}>
      <Looking />
    </LocaleProvider>
  ));
  vi.advanceTimersByTime(900);
  expect(bar()).toBeNull();
  vi.advanceTimersByTime(200);
  expect(bar()).not.toBeNull();
});
