import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { render, screen } from "@solidjs/testing-library";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { Invited } from "#app/invited.tsx";
import { toInstant } from "#domain/instant.ts";
import { fail } from "#domain/result.ts";
import { EnvironmentProvider } from "#features/environment.tsx";
import { LocaleProvider } from "#i18n/locale.ts";
import type { LocaleCode } from "#i18n/language.ts";
import type { EnrolmentFailure } from "#sync/enrolment.ts";
import type { Registration } from "#sync/register-again.ts";
import { ToastRegion } from "#ui/toast-region.tsx";
import { enrolTestDevice } from "../../support/device.ts";
import { makeTestEnvironment } from "../../support/ui/environment.ts";
import { makeTestLocale } from "../../support/ui/screens.tsx";

const open = async ({
  path = "/enrol#ABCDE12345",
  isUnknown = true,
  language = "fi",
}: { path?: string; isUnknown?: boolean; language?: LocaleCode } = {}) => {
  const device = await enrolTestDevice();
  const again = vi.fn<Registration["again"]>().mockResolvedValue({ ok: true, value: true });
  const registration = { isUnknown: vi.fn().mockResolvedValue(isUnknown), again };
  const { environment, setStatus, tries } = makeTestEnvironment(device, { registration });
  const history = createMemoryHistory();
  history.set({ value: path, replace: true });
  render(() => (
    <LocaleProvider locale={makeTestLocale(language)}>
      <EnvironmentProvider environment={environment}>
        <MemoryRouter history={history}>
          <Route path="/enrol" component={Invited} />
          <Route path="/" component={() => <h1>Tänään</h1>} />
        </MemoryRouter>
      </EnvironmentProvider>
      <ToastRegion toasts={environment.toasts} label="Viestit" closeLabel="Sulje viesti" />
    </LocaleProvider>
  ));
  const retryAt = device.platform.clock.now();
  const findUnknown = () => setStatus({ kind: "waiting", reason: "device.unknown", retryAt });
  const { member } = device;
  return {
    user: userEvent.setup(),
    again,
    registration,
    setStatus,
    findUnknown,
    tries,
    history,
    member,
  };
};
const refused = (code: EnrolmentFailure["code"]) => fail({ code, endpointNow: toInstant(0) });
const field = () => screen.findByRole<HTMLInputElement>("textbox", { name: "Liittymiskoodi" });
const press = () => screen.getByRole("button", { name: "Rekisteröi" });

describe("an enrolment link in a browser that is in use", () => {
  it("says how to take along what is there, where the endpoint knows the device", async () => {
    const { again } = await open({ isUnknown: false });
    expect(await screen.findByText(/toisessa selainprofiilissa.*varmuuskopiolla/)).toBeDefined();
    const way = screen.getByRole("link", { name: "Tee varmuuskopio" });
    expect(way.getAttribute("href")).toBe("/backup");
    expect(again).not.toHaveBeenCalled();
  });

  it("registers an unknown device again, at a press and not by itself, and leaves no code behind", async () => {
    const { user, again, tries, history } = await open();
    expect((await field()).value).toBe("ABCDE12345");
    expect(again).not.toHaveBeenCalled();
    await user.click(press());
    expect(again).toHaveBeenCalledWith("ABCDE12345");
    expect(await screen.findByText(/Laite on rekisteröity/)).toBeDefined();
    expect(history.get()).toBe("/");
    expect(tries()).toBe(1);
  });

  it("takes the code of another link that is opened in the same tab", async () => {
    const { history } = await open();
    expect((await field()).value).toBe("ABCDE12345");
    history.set({ value: "/enrol#FGHJK67890" });
    await vi.waitFor(async () => expect((await field()).value).toBe("FGHJK67890"));
  });
});

describe("registering again", () => {
  it("tells the member's id, which can be copied", async () => {
    const { user, member } = await open({ path: "/enrol" });
    expect((await field()).value).toBe("");
    expect(screen.getByText(member)).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Kopioi" }));
    expect(await screen.findByText("Kopioitu.")).toBeDefined();
    expect(await navigator.clipboard.readText()).toBe(member);
  });

  it("goes by the keyboard alone", async () => {
    const { user, again } = await open({ path: "/enrol" });
    (await field()).focus();
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("textbox", { description: /Täytä tämä kohta/ })).toBe(
      document.activeElement,
    );
    expect(again).not.toHaveBeenCalled();
    await user.keyboard("abcde 12345{Enter}");
    expect(again).toHaveBeenCalledWith("abcde 12345");
  });

  it.each([
    ["code.other_member", /jollekulle muulle, eikä sitä käytetty/],
    ["code.unknown", /Koodia ei tunneta/],
    ["code.used", /jo käytetty/],
    ["code.expired", /vanhentunut/],
  ] as const)("says %s beside the field, and keeps the code", async (code, sentence) => {
    const { user, again, tries } = await open();
    again.mockResolvedValue(refused(code));
    await field();
    await user.click(press());
    const wrong = await screen.findByRole("textbox", { description: sentence });
    await vi.waitFor(() => expect(document.activeElement).toBe(wrong));
    expect(wrong).toHaveProperty("value", "ABCDE12345");
    expect(tries()).toBe(0);
  });

  it.each([
    ["network.offline", /Rekisteröintiin tarvitaan hetkeksi yhteys/],
    ["requests.too_many", /liikaa lyhyessä ajassa/],
    ["body.not_understood", /Päivitä ohjelma/],
  ] as const)("says %s above the form, and can be tried again", async (code, sentence) => {
    const { user, again } = await open();
    again.mockResolvedValueOnce(refused(code));
    await field();
    await user.click(press());
    expect((await screen.findByRole("alert")).textContent).toMatch(sentence);
    await user.click(screen.getByRole("button", { name: "Yritä uudelleen" }));
    expect(await screen.findByText(/Laite on rekisteröity/)).toBeDefined();
  });

  it("lets a device that turns out to be revoked hear of it", async () => {
    const { user, again, tries } = await open();
    again.mockResolvedValue(refused("device.revoked"));
    await field();
    await user.click(press());
    expect((await screen.findByRole("alert")).textContent).toMatch(/poistettu käytöstä/);
    expect(tries()).toBe(1);
  });

  it("stays, with what was written, while the exchange tries again in between", async () => {
    const { user, findUnknown, setStatus } = await open({ path: "/enrol", isUnknown: false });
    await screen.findByText(/toisessa selainprofiilissa/);
    findUnknown();
    await user.type(await field(), "ABC");
    setStatus({ kind: "exchanging" });
    findUnknown();
    expect((await field()).value).toBe("ABC");
  });

  it.each([
    ["sv", "Registrera enheten på nytt"],
    ["en", "Register the device again"],
  ] as const)("speaks %s", async (language, title) => {
    await open({ language });
    expect(await screen.findByRole("heading", { name: title })).toBeDefined();
  });
});
