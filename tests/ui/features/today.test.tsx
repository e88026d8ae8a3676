import { screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import { addMs, hourMs, minuteMs } from "#domain/instant.ts";
import type { TestDevice } from "../../support/device.ts";
import { thursdayMorning } from "../../support/platform.ts";
import { bring, enrolAdviser } from "../../support/ui/device.ts";
import {
  appointmentRecord,
  clientRecord,
  conflictRecord,
} from "../../support/ui/network-records.ts";
import { openScreen } from "../../support/ui/screens.tsx";

let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
});

const aino = clientRecord("Aino K.");

describe("today", () => {
  it("shows the day, where it is spent, and the own times in order", async () => {
    await bring(
      device,
      aino,
      appointmentRecord(device.member, aino, "2026-11-26", 11 * 60, { minutes: 60 }),
      appointmentRecord(device.member, null, "2026-11-26", 10 * 60, {
        place: null,
        fields: { channel: "phone", language: "so" },
      }),
      appointmentRecord("colleague-colleague-12" as never, aino, "2026-11-26", 9 * 60),
    );
    openScreen("/", device);
    expect(screen.getByRole("heading", { level: 1, name: "Tänään" })).toBeDefined();
    expect(screen.getByText("torstai 26.11. · Kuhmo")).toBeDefined();
    const list = screen.getByRole("list", { name: "Tämän päivän ajat" });
    const rows = within(list).getAllByRole("listitem");
    expect(rows.map((row) => row.textContent?.slice(0, 5))).toEqual(["9.00V", "10.00", "11.00"]);
    expect(rows[1]?.textContent).toContain("puhelu");
    expect(rows[1]?.textContent).toContain("somali");
    expect(rows[2]?.textContent).toContain("Aino K.");
    expect(rows[2]?.textContent).toContain("60 min");
    expect(rows[2]?.textContent).toContain("Kuhmon kaupungin työpaja");
  });

  it("takes the focus to its heading", async () => {
    openScreen("/", device);
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 })),
    );
  });

  it("has the booking next to its heading for keys and a voice, before the day's rows", async () => {
    await bring(device, aino, appointmentRecord(device.member, aino, "2026-11-26", 11 * 60));
    const { user } = openScreen("/", device);
    const heading = screen.getByRole("heading", { level: 1 });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole("link", { name: "Varaa aika" }));
  });

  it("names the window after the screen, and after nobody", async () => {
    const appointment = appointmentRecord(device.member, aino, "2026-11-26", 10 * 60);
    await bring(device, aino, appointment);
    const { go } = openScreen("/", device);
    await waitFor(() => expect(document.title).toBe("Tänään – Katve"));
    go(`/appointments/${appointment.id}`);
    await screen.findByRole("heading", { level: 1, name: "Aino K." });
    await waitFor(() => expect(document.title).toBe("Ajat – Katve"));
  });

  it("offers the next gap, which opens the booking at that time", async () => {
    await bring(device, appointmentRecord(device.member, aino, "2026-11-26", 9 * 60));
    const { user } = openScreen("/", device);
    await user.click(screen.getByRole("link", { name: "9.45 Vapaa" }));
    expect(await screen.findByRole("button", { name: "Varaa to 26.11. klo 9.45" })).toBeDefined();
  });

  it("puts the coming times under their days", async () => {
    await bring(
      device,
      aino,
      appointmentRecord(device.member, aino, "2026-11-27", 9 * 60),
      appointmentRecord(device.member, aino, "2026-12-02", 9 * 60),
    );
    openScreen("/", device);
    expect(screen.getByText("Ei aikoja tänään")).toBeDefined();
    expect(screen.getByRole("heading", { level: 3, name: "Huomenna" })).toBeDefined();
    expect(screen.getByRole("heading", { level: 3, name: "Keskiviikko 2.12." })).toBeDefined();
  });

  it("leaves a cancelled time out", async () => {
    await bring(
      device,
      appointmentRecord(device.member, null, "2026-11-26", 600, {
        fields: { status: "cancelled" },
      }),
    );
    openScreen("/", device);
    expect(screen.getByText("Ei aikoja tänään")).toBeDefined();
  });

  it("lists what waits for a person, and leads there", async () => {
    const appointment = appointmentRecord(device.member, aino, "2026-11-26", 10 * 60);
    await bring(
      device,
      aino,
      appointment,
      conflictRecord(appointment, "note", "a", "b", device.member, thursdayMorning),
    );
    const { user, path } = openScreen("/", device);
    const waiting = screen.getByRole("region", { name: "Odottaa sinua" });
    await user.click(within(waiting).getByRole("link", { name: "1 asia katsottavana" }));
    expect(path()).toBe("/conflicts");
    expect(await screen.findByRole("button", { name: "Aino K.: lisätiedot" })).toBeDefined();
  });

  it("speaks of several differing entries as of several", async () => {
    const appointment = appointmentRecord(device.member, aino, "2026-11-26", 10 * 60);
    const made = (field: string) =>
      conflictRecord(appointment, field, "a", "b", device.member, thursdayMorning);
    await bring(device, aino, appointment, made("note"));
    openScreen("/", device);
    expect(screen.getByText(/^Kaksi ihmistä muutti samaa tietoa/)).toBeDefined();
    await bring(device, made("language"));
    expect(await screen.findByText("2 asiaa katsottavana")).toBeDefined();
    expect(screen.getByText(/^Samoja tietoja muutettiin yhtä aikaa/)).toBeDefined();
  });

  it("counts what was refused", async () => {
    const { store } = device;
    await bring(device, aino);
    const sight = store.ledger.sightOf(aino.id);
    if (sight === null) throw new Error("the client is there");
    await store.write([{ verb: "set", sight, field: "phone", value: "+358401234567" }]);
    const [op] = store.exchange.unsent();
    if (op === undefined) throw new Error("the edit is there");
    openScreen("/", device);
    await store.exchange.takeHeader({
      fates: new Map([[op.id, { refused: "edit.not_allowed" }]]),
      scopes: store.ledger.scopes(),
      echo: [],
    });
    expect(await screen.findByRole("link", { name: "1 muutos ei mennyt perille" })).toBeDefined();
  });

  it("says that the clock is off as soon as an exchange finds it, and where it is set: nowhere in the program", async () => {
    openScreen("/", device);
    const note = (clockAheadMs: number) =>
      device.store.exchange.noteComplete({
        at: thursdayMorning,
        endpointAt: thursdayMorning,
        clockAheadMs,
      });
    await note(2 * minuteMs);
    expect(screen.queryByText(/^Laitteen kello/)).toBeNull();
    await note(-13 * minuteMs);
    expect(await screen.findByText("Laitteen kello on 13 min jäljessä")).toBeDefined();
    expect(
      screen.getByText(/^Aseta päivämäärä ja kellonaika automaattisiksi laitteen omissa/),
    ).toBeDefined();
    expect(screen.queryByRole("link", { name: /kello/ })).toBeNull();
    await note(0);
    await waitFor(() => expect(screen.queryByText(/^Laitteen kello/)).toBeNull());
  });

  it("marks a time that has not been sent", async () => {
    const { user } = openScreen("/book", device);
    await user.type(await screen.findByRole("combobox", { name: "Kenelle" }), "Veikko");
    await user.click(screen.getByRole("button", { name: /^Varaa to/ }));
    const row = (await screen.findByRole("link", { name: "9.00 Veikko" })).closest("li");
    expect(row?.textContent).toContain("lähettämättä");
  });
});

describe("how the exchange stands", () => {
  const markComplete = () =>
    device.store.exchange.noteComplete({
      at: addMs(thursdayMorning, 1.7 * hourMs),
      endpointAt: thursdayMorning,
      clockAheadMs: 0,
    });
  const writeTwice = async () => {
    await bring(device, aino);
    for (const value of ["+358401234567", "+358401234568"]) {
      const sight = device.store.ledger.sightOf(aino.id);
      if (sight !== null) {
        await device.store.write([{ verb: "set", sight, field: "phone", value }]);
      }
    }
  };

  it("is said with the time when everything has gone out", async () => {
    await markComplete();
    openScreen("/", device);
    expect(screen.getByText("Kaikki lähetetty 10.42")).toBeDefined();
  });

  it.each([
    [{ kind: "waiting", reason: "network.offline", retryAt: thursdayMorning }, "ei yhteyttä"],
    [
      { kind: "waiting", reason: "network.not_katve", retryAt: thursdayMorning },
      "verkko vaatii kirjautumisen",
    ],
    [
      { kind: "waiting", reason: "endpoint.defect", retryAt: thursdayMorning },
      "palvelimella on vika",
    ],
    [{ kind: "stopped", reason: "device.revoked" }, "laite on poistettu käytöstä"],
    [{ kind: "stopped", reason: "protocol.too_old" }, "ohjelma pitää päivittää"],
  ] as const)("is said with count and reason: %o", async (status, reason) => {
    await writeTwice();
    const { setStatus } = openScreen("/", device);
    setStatus(status);
    expect(screen.getByText(`2 lähettämättä – ${reason}`)).toBeDefined();
  });

  it("is said while it runs, before it starts, and without anything to send", async () => {
    const { setStatus } = openScreen("/", device);
    expect(screen.getByText("Ei lähetettävää")).toBeDefined();
    setStatus({ kind: "exchanging" });
    expect(screen.getByText("Päivitetään…")).toBeDefined();
    await writeTwice();
    expect(screen.getByText("Lähetetään…")).toBeDefined();
    setStatus({ kind: "settled" });
    expect(screen.getByText("2 lähettämättä – lähetetään pian")).toBeDefined();
  });

  it("tells the age of what is shown when only fetching fails", async () => {
    await markComplete();
    const { setStatus } = openScreen("/", device);
    setStatus({ kind: "waiting", reason: "network.offline", retryAt: thursdayMorning });
    expect(screen.getByText("Ei yhteyttä – tiedot 10.42")).toBeDefined();
  });

  it("does not call everything sent while something was refused, and leads to it", async () => {
    await writeTwice();
    await markComplete();
    const { store } = device;
    const { user, path } = openScreen("/", device);
    const [first, second] = store.exchange.unsent();
    if (first === undefined || second === undefined) throw new Error("two edits wait");
    const answer = (op: typeof first, fate: "stands" | { refused: "edit.not_allowed" }) =>
      store.exchange.takeHeader({
        fates: new Map([[op.id, fate]]),
        scopes: store.ledger.scopes(),
        echo: [],
      });
    await answer(first, { refused: "edit.not_allowed" });
    expect(await screen.findByText("1 lähettämättä – lähetetään pian")).toBeDefined();
    await answer(second, "stands");
    expect(await screen.findByText("1 ei mennyt perille, muut lähetetty 10.42")).toBeDefined();
    expect(screen.queryByRole("button", { name: "Yritä nyt" })).toBeNull();
    await user.click(screen.getByRole("link", { name: "Katso" }));
    expect(path()).toBe("/tray");
  });

  it("tries at once when a person asks", async () => {
    const { user, setStatus, tries } = openScreen("/", device);
    setStatus({ kind: "waiting", reason: "network.offline", retryAt: thursdayMorning });
    await user.click(screen.getByRole("button", { name: "Yritä nyt" }));
    await waitFor(() => expect(tries()).toBe(1));
  });

  it("does not offer to try again on a revoked device", async () => {
    const { setStatus } = openScreen("/", device);
    setStatus({ kind: "waiting", reason: "network.offline", retryAt: thursdayMorning });
    expect(screen.getByRole("button", { name: "Yritä nyt" })).toBeDefined();
    setStatus({ kind: "stopped", reason: "device.revoked" });
    await waitFor(() => expect(screen.queryByRole("button", { name: "Yritä nyt" })).toBeNull());
  });
});
