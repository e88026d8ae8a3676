import { render, screen } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import { AlreadyEnrolled } from "#app/already-enrolled.tsx";
import { LocaleProvider } from "#i18n/locale.ts";
import { makeTestLocale } from "../../support/ui/screens.tsx";

it("an enrolment link in a browser that is in use says how to take along what is there", () => {
  render(() => (
    <LocaleProvider locale={makeTestLocale()}>
      <AlreadyEnrolled />
    </LocaleProvider>
  ));
  expect(screen.getByText(/toisessa selainprofiilissa.*varmuuskopiolla/)).toBeDefined();
  const way = screen.getByRole("link", { name: "Tee varmuuskopio" });
  expect(way.getAttribute("href")).toBe("/backup");
});
