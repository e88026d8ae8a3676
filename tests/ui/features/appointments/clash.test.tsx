import { screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import { fromLocal } from "#domain/local-time.ts";
import type { LocalDate } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import type { RecordState } from "#domain/record.ts";
import type { TestDevice } from "../../../support/device.ts";
import { makeTestClock } from "../../../support/platform.ts";
import { bring, enrolAdviser } from "../../../support/ui/device.ts";
import {
  adviserState,
  allotmentRecord,
  appointmentRecord,
  areaState,
  changedBy,
  clientRecord,
  kajaaniPlace,
  kuhmoPlace,
  promised,
} from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";

const aino = clientRecord("Aino K.");
const pekka = clientRecord("Pekka P.");
const colleague = "colleague-colleague-12" as never;
const thursday = "2026-11-26";
const at = (minute: number) => fromLocal(thursday as LocalDate, minute);
let device: TestDevice;
let held: RecordState;
let clash: RecordState;

beforeEach(async () => {
  device = await enrolAdviser();
  const first = appointmentRecord(device.member, aino, thursday, 10 * 60);
  const second = appointmentRecord(device.member, pekka, thursday, 10 * 60 + 15);
  held = promised(first, "held", second);
  clash = promised(second, "clash", first);
  await bring(device, aino, pekka, held, clash);
});

const slotNow = () => device.store.ledger.get(appointmentKind, clash.id)?.values.slot;

describe("two bookings at one time", () => {
  it("are told in words in the list, and counted among what waits on the start page", async () => {
    const { user } = openScreen("/", device);
    const list = screen.getByRole("list", { name: "Tämän päivän ajat" });
    expect(within(list).getByText("päällekkäinen aika")).toBeDefined();
    expect(within(list).getByText("kaksi varausta")).toBeDefined();
    const waiting = screen.getByRole("region", { name: "Odottaa sinua" });
    expect(within(waiting).getAllByRole("listitem")).toHaveLength(1);
    expect(
      within(waiting).getByText("torstai 26.11. klo 10.15–11.00 · Aino Esimerkki"),
    ).toBeDefined();
    await user.click(within(waiting).getByRole("link", { name: "Päällekkäinen aika: Pekka P." }));
    expect(await screen.findByRole("heading", { level: 1, name: "Pekka P." })).toBeDefined();
  });

  it("stand before the day, of many only the next two until somebody asks", async () => {
    const more = [11, 12].map((hour) => {
      const time = appointmentRecord(device.member, pekka, thursday, hour * 60);
      return promised(time, "clash", held);
    });
    await bring(device, ...more);
    const { user } = openScreen("/", device);
    const waiting = screen.getByRole("region", { name: "Odottaa sinua" });
    const list = screen.getByRole("list", { name: "Tämän päivän ajat" });
    expect(waiting.compareDocumentPosition(list)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(within(waiting).getAllByRole("listitem")).toHaveLength(2);
    await user.click(within(waiting).getByRole("button", { name: "Näytä lisää (1)" }));
    const rows = within(waiting).getAllByRole("listitem");
    expect(rows).toHaveLength(3);
    // The button is gone; whoever pressed it goes on from what it brought.
    expect(rows[2]?.contains(document.activeElement)).toBe(true);
    expect(within(waiting).queryByRole("button")).toBeNull();
  });

  it("are not moved to where the drive to the next one would not fit", async () => {
    const next = appointmentRecord(device.member, aino, thursday, 12 * 60, { place: kajaaniPlace });
    await bring(device, changedBy(areaState, { travel: { "205-290": 75 } }), next);
    openScreen(`/appointments/${clash.id}`, device);
    const group = await screen.findByRole("group", { name: "Siirrä lähimpään vapaaseen aikaan" });
    const offered = within(group)
      .getAllByRole("button")
      .map(({ textContent }) => textContent);
    expect(offered).toContain("klo 9.15");
    expect(offered).not.toContain("klo 10.45");
    expect(offered).not.toContain("klo 11.00");
  });

  it("can be parted with one press, and put back", async () => {
    const { user } = openScreen(`/appointments/${clash.id}`, device);
    expect(screen.getByText(/jo vahvistettu Aino K. klo 10.00–10.45/)).toBeDefined();
    const choices = screen.getByRole("group", { name: "Siirrä lähimpään vapaaseen aikaan" });
    expect(
      within(choices)
        .getAllByRole("button")
        .map((one) => one.textContent),
    ).toEqual(["klo 10.45", "klo 9.15", "klo 11.30", "klo 12.15"]);
    await user.click(within(choices).getByRole("button", { name: "klo 10.45" }));
    expect(await screen.findByText("Siirretty to 26.11. klo 10.45")).toBeDefined();
    expect(slotNow()).toEqual({
      start: at(10 * 60 + 45),
      end: at(11 * 60 + 30),
      place: kuhmoPlace.id,
      adviser: device.member,
    });
    // The endpoint has not answered for the new time: neither its clash nor a promise is shown.
    expect(screen.queryByText("Tämä aika on päällekkäin toisen kanssa")).toBeNull();
    expect(screen.getByText(/^Aika on alustava/)).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Kumoa" }));
    await waitFor(() => expect(slotNow()?.start).toBe(at(10 * 60 + 15)));
  });

  it("are not parted by a move to where a colleague has the room", async () => {
    const inRoom = (record: RecordState, room: string) =>
      changedBy(record, { slot: { ...(record.fields["slot"] as object), room } });
    const inAnother = inRoom(appointmentRecord(colleague, aino, thursday, 9 * 60), "r2");
    await bring(
      device,
      adviserState(colleague, "Kolmas Esimerkki"),
      changedBy(kuhmoPlace, {
        rooms: { r1: { name: "Huone 1", private: true }, r2: { name: "Aula", private: false } },
      }),
      inRoom(clash, "r1"),
      inRoom(appointmentRecord(colleague, aino, thursday, 10 * 60 + 45), "r1"),
      inAnother,
    );
    openScreen(`/appointments/${clash.id}`, device);
    const choices = screen.getByRole("group", { name: "Siirrä lähimpään vapaaseen aikaan" });
    expect(
      within(choices)
        .getAllByRole("button")
        .map((one) => one.textContent),
    ).toEqual(["klo 9.15", "klo 11.30", "klo 12.15", "klo 13.00"]);
  });

  it("are told on the page of the one that is held, which leads to the other", async () => {
    const { user } = openScreen(`/appointments/${held.id}`, device);
    expect(screen.getByText("Samaan aikaan on toinenkin varaus")).toBeDefined();
    await user.click(screen.getByRole("link", { name: "Näytä Pekka P." }));
    expect(await screen.findByRole("heading", { level: 1, name: "Pekka P." })).toBeDefined();
  });

  it("say so when the other one is not on this device", async () => {
    const { store } = device;
    const unknown = promised(clash, "clash", { ...held, id: "somewhere-else-0000001" as never });
    await bring(device, { ...unknown, ver: 2 });
    openScreen(`/appointments/${clash.id}`, device);
    expect(store.ledger.get(appointmentKind, clash.id)?.ver).toBe(2);
    expect(screen.getByText(/varaus, joka ei näy tällä laitteella/)).toBeDefined();
  });

  it("are of no concern once they are over", async () => {
    const clock = makeTestClock(at(15 * 60));
    openScreen("/", { store: device.store, platform: { clock } });
    expect(screen.queryByText("päällekkäinen aika")).toBeNull();
    expect(screen.queryByRole("region", { name: "Odottaa sinua" })).toBeNull();
  });
});

describe("a booking over times that this device holds", () => {
  it("is never moved to where it is, but beside them or wholly into them", async () => {
    const { device: holder } = device.store.identity;
    const times = { from: 13 * 60, to: 14 * 60 + 30, label: "Asema" };
    const stand = allotmentRecord(device.member, holder, thursday, times);
    const over = appointmentRecord(device.member, aino, thursday, 14 * 60 + 15);
    await bring(device, promised(stand, "held", over), promised(over, "clash", stand));
    const { user } = openScreen(`/appointments/${over.id}`, device);
    const choices = screen.getByRole("group", { name: "Siirrä lähimpään vapaaseen aikaan" });
    expect(
      within(choices)
        .getAllByRole("button")
        .map((one) => one.textContent),
    ).toEqual(["klo 14.30", "klo 13.45", "klo 15.15", "klo 13.00"]);
    await user.click(within(choices).getByRole("button", { name: "klo 13.45" }));
    expect(await screen.findByText("Siirretty to 26.11. klo 13.45")).toBeDefined();
    const moved = device.store.ledger.get(appointmentKind, over.id)?.values.slot;
    expect(moved).toMatchObject({ start: at(13 * 60 + 45), allotment: stand.id });
    expect(screen.queryByText("Tämä aika on päällekkäin toisen kanssa")).toBeNull();
  });
});

describe("an appointment that is handed to a colleague", () => {
  const title = "Ohjaajalla on toinen varaus samaan aikaan.";

  it("is held against the times of the one who is chosen", async () => {
    const handed = appointmentRecord(device.member, aino, thursday, 13 * 60);
    const booked = appointmentRecord(colleague, pekka, thursday, 13 * 60 + 30);
    const times = { from: 15 * 60, to: 16 * 60, label: "Messut" };
    const stand = allotmentRecord(colleague, "another-device-0000001", thursday, times);
    await bring(device, adviserState(colleague, "Kolmas Esimerkki"), handed, booked, stand);
    const { user } = openScreen(`/appointments/${handed.id}`, device);
    const choose = (name: string) =>
      user.selectOptions(screen.getByRole("combobox", { name: "Ohjaaja" }), name);
    expect(screen.queryByText(title)).toBeNull();
    await choose("Kolmas Esimerkki");
    expect(screen.getByText(title, { selector: ".notice-title" })).toBeDefined();
    expect(screen.getByText("Pekka P., 13.30–14.15")).toBeDefined();
    // What the first adviser has at ten is of no concern any more.
    expect(screen.getByRole("radio", { name: "10.00" })).toBeDefined();
    await user.click(screen.getByRole("radio", { name: /^15\.00, varattu toiselle laitteelle/ }));
    expect(screen.queryByText(title)).toBeNull();
    expect(screen.getByText("Tämä aika on varattu toiselle laitteelle")).toBeDefined();
    await choose("Aino Esimerkki");
    expect(screen.getByRole("radio", { name: "15.00" })).toBeDefined();
  });
});

describe("a time that another device gave out of what it holds", () => {
  it("is in nobody's way where it is, and would be anywhere else in what is held", async () => {
    const times = { from: 13 * 60, to: 16 * 60, label: "Messut" };
    const stand = allotmentRecord(device.member, "another-device-0000001", thursday, times);
    const booked = appointmentRecord(device.member, aino, thursday, 14 * 60);
    const slot = { ...(booked.fields["slot"] as object), allotment: stand.id };
    const given = promised({ ...booked, fields: { ...booked.fields, slot } }, "held");
    await bring(device, stand, given);
    const { user } = openScreen(`/appointments/${given.id}`, device);
    expect(await screen.findByRole("radio", { name: "14.00" })).toBeDefined();
    expect(screen.queryByText("Tämä aika on varattu toiselle laitteelle")).toBeNull();
    await user.click(screen.getByRole("radio", { name: "Puhelimitse" }));
    const bar = screen.getByRole("button", { name: "Tallenna muutokset" }).parentElement;
    expect(bar?.querySelector("[role=note]")?.textContent).toBe("");
    await user.click(screen.getByRole("radio", { name: /^15\.00, varattu toiselle laitteelle/ }));
    expect(bar?.querySelector("[role=note]")?.textContent).toContain("varattu toiselle");
    expect(screen.getByText("Tämä aika on varattu toiselle laitteelle")).toBeDefined();
  });
});

describe("a time alone", () => {
  it("is tentative until the endpoint has answered, and confirmed then", async () => {
    const alone = appointmentRecord(device.member, aino, thursday, 13 * 60);
    await bring(device, alone);
    openScreen(`/appointments/${alone.id}`, device);
    expect(screen.getByText(/^Aika on alustava/)).toBeDefined();
    await bring(device, { ...promised(alone, "held"), ver: 2 });
    expect(await screen.findByText("Aika on vahvistettu.")).toBeDefined();
  });
});
