import { screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import { makeDeviceId, type RecordId } from "#domain/ids.ts";
import { addMs, type LocalDate, minuteMs } from "#domain/instant.ts";
import { allotmentKind } from "#domain/kinds/allotment.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { fromLocal } from "#domain/local-time.ts";
import type { RecordState } from "#domain/record.ts";
import type { TestDevice } from "../../../support/device.ts";
import { makeSeededChance } from "../../../support/platform.ts";
import { expectOk } from "../../../support/result.ts";
import { bring, enrolAdviser } from "../../../support/ui/device.ts";
import {
  allotmentRecord,
  appointmentRecord,
  clientRecord,
  kuhmoPlace,
  promised,
} from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";

const aino = clientRecord("Aino K.");
const thursday = "2026-11-26";
const at = (minute: number) => fromLocal(thursday as LocalDate, minute);
let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
});

const allotments = () => [...device.store.ledger.all(allotmentKind).values()];
const held = (from: number, to: number, more: Partial<{ holder: string; label: string }> = {}) =>
  promised(
    allotmentRecord(device.member, more.holder ?? device.store.identity.device, thursday, {
      from,
      to,
      label: more.label ?? "Asema",
    }),
    "held",
  );
const bookings = () => [...device.store.ledger.all(appointmentKind).values()];

describe("holding times", () => {
  it("takes two presses from the day: the rest of today, around what is booked", async () => {
    await bring(device, aino, appointmentRecord(device.member, aino, thursday, 12 * 60));
    const { user } = openScreen("/", device);
    await user.click(screen.getByRole("link", { name: "Varaa aikoja pisteelle tai tapahtumaan" }));
    const free = "to 26.11. klo 9.00–12.00 ja 12.45–17.00";
    await user.click(await screen.findByRole("button", { name: `Varaa ${free}` }));
    expect(await screen.findByText(`Ajat varattu laitteelle: ${free}`)).toBeDefined();
    expect(allotments().map(({ values }) => [values.slot.start, values.slot.end])).toEqual([
      [at(9 * 60), at(12 * 60)],
      [at(12 * 60 + 45), at(17 * 60)],
    ]);
    expect(new Set(allotments().map(({ values }) => values.holder))).toEqual(
      new Set([device.store.identity.device]),
    );
    // They guarantee nothing before the endpoint has held them.
    const list = screen.getByRole("list", { name: "Laitteelle varatut ajat" });
    expect(within(list).getAllByText("odottaa vahvistusta")).toHaveLength(2);
    await user.click(screen.getByRole("button", { name: "Kumoa" }));
    await waitFor(() => expect(allotments()).toHaveLength(0));
  });

  it("takes one to the row of what was held, which says that it waits, and stays there once it is confirmed", async () => {
    await bring(device, aino, appointmentRecord(device.member, aino, thursday, 12 * 60));
    const { user } = openScreen("/hold", device);
    await user.click(await screen.findByRole("button", { name: /^Varaa to/ }));
    const news = await screen.findByText(/^Varattu nyt\. Odottaa vielä vahvistusta/);
    const focused = document.activeElement;
    expect(focused?.contains(news)).toBe(true);
    expect(news.closest("li")?.textContent).toContain("9.00–12.00");
    const [first] = allotments();
    const state = device.store.ledger.shown(first?.id as RecordId);
    if (state === null) throw new Error("the times are there");
    const { store } = device;
    const fates = new Map(store.exchange.unsent().map(({ id }) => [id, "stands"] as const));
    const echo = [{ state: { ...promised(state, "held"), ver: 2 }, scopes: [device.team] }];
    expectOk(await store.exchange.takeHeader({ fates, scopes: store.ledger.scopes(), echo }));
    expect(screen.getByText("Varattu nyt ja vahvistettu.")).toBe(news);
    expect(document.activeElement).toBe(focused);
  });

  it("offers no hours where none are free, and says why when pressed", async () => {
    await bring(device, held(8 * 60, 17 * 60));
    const { user } = openScreen("/hold", device);
    await user.click(screen.getByRole("button", { name: "Varaa ajat" }));
    const from = screen.getByRole("textbox", { name: "Alkaa" });
    expect(from.getAttribute("aria-invalid")).toBe("true");
    expect(allotments()).toHaveLength(1);
  });

  it("names what is wrong beside the field", async () => {
    const { user } = openScreen("/hold", device);
    const to = screen.getByRole("textbox", { name: "Päättyy" });
    await user.clear(to);
    await user.type(to, "8.00");
    await user.click(screen.getByRole("button", { name: "Varaa ajat" }));
    expect(to.getAttribute("aria-invalid")).toBe("true");
    expect(allotments()).toHaveLength(0);
  });

  it("ends by giving the times back, at once for the own device's, and that can be undone", async () => {
    await bring(device, held(12 * 60, 14 * 60));
    const { user } = openScreen("/hold", device);
    expect(
      screen.getByText("to 26.11. klo 12.00–14.00 · Kuhmon kaupungin työpaja · 4 aikaa vapaana"),
    ).toBeDefined();
    await user.click(screen.getByRole("button", { name: /^Vapauta Asema to 26/ }));
    expect(
      await screen.findByText(/^Ajat vapautettu kaikille: to 26\.11\. klo 12\.00–14\.00\./),
    ).toBeDefined();
    expect(allotments()[0]?.values.status).toBe("returned");
    expect(screen.queryByRole("list", { name: "Laitteelle varatut ajat" })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
    await user.click(screen.getByRole("button", { name: "Kumoa" }));
    expect(await screen.findByText("Ajat on taas varattu laitteelle.")).toBeDefined();
    expect(allotments()[0]?.values.status).toBe("open");
    expect(screen.getByRole("button", { name: /^Vapauta Asema to 26/ })).toBeDefined();
  });

  it("are told apart by when they are where nobody wrote what for", async () => {
    await bring(
      device,
      held(12 * 60, 14 * 60, { label: "" }),
      held(15 * 60, 16 * 60, { label: "" }),
    );
    openScreen("/hold", device);
    const names = screen
      .getAllByRole("button", { name: /^Vapauta to / })
      .map((one) => one.querySelector(".visually-hidden")?.textContent);
    expect(names).toEqual([
      "Vapauta to 26.11. klo 12.00–14.00",
      "Vapauta to 26.11. klo 15.00–16.00",
    ]);
    expect(screen.getByText("to 26.11. klo 15.00–16.00")).toBeDefined();
  });

  it("gives everything of the own device back with one press", async () => {
    await bring(device, held(12 * 60, 14 * 60), held(15 * 60, 16 * 60));
    const { user } = openScreen("/hold", device);
    await user.click(screen.getByRole("button", { name: "Vapauta kaikki" }));
    await waitFor(() =>
      expect(allotments().map(({ values }) => values.status)).toEqual(["returned", "returned"]),
    );
    // Somebody has deleted one meanwhile: undo brings back the other and nothing else.
    const [gone] = allotments();
    const sight = gone === undefined ? null : device.store.ledger.sightOf(gone.id);
    if (sight === null) throw new Error("it is there");
    await device.store.write([{ verb: "del", sight }]);
    await user.click(screen.getByRole("button", { name: "Kumoa" }));
    await waitFor(() => expect(allotments().map(({ values }) => values.status)).toEqual(["open"]));
  });

  it("asks before giving another device's times back", async () => {
    const holder = makeDeviceId(makeSeededChance(7));
    await bring(device, held(12 * 60, 14 * 60, { holder }));
    const { user } = openScreen("/hold", device);
    await user.click(screen.getByRole("button", { name: /^Vapauta Asema to 26/ }));
    const dialog = await screen.findByRole("alertdialog");
    expect(allotments()[0]?.values.status).toBe("open");
    await user.click(within(dialog).getByRole("button", { name: "Vapauta" }));
    await waitFor(() => expect(allotments()[0]?.values.status).toBe("returned"));
  });
});

describe("booking from held times", () => {
  it("starts from the next held time, says that it is guaranteed, and names the allotment", async () => {
    const stand: RecordState = held(12 * 60, 14 * 60);
    await bring(device, stand);
    const { user } = openScreen("/book", device);
    const time = await screen.findByRole("radio", { name: "12.00, taattu" });
    expect((time as HTMLInputElement).checked).toBe(true);
    expect(screen.getByText(/^Aika on taattu/)).toBeDefined();
    await user.type(screen.getByRole("combobox", { name: /Kenelle/ }), "Saima");
    await user.click(screen.getByRole("button", { name: "Varaa to 26.11. klo 12.00" }));
    expect(await screen.findByText(/^Aika varattu/)).toBeDefined();
    const [booked] = bookings();
    expect(booked?.values.slot).toMatchObject({
      start: at(12 * 60),
      end: at(12 * 60 + 30),
      allotment: stand.id,
    });
    // Without a network it is certain all the same.
    const list = await screen.findByRole("list", { name: "Tämän päivän ajat" });
    expect(within(list).getByText("taattu")).toBeDefined();
    expect(screen.getByText("Asema · 3 aikaa vapaana")).toBeDefined();
    expect(screen.getByRole("link", { name: "Laitteelle varatut ajat" })).toBeDefined();
  });

  it("takes the length and the place of a held time of another day", async () => {
    const stand = allotmentRecord(device.member, device.store.identity.device, "2026-11-27", {
      from: 12 * 60,
      to: 13 * 60,
      label: "Asema",
    });
    await bring(device, promised(stand, "held"));
    const { user } = openScreen("/book", device);
    await user.click(await screen.findByRole("radio", { name: /^huomenna/ }));
    // Each is as long as the times of its allotment: the last one too.
    await user.click(await screen.findByRole("radio", { name: "12.30, taattu" }));
    expect(screen.getByText(/^Aika on taattu/)).toBeDefined();
    await user.type(screen.getByRole("combobox", { name: /Kenelle/ }), "Saima");
    await user.click(screen.getByRole("button", { name: "Varaa pe 27.11. klo 12.30" }));
    expect(await screen.findByText(/^Aika varattu/)).toBeDefined();
    const start = fromLocal("2026-11-27" as LocalDate, 12 * 60 + 30);
    expect(bookings()[0]?.values.slot).toMatchObject({
      start,
      end: addMs(start, 30 * minuteMs),
      place: kuhmoPlace.id,
      allotment: stand.id,
    });
  });

  it("starts from a held time of a coming day as long as that is, and not into the next one", async () => {
    const friday = "2026-11-27";
    const holder = device.store.identity.device;
    const times = { from: 8 * 60, to: 9 * 60, label: "Asema" };
    const clock = { now: () => at(17 * 60) };
    const stand = allotmentRecord(device.member, holder, friday, times);
    await bring(device, promised(stand, "held"));
    const { user } = openScreen("/book", { ...device, platform: { clock } });
    await user.type(await screen.findByRole("combobox", { name: /Kenelle/ }), "Saima");
    await user.click(screen.getByRole("button", { name: "Varaa pe 27.11. klo 8.00" }));
    await screen.findByText(/^Aika varattu/);
    const start = fromLocal(friday as LocalDate, 8 * 60);
    const booked = bookings().find(({ values }) => values.slot.start === start)?.values.slot;
    expect(booked).toMatchObject({ end: addMs(start, 30 * minuteMs), allotment: stand.id });
  });

  it("takes them also where the time was chosen before the form opened", async () => {
    await bring(device, held(12 * 60, 13 * 60));
    const { user } = openScreen(`/book?date=${thursday}&minute=750`, device);
    await user.type(await screen.findByRole("combobox", { name: /Kenelle/ }), "Saima");
    await user.click(screen.getByRole("button", { name: "Varaa to 26.11. klo 12.30" }));
    await screen.findByText(/^Aika varattu/);
    expect(bookings()[0]?.values.slot).toMatchObject({ end: at(13 * 60), place: kuhmoPlace.id });
  });

  it("leaves what was given out guaranteed when the rest is given back, until the endpoint says otherwise", async () => {
    const stand: RecordState = held(12 * 60, 14 * 60);
    await bring(device, stand);
    const { user, go } = openScreen("/book", device);
    await user.type(screen.getByRole("combobox", { name: /Kenelle/ }), "Saima");
    await user.click(screen.getByRole("button", { name: "Varaa to 26.11. klo 12.00" }));
    await screen.findByText(/^Aika varattu/);
    go("/hold");
    await user.click(await screen.findByRole("button", { name: /^Vapauta Asema to 26/ }));
    await screen.findByText(/^Ajat vapautettu/);
    go("/");
    const list = () => screen.findByRole("list", { name: "Tämän päivän ajat" });
    expect(within(await list()).getByText("taattu")).toBeDefined();
    // Somebody else gave the times back: the endpoint has not heard of the booking and may give the time away.
    await bring(device, { ...stand, ver: 2, fields: { ...stand.fields, status: "returned" } });
    await waitFor(async () => expect(within(await list()).getByText("alustava")).toBeDefined());
  });

  it("gives no held time twice, and nothing of what is outside is guaranteed", async () => {
    const stand: RecordState = held(12 * 60, 13 * 60);
    const given = appointmentRecord(device.member, aino, thursday, 12 * 60, { minutes: 30 });
    const slot = { ...(given.fields["slot"] as object), allotment: stand.id };
    await bring(device, aino, stand, { ...given, fields: { ...given.fields, slot } });
    openScreen("/book", device);
    const checked = await screen.findByRole("radio", { name: "12.30, taattu" });
    expect((checked as HTMLInputElement).checked).toBe(true);
    expect(screen.getByRole("radio", { name: /^12\.00, varattu/ })).toBeDefined();
    expect(screen.getByRole("radio", { name: "13.00" })).toBeDefined();
  });

  it("warns of a time that another device holds, and books it as an ordinary one", async () => {
    const holder = makeDeviceId(makeSeededChance(7));
    await bring(device, held(12 * 60, 14 * 60, { holder, label: "Messut" }));
    const { user } = openScreen(`/book?date=${thursday}&minute=720`, device);
    expect(
      await screen.findByRole("radio", { name: "12.00, varattu toiselle laitteelle: Messut" }),
    ).toBeDefined();
    expect(screen.getByText("Tämä aika on varattu toiselle laitteelle")).toBeDefined();
    await user.type(screen.getByRole("combobox", { name: /Kenelle/ }), "Saima");
    await user.click(screen.getByRole("button", { name: "Varaa to 26.11. klo 12.00" }));
    await waitFor(() => expect(bookings()).toHaveLength(1));
    expect(bookings()[0]?.values.slot).not.toHaveProperty("allotment");
  });

  it("warns of a time that fits only in part into what the device itself holds", async () => {
    await bring(device, held(12 * 60, 14 * 60));
    openScreen(`/book?date=${thursday}&minute=705`, device);
    expect(
      await screen.findByRole("radio", {
        name: "11.45, osuu laitteelle varattuihin aikoihin: Asema",
      }),
    ).toBeDefined();
    expect(screen.getByText("Tämä aika osuu osaksi laitteelle varattuihin aikoihin")).toBeDefined();
    expect(screen.getByRole("radio", { name: "13.00, taattu" })).toBeDefined();
    expect(screen.getByRole("radio", { name: "14.00" })).toBeDefined();
  });

  it("starts after what another device holds", async () => {
    const holder = makeDeviceId(makeSeededChance(7));
    await bring(device, held(9 * 60, 11 * 60 + 15, { holder }));
    openScreen("/book", device);
    const checked = await screen.findByRole("radio", { name: "11.15" });
    expect((checked as HTMLInputElement).checked).toBe(true);
  });

  it("keeps the allotment when a booking is moved inside it, and leaves it outside", async () => {
    const stand: RecordState = held(12 * 60, 14 * 60);
    const given = appointmentRecord(device.member, aino, thursday, 12 * 60, { minutes: 30 });
    const slot = { ...(given.fields["slot"] as object), allotment: stand.id };
    await bring(device, aino, stand, { ...given, fields: { ...given.fields, slot } });
    const { user } = openScreen(`/appointments/${given.id}`, device);
    for (const [time, allotment] of [
      ["13.00, taattu", stand.id],
      ["15.00", undefined],
    ] as const) {
      await user.click(await screen.findByRole("radio", { name: time }));
      await user.click(screen.getByRole("button", { name: "Tallenna muutokset" }));
      await waitFor(() => expect(bookings()[0]?.values.slot.allotment).toBe(allotment));
    }
  });
});
