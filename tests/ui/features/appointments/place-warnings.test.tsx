import { screen } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import type { LocalDate } from "#domain/instant.ts";
import { fromLocal } from "#domain/local-time.ts";
import type { RecordState } from "#domain/record.ts";
import type { TestDevice } from "../../../support/device.ts";
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
import { colleague } from "../../../support/ui/shared-appointment.ts";

let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
  await bring(device, adviserState(colleague, "Oiva Esimerkki"));
});

const day = "2026-11-26";
const withRooms = changedBy(kuhmoPlace, {
  rooms: {
    r1: { name: "Huone 1", private: true },
    r2: { name: "Aula", private: false },
  },
});
const inRoom = (record: RecordState, room: string): RecordState => {
  const slot = { ...(record.fields["slot"] as object), room };
  return { ...record, fields: { ...record.fields, slot } };
};
const openBooking = async () => {
  const opened = openScreen(`/book?date=${day}&minute=600`, device);
  await opened.user.click(await screen.findByRole("radio", { name: "Kuhmon kaupungin työpaja" }));
  await opened.user.type(screen.getByRole("combobox", { name: "Kenelle" }), "Veikko");
  return opened;
};
const save = async (user: Awaited<ReturnType<typeof openBooking>>["user"]) => {
  await user.click(screen.getByRole("button", { name: /^Varaa to/ }));
  await screen.findByText(/^Aika varattu/);
  const made = [...device.store.ledger.all(appointmentKind).values()];
  return made.at(-1)?.values;
};

describe("somebody else at the place", () => {
  it("is told of a place without rooms, as it is, and the time is booked all the same", async () => {
    await bring(device, appointmentRecord(colleague, null, day, 600));
    const { user } = await openBooking();
    expect(
      screen.getByText(/^Samassa paikassa on silloin myös Oiva Esimerkki klo 10\.00–10\.45\./),
    ).toBeDefined();
    expect(screen.queryByText("Huone on silloin varattu")).toBeNull();
    await save(user);
  });

  it("is not told of another place, another time, or one's own other time", async () => {
    await bring(
      device,
      appointmentRecord(colleague, null, day, 600, { place: kajaaniPlace }),
      appointmentRecord(colleague, null, day, 660),
      appointmentRecord(device.member, null, day, 600),
    );
    await openBooking();
    expect(screen.queryByText(/^Samassa paikassa/)).toBeNull();
  });

  it("is a warning in the same room, and nothing in another", async () => {
    await bring(device, withRooms, inRoom(appointmentRecord(colleague, null, day, 600), "r1"));
    const { user } = await openBooking();
    expect(screen.getByText(/Valitse huone, niin näet, onko se vapaa\./)).toBeDefined();
    await user.click(screen.getByRole("radio", { name: "Huone 1, yksityinen" }));
    expect(screen.getByText("Huone on silloin varattu")).toBeDefined();
    expect(screen.getByText(/^Oiva Esimerkki klo 10\.00–10\.45\. Voit silti varata/)).toBeDefined();
    expect(screen.getByText("Yksityinen huone: muut eivät kuule, mitä puhutaan.")).toBeDefined();
    await user.click(screen.getByRole("radio", { name: "Aula" }));
    expect(screen.queryByText("Huone on silloin varattu")).toBeNull();
    expect(screen.getByText("Ei yksityinen: muut voivat kuulla, mitä puhutaan.")).toBeDefined();
    expect((await save(user))?.slot).toMatchObject({ place: kuhmoPlace.id, room: "r2" });
  });
});

describe("a room", () => {
  it("is asked only where the place has some, and left behind with its place", async () => {
    await bring(device, withRooms);
    const { user } = await openBooking();
    await user.click(screen.getByRole("radio", { name: "Aula" }));
    await user.click(screen.getByRole("radio", { name: "Kajaanin toimisto" }));
    expect(screen.queryByRole("radiogroup", { name: "Huone" })).toBeNull();
    expect((await save(user))?.slot).not.toHaveProperty("room");
  });
});

describe("the hours of the adviser", () => {
  const elsewhere = "Työajat ovat silloin toisessa paikassa";
  const thursdays = (place: typeof kajaaniPlace | null, from = 540, until = 720) => ({
    weekday: 4,
    from,
    until,
    place: place?.id ?? null,
  });

  it("are told when they are at another place then, and the time is booked all the same", async () => {
    await bring(device, adviserState(device.member, "Aino", [thursdays(kajaaniPlace)]));
    const { user } = await openBooking();
    expect(screen.getByText(elsewhere)).toBeDefined();
    expect(
      screen.getByText("Työaikojen mukaan paikka on silloin Kajaanin toimisto."),
    ).toBeDefined();
    await user.click(screen.getByRole("radio", { name: "Kajaanin toimisto" }));
    expect(screen.queryByText(elsewhere)).toBeNull();
    await user.click(screen.getByRole("radio", { name: "Puhelimitse" }));
    expect(screen.queryByText(elsewhere)).toBeNull();
    await user.click(screen.getByRole("radio", { name: "Kuhmon kaupungin työpaja" }));
    expect((await save(user))?.slot).toMatchObject({ place: kuhmoPlace.id });
  });

  it("say nothing where they fix no place, or one of two that the time lies in", async () => {
    await bring(device, adviserState(device.member, "Aino", [thursdays(null)]));
    await openBooking();
    expect(screen.queryByText(elsewhere)).toBeNull();
    const split = [thursdays(kajaaniPlace, 540, 620), thursdays(kuhmoPlace, 620, 720)];
    await bring(device, changedBy(adviserState(device.member, "Aino", split), {}));
    expect(screen.queryByText(elsewhere)).toBeNull();
  });

  it("say nothing of a time that is held at its own place", async () => {
    const held = allotmentRecord(device.member, device.store.identity.device, day, {
      from: 600,
      to: 660,
      label: "",
    });
    await bring(
      device,
      adviserState(device.member, "Aino", [thursdays(kajaaniPlace)]),
      promised(held, "held"),
    );
    await openBooking();
    expect(screen.getByText(/^Aika on taattu/)).toBeDefined();
    expect(screen.queryByText(elsewhere)).toBeNull();
  });
});

describe("a drive", () => {
  const earlier = () => appointmentRecord(device.member, null, day, 500, { place: kajaaniPlace });

  it("that does not fit between two towns is told with its minutes", async () => {
    await bring(device, changedBy(areaState, { travel: { "205-290": 75 } }), earlier());
    const { user } = await openBooking();
    expect(screen.getByText("Matkaan ei jää tarpeeksi aikaa")).toBeDefined();
    expect(
      screen.getByText("Edellinen aika: Kajaani klo 8.20–9.05. Ajomatka 75 min, väliä 55 min."),
    ).toBeDefined();
    await user.click(screen.getByRole("radio", { name: /^11\.00/ }));
    expect(screen.queryByText("Matkaan ei jää tarpeeksi aikaa")).toBeNull();
  });

  it("passes over the times of the day that the form would suggest, but none that was chosen", async () => {
    const clock = { now: () => fromLocal(day as LocalDate, 9 * 60) };
    const opened = { ...device, platform: { clock } };
    await bring(device, changedBy(areaState, { travel: { "205-290": 75 } }), earlier());
    const { user, go } = openScreen("/book", opened);
    // Where the adviser was last, nothing has to be driven.
    expect(await screen.findByRole("button", { name: "Varaa to 26.11. klo 9.15" })).toBeDefined();
    await user.click(screen.getByRole("radio", { name: "Kuhmon kaupungin työpaja" }));
    expect(screen.getByRole("button", { name: "Varaa to 26.11. klo 10.30" })).toBeDefined();
    expect(screen.queryByText("Matkaan ei jää tarpeeksi aikaa")).toBeNull();
    await user.click(screen.getByRole("radio", { name: "Puhelimitse" }));
    expect(screen.getByRole("button", { name: "Varaa to 26.11. klo 9.15" })).toBeDefined();
    await user.click(screen.getByRole("radio", { name: "9.30" }));
    await user.click(screen.getByRole("radio", { name: "Kuhmon kaupungin työpaja" }));
    expect(screen.getByRole("button", { name: "Varaa to 26.11. klo 9.30" })).toBeDefined();
    expect(screen.getByText("Matkaan ei jää tarpeeksi aikaa")).toBeDefined();
    go(`/book?date=${day}&minute=570`);
    expect(await screen.findByRole("button", { name: "Varaa to 26.11. klo 9.30" })).toBeDefined();
  });

  it("passes over them from the start where the usual place is too far away", async () => {
    const clock = { now: () => fromLocal(day as LocalDate, 9 * 60) };
    await bring(
      device,
      changedBy(areaState, { travel: { "205-290": 75 } }),
      earlier(),
      appointmentRecord(device.member, null, "2026-11-30", 600),
    );
    openScreen("/book", { ...device, platform: { clock } });
    expect(await screen.findByRole("button", { name: "Varaa to 26.11. klo 10.30" })).toBeDefined();
  });

  it("takes the nearest time that it fits before where another day is chosen", async () => {
    await bring(device, changedBy(areaState, { travel: { "205-290": 75 } }), earlier());
    const { user } = openScreen("/book?date=2026-11-27&minute=570", device);
    await user.click(await screen.findByRole("radio", { name: "Kuhmon kaupungin työpaja" }));
    expect(screen.getByRole("button", { name: "Varaa pe 27.11. klo 9.30" })).toBeDefined();
    await user.click(screen.getByRole("radio", { name: /^tänään/ }));
    expect(screen.getByRole("button", { name: "Varaa to 26.11. klo 10.30" })).toBeDefined();
  });

  it("that nobody has entered is never told", async () => {
    await bring(device, earlier());
    await openBooking();
    expect(screen.queryByText("Matkaan ei jää tarpeeksi aikaa")).toBeNull();
  });
});

describe("what is over", () => {
  it("is warned of nothing", async () => {
    const own = appointmentRecord(device.member, null, "2026-11-25", 600);
    await bring(device, own, appointmentRecord(colleague, null, "2026-11-25", 600));
    openScreen(`/appointments/${own.id}`, device);
    expect(screen.getByRole("radio", { name: "Kuhmon kaupungin työpaja" })).toBeDefined();
    expect(screen.queryByText(/^Samassa paikassa/)).toBeNull();
  });
});

describe("on an appointment's page", () => {
  it("the same is told, but not of itself, and nothing once it is cancelled", async () => {
    const aino = clientRecord("Aino K.");
    const own = appointmentRecord(device.member, aino, day, 600);
    await bring(device, aino, own, appointmentRecord(colleague, null, day, 620));
    openScreen(`/appointments/${own.id}`, device);
    expect(
      screen.getByText(/^Samassa paikassa on silloin myös Oiva Esimerkki klo 10\.20–11\.05\./),
    ).toBeDefined();
    await bring(device, changedBy(own, { status: "cancelled" }));
    expect(screen.queryByText(/^Samassa paikassa/)).toBeNull();
  });
});
