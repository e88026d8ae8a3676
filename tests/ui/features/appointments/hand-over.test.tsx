import { screen, waitFor } from "@solidjs/testing-library";
import ICAL from "ical.js";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { addMs, hourMs } from "#domain/instant.ts";
import type { Slot } from "#domain/times/slot.ts";
import type { RecordState } from "#domain/record.ts";
import type { HandOver } from "#features/parts/screen/file-hand-over.ts";
import { createToasts } from "#ui/toasts.ts";
import type { TestDevice } from "../../../support/device.ts";
import { expectOk } from "../../../support/result.ts";
import { bring } from "../../../support/ui/device.ts";
import {
  appointmentRecord,
  changedBy,
  conflictRecord,
  kuhmoPlace,
  promised,
} from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";
import { aino, colleague, openSharedAppointment } from "../../../support/ui/shared-appointment.ts";

let device: TestDevice;
let appointment: RecordState;
beforeEach(async () => {
  ({ device, appointment } = await openSharedAppointment("Tulkki tilattu."));
});

/** A phone whose share sheet ends as `outcome` says; without one it has none. */
const open = (outcome: Awaited<ReturnType<HandOver["share"]>> | null = null) => {
  const files: File[] = [];
  const handOver: HandOver = {
    canShare: () => outcome !== null,
    share: async (file) => {
      files.push(file);
      return outcome ?? "refused";
    },
    save: (file) => files.push(file),
  };
  const path = `/appointments/${appointment.id}/hand-over`;
  return { ...openScreen(path, device, undefined, undefined, handOver), files };
};
const take = async (
  { user, files, close } = open(),
): Promise<{ file: File; text: string; entry: ICAL.Component }> => {
  await user.click(screen.getByRole("button", { name: "Tallenna kalenteritiedosto" }));
  close();
  const [file] = files;
  if (file === undefined) throw new Error("no file");
  const text = await file.text();
  const entry = ICAL.Component.fromString(text).getFirstSubcomponent("vevent");
  if (entry === null) throw new Error("no event");
  return { file, text, entry };
};
const takeValues = async (opened = open()) => {
  const { entry } = await take(opened);
  const value = (name: string) => entry.getFirstPropertyValue(name);
  return {
    uid: value("uid"),
    sequence: Number(value("sequence")),
    status: value("status"),
    summary: value("summary"),
    start: String(value("dtstart")),
  };
};
const slot = () => appointment.fields["slot"] as unknown as Slot;
const set = async (field: string, value: never) => {
  const sight = device.store.ledger.sightOf(appointment.id);
  if (sight === null) throw new Error("the record is not there");
  expectOk(await device.store.write([{ verb: "set", sight, field, value }]));
};

describe("handing a time over", () => {
  it("is one press from the appointment's page", async () => {
    const { user, path } = openScreen(`/appointments/${appointment.id}`, device);
    await user.click(screen.getByRole("link", { name: "Anna aika mukaan" }));
    expect(path()).toBe(`/appointments/${appointment.id}/hand-over`);
    expect(
      await screen.findByRole("heading", { level: 1, name: "Anna aika mukaan" }),
    ).toBeDefined();
  });

  it("puts messages away that name the client, and shows none until the screen is turned back", async () => {
    const toasts = createToasts();
    const { user } = openScreen(`/appointments/${appointment.id}`, device, undefined, { toasts });
    toasts.show({ text: "Tallennettu: Aino K." });
    await user.click(screen.getByRole("link", { name: "Anna aika mukaan" }));
    await screen.findByRole("img", { name: /QR-koodi|kalenteriin/ });
    toasts.show({ text: "Ei tallennettu: Aino K." });
    expect(document.body.textContent).not.toContain("Aino K.");
    await user.click(screen.getByRole("link", { name: "Ajan tiedot" }));
    expect(await screen.findByText("Ei tallennettu: Aino K.")).toBeDefined();
    expect(screen.queryByText("Tallennettu: Aino K.")).toBeNull();
  });

  it("leads the client to the room, or says how they are in touch", async () => {
    const rooms = { r1: { name: "Huone 1", private: true } };
    await bring(device, changedBy(kuhmoPlace, { rooms }));
    await set("slot", { ...slot(), room: "r1" } as never);
    const { close } = open();
    expect(await screen.findByText("Kuhmon kaupungin työpaja, Huone 1")).toBeDefined();
    close();
    await set("channel", "online" as never);
    const online = open();
    expect(await screen.findByText("Verkossa")).toBeDefined();
    online.close();
    await set("channel", "email" as never);
    const byEmail = open();
    expect(await screen.findByText("Sinulle kirjoittaa: Aino Esimerkki")).toBeDefined();
    expect(screen.queryByText(/^Tapaat/)).toBeNull();
    byEmail.close();
    await set("channel", "phone" as never);
    open();
    expect(await screen.findByText("Sinulle soittaa: Aino Esimerkki")).toBeDefined();
    expect(screen.queryByText(/^Tapaat/)).toBeNull();
  });

  it("shows the day, the time, the place and the adviser, and nothing of the client", async () => {
    const opened = open();
    expect(screen.getByText("Torstai 26.11.")).toBeDefined();
    expect(screen.getByText("klo 10.00–10.45")).toBeDefined();
    expect(screen.getByText("Kuhmon kaupungin työpaja")).toBeDefined();
    expect(screen.getByText("Tapaat: Aino Esimerkki")).toBeDefined();
    expect(document.body.textContent).not.toMatch(/Aino K\.|040|Tulkki/);
    const { text } = await take(opened);
    expect(text).not.toMatch(/Aino K\.|358|Tulkki|koulutus/i);
  });

  it("says in words what the code holds, for who cannot see it", () => {
    open();
    expect(
      screen.getByRole("img", {
        name: /kalenteriin: Alustava aika.*, Torstai 26\.11\., klo 10\.00–10\.45, Kuhmon kaupungin työpaja/,
      }),
    ).toBeDefined();
  });

  it("speaks the client's language to the client, and the adviser's to the adviser", async () => {
    await bring(device, {
      ...appointment,
      ver: 2,
      fields: { ...appointment.fields, language: "sv" },
    });
    const opened = open();
    expect(screen.getByRole("button", { name: "Tulosta lappu" })).toBeDefined();
    expect(
      screen.getByText("Du träffar: Aino Esimerkki").closest("[lang]")?.getAttribute("lang"),
    ).toBe("sv");
    const { entry, file } = await take(opened);
    expect(entry.getFirstPropertyValue("summary")).toBe("Preliminärt: avtalat möte");
    expect(file.name).toBe("tid-2026-11-26.ics");
  });

  it("says of a call that it is one", async () => {
    await set("channel", "phone" as never);
    open();
    expect(screen.getByText("Puhelimitse")).toBeDefined();
  });

  it("gives a file to the share sheet where there is one, and says when that failed", async () => {
    const { user, files } = open("refused");
    await user.click(screen.getByRole("button", { name: "Jaa kalenteritiedosto" }));
    expect(files[0]?.type).toBe("text/calendar");
    expect(files[0]?.name).toBe("aika-2026-11-26.ics");
    expect(await screen.findByText(/Jakaminen ei onnistunut/)).toBeDefined();
  });

  it("says that unsaved changes are not part of it", async () => {
    const { user, close } = openScreen(`/appointments/${appointment.id}`, device);
    await user.click(screen.getByRole("radio", { name: "14.00" }));
    close();
    open();
    expect(screen.getByText("Ajassa on tallentamattomia muutoksia")).toBeDefined();
    expect(screen.getByText("klo 10.00–10.45")).toBeDefined();
  });

  it("says clearly when there is no such time", () => {
    openScreen("/appointments/nobody-knows-this-one1/hand-over", device);
    expect(screen.getByRole("heading", { name: "Tätä aikaa ei löydy" })).toBeDefined();
  });
});

describe("how certain a time is", () => {
  it("is said before it is handed over, and in the event", async () => {
    const opened = open();
    expect(screen.getByText("Aikaa ei ole vielä vahvistettu")).toBeDefined();
    expect(screen.getByText("Alustava aika, voi vielä muuttua")).toBeDefined();
    expect(await takeValues(opened)).toMatchObject({ status: "TENTATIVE" });
  });

  it("needs no words when it is confirmed", async () => {
    await bring(device, { ...promised(appointment, "held"), ver: 2 });
    const opened = open();
    expect(screen.queryByText("Aikaa ei ole vielä vahvistettu")).toBeNull();
    expect(await takeValues(opened)).toMatchObject({
      status: "CONFIRMED",
      summary: "Sovittu tapaaminen",
    });
  });

  it("is tentative when it clashes, and one is told to move it, without another client's name", async () => {
    const other = promised(appointmentRecord(device.member, aino, "2026-11-26", 10 * 60), "held");
    await bring(device, { ...promised(appointment, "clash", other), ver: 2 }, other);
    const opened = open();
    expect(screen.getByText("Aika on päällekkäin toisen kanssa")).toBeDefined();
    expect(screen.queryByText(/Aino K\./)).toBeNull();
    expect(await takeValues(opened)).toMatchObject({ status: "TENTATIVE" });
  });

  it("is tentative when two different times were agreed, though one of them is held", async () => {
    const held = { ...promised(appointment, "held"), ver: 2 };
    await bring(
      device,
      held,
      conflictRecord(held, "slot", slot(), slot(), colleague, slot().start),
    );
    const opened = open();
    expect(screen.getByText("Tästä sovittiin kaksi eri aikaa tai paikkaa")).toBeDefined();
    expect(await takeValues(opened)).toMatchObject({ status: "TENTATIVE" });
  });
});

describe("the event that was handed over before", () => {
  it("is updated when the time moves, is cancelled and comes back: one name, rising numbers", async () => {
    const first = await takeValues();
    const later = {
      ...slot(),
      start: addMs(slot().start, hourMs),
      end: addMs(slot().end, hourMs),
    };
    await set("slot", later as never);
    const moved = await takeValues();
    await set("status", "cancelled" as never);
    const cancelled = await takeValues();
    await set("status", "booked" as never);
    const back = await takeValues();
    const all = [first, moved, cancelled, back];
    expect(new Set(all.map(({ uid }) => uid))).toEqual(
      new Set([`${appointment.id}@appointment.katve`]),
    );
    expect(all.map(({ sequence }) => sequence)).toEqual([16, 32, 48, 64]);
    expect(moved.start).toBe("2026-11-26T11:00:00");
    expect(cancelled).toMatchObject({
      status: "CANCELLED",
      summary: "Peruttu: sovittu tapaaminen",
    });
    expect(back).toMatchObject({ status: "TENTATIVE" });
  });

  it("gets a higher number when its place is renamed, and keeps it", async () => {
    const first = await takeValues();
    await waitFor(() =>
      expect(device.store.drafts.read(`handed.${appointment.id}`)).not.toBeNull(),
    );
    await bring(device, { ...kuhmoPlace, ver: 2, fields: { name: "Kuhmon uusi työpaja" } });
    const renamed = await takeValues();
    expect([first.sequence, renamed.sequence]).toEqual([16, 17]);
    expect((await takeValues()).sequence).toBe(17);
  });

  it("never gets a lower number, also when what was written on the device is refused", async () => {
    await set("status", "cancelled" as never);
    expect((await takeValues()).sequence).toBe(32);
    const [op] = device.store.exchange.unsent();
    if (op === undefined) throw new Error("nothing was written");
    expectOk(
      await device.store.exchange.takeHeader({
        fates: new Map([[op.id, { refused: "edit.not_allowed" }]]),
        scopes: device.store.ledger.scopes(),
        echo: [],
      }),
    );
    expect(await takeValues()).toMatchObject({ sequence: 33, status: "TENTATIVE" });
  });
});

describe("the screen", () => {
  it("is kept awake while the code is shown, and let go afterwards", async () => {
    const release = vi.fn(async () => undefined);
    const request = vi.fn(async () => ({ release }));
    Object.defineProperty(navigator, "wakeLock", { value: { request }, configurable: true });
    onTestFinished(() => void Reflect.deleteProperty(navigator, "wakeLock"));
    const { close } = open();
    await waitFor(() => expect(request).toHaveBeenCalledWith("screen"));
    document.dispatchEvent(new Event("visibilitychange"));
    expect(request).toHaveBeenCalledTimes(2);
    close();
    await waitFor(() => expect(release).toHaveBeenCalled());
  });

  it("dims as ever where the platform refuses to keep it awake", async () => {
    const request = vi.fn(async () => {
      throw new DOMException("the battery is low", "NotAllowedError");
    });
    Object.defineProperty(navigator, "wakeLock", { value: { request }, configurable: true });
    onTestFinished(() => void Reflect.deleteProperty(navigator, "wakeLock"));
    const { close } = open();
    await waitFor(() => expect(request).toHaveBeenCalled());
    expect(screen.getByRole("img", { name: /QR-koodi/ })).toBeDefined();
    close();
  });
});
