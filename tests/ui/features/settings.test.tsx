import { screen, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { addMs, hourMs, minuteMs } from "#domain/instant.ts";
import type { TestDevice } from "../../support/device.ts";
import { thursdayMorning } from "../../support/platform.ts";
import { enrolAdviser } from "../../support/ui/device.ts";
import { openScreen } from "../../support/ui/screens.tsx";

let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
});

describe("settings", () => {
  it("switch the language at once, there and back", async () => {
    const { user, locale } = openScreen("/settings", device);
    await user.click(screen.getByRole("radio", { name: "English" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Settings" })).toBeDefined();
    expect(document.documentElement.lang).toBe("en");
    expect(locale.locale()).toBe("en");
    await user.click(screen.getByRole("radio", { name: "Suomi" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Asetukset" })).toBeDefined();
  });

  it("change the appearance at once", async () => {
    const { user } = openScreen("/settings", device);
    await user.click(screen.getByRole("radio", { name: "Tumma" }));
    expect(document.documentElement.dataset["theme"]).toBe("dark");
    await user.click(screen.getByRole("radio", { name: "Laitteen mukaan" }));
    expect(document.documentElement.dataset["theme"]).toBeUndefined();
  });

  it("remind of the own times when a switch is pressed, and say what they cannot do", async () => {
    const { user } = openScreen("/settings", device);
    const section = screen.getByRole("region", { name: "Muistutukset tällä laitteella" });
    expect(within(section).getByText(/Suljettua ohjelmaa mikään ei herätä/)).toBeDefined();
    expect(within(section).getByText(/iPhonessa muistutukset toimivat vain/)).toBeDefined();
    expect(within(section).queryByRole("radio")).toBeNull();
    await user.click(within(section).getByRole("switch", { name: "Muistuta omista ajoista" }));
    await user.click(await within(section).findByRole("radio", { name: "30 min" }));
    expect(within(section).getByRole<HTMLInputElement>("radio", { name: "30 min" }).checked).toBe(
      true,
    );
    await user.click(within(section).getByRole("switch", { name: "Muistuta omista ajoista" }));
    expect(within(section).queryByRole("radio")).toBeNull();
  });

  it("lock", async () => {
    const { user, locks } = openScreen("/settings", device);
    await user.click(screen.getByRole("button", { name: "Lukitse nyt" }));
    expect(locks()).toBe(1);
  });

  it("say whose device it is", () => {
    openScreen("/settings", device);
    const section = screen.getByRole("region", { name: "Tämä laite" });
    expect(within(section).getByText("Aino Esimerkki")).toBeDefined();
    expect(within(section).getByText("Esimerkkitiimi")).toBeDefined();
  });

  it("ask the browser to keep the data, and say what it answered", async () => {
    const persist = vi.fn<() => Promise<boolean>>(async () => false);
    const storage = { persisted: async () => false, persist };
    const { user } = openScreen("/settings", device, storage);
    await user.click(await screen.findByRole("button", { name: "Pyydä pysyvää tallennusta" }));
    expect(await screen.findByText(/Selain ei vielä suostunut/)).toBeDefined();
    persist.mockResolvedValue(true);
    await user.click(screen.getByRole("button", { name: "Pyydä pysyvää tallennusta" }));
    expect(await screen.findByText("Selain ei poista tietoja itsestään.")).toBeDefined();
  });

  it("tell the last exchange and a clock that is off", async () => {
    await device.store.exchange.noteComplete({
      at: addMs(thursdayMorning, -24 * hourMs),
      endpointAt: thursdayMorning,
      clockAheadMs: 65 * minuteMs,
    });
    openScreen("/settings", device);
    expect(screen.getByText("Viimeksi yhteydessä eilen 9.00.")).toBeDefined();
    expect(screen.getByText(/Laitteen kello on 65 min edellä/)).toBeDefined();
    expect(screen.getByText("Kaikki lähetetty eilen 9.00")).toBeDefined();
  });

  it("leave a clock alone that is off by less than it matters", async () => {
    await device.store.exchange.noteComplete({
      at: thursdayMorning,
      endpointAt: thursdayMorning,
      clockAheadMs: -2 * minuteMs,
    });
    openScreen("/settings", device);
    expect(screen.queryByText(/Laitteen kello/)).toBeNull();
  });

  it("lead to what did not get through, and say when there is nothing", async () => {
    const { user, path } = openScreen("/settings", device);
    const row = screen.getByRole("link", { name: "Ei mennyt perille" }).closest("li");
    expect(await within(row ?? document.body).findByText("Listalla ei ole mitään")).toBeDefined();
    await user.click(screen.getByRole("link", { name: "Ei mennyt perille" }));
    expect(path()).toBe("/tray");
  });
});
