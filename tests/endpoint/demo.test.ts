import { describe, expect, test } from "vitest";
import type { MemberId, RecordId } from "#domain/ids.ts";
import { dayMs } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { areaKind } from "#domain/kinds/area.ts";
import { attendanceKind } from "#domain/kinds/attendance.ts";
import { placeKind } from "#domain/kinds/place.ts";
import { waitingKind } from "#domain/kinds/waiting.ts";
import { toLocal, weekdayOf } from "#domain/local-time.ts";
import { parsePhone } from "#domain/phone.ts";
import { readRecord } from "#domain/record.ts";
import { ok } from "#domain/result.ts";
import { placeClashes } from "#domain/times/place-clash.ts";
import { createApp } from "#endpoint/app.ts";
import { startDemo } from "#endpoint/demo/start-demo.ts";
import { makeLogger } from "#endpoint/logger.ts";
import { phoneText } from "#features/parts/values/phone-text.ts";
import { loadKind } from "#endpoint/records/entities.ts";
import { makeWakeBus } from "#endpoint/wake-bus.ts";
import { makeDevice } from "../support/endpoint/device.ts";
import { dialects, type TestDialect } from "../support/endpoint/dialects.ts";
import { askAsPage } from "../support/endpoint/make-endpoint.ts";
import { makeSeededChance, makeTestClock } from "../support/platform.ts";

const demo = async (dialect: TestDialect) => {
  const database = await dialect.open();
  const clock = makeTestClock();
  const chance = makeSeededChance(1);
  const started = await startDemo(database, chance, clock.now());
  if (!started.ok) throw new Error("the demonstration does not start");
  const close = () => database.destroy();
  return { database, clock, chance, codes: started.value, [Symbol.asyncDispose]: close };
};

describe.each(dialects)("the demonstration on $name", (dialect) => {
  test("has four advisers in two teams, sixty clients, and a code for each adviser", async () => {
    await using filled = await demo(dialect);
    expect(filled.codes.map(({ name }) => name).sort()).toEqual([
      "Aino Esimerkki",
      "Demo-Veikko Malli",
      "Koe-Kalle Näyte",
      "Testi-Tuulia Harjoitus",
    ]);
    expect(await loadKind(filled.database, "team")).toHaveLength(2);
    const clients = await loadKind(filled.database, "client");
    expect(clients).toHaveLength(60);
    expect(new Set(clients.map(({ fields }) => fields["name"])).size).toBeGreaterThan(50);
  });

  test("has telephone numbers that a form reads as it shows them", async () => {
    await using filled = await demo(dialect);
    const numbers = (await loadKind(filled.database, "client"))
      .map(({ fields }) => fields["phone"] as string)
      .filter((number) => number !== "");
    expect(numbers.length).toBeGreaterThan(20);
    for (const number of numbers) expect(parsePhone(phoneText(number))).toEqual(ok(number));
  });

  test("has six weeks of appointments in working hours, none two at once", async () => {
    await using filled = await demo(dialect);
    const appointments = (await loadKind(filled.database, "appointment")).map(
      (record) => readRecord(appointmentKind, record).values,
    );
    expect(appointments.length).toBeGreaterThan(250);
    const byAdviser = Map.groupBy(appointments, ({ slot }) => slot.adviser as MemberId);
    expect(byAdviser.size).toBe(4);
    for (const own of byAdviser.values()) {
      const slots = own.map(({ slot }) => slot).sort((one, other) => one.start - other.start);
      for (const [at, { start, end }] of slots.entries()) {
        expect(start).toBeGreaterThanOrEqual(slots[at - 1]?.end ?? 0);
        expect(toLocal(start).minute).toBeGreaterThanOrEqual(8 * 60 + 30);
        expect(toLocal(end).minute).toBeLessThanOrEqual(16 * 60);
        expect(weekdayOf(toLocal(start).date)).toBeLessThanOrEqual(5);
        expect(Math.abs(start - filled.clock.now())).toBeLessThan(22 * dayMs);
      }
    }
    expect(new Set(appointments.map(({ guidance }) => guidance)).size).toBe(5);
    expect(new Set(appointments.map(({ language }) => language)).size).toBeGreaterThan(3);
  });

  test("has groups with a roster, what came of past times, and people who wait", async () => {
    await using filled = await demo(dialect);
    const appointments = (await loadKind(filled.database, "appointment")).map((record) =>
      readRecord(appointmentKind, record),
    );
    const groups = appointments.filter(({ values }) => values.form === "group");
    expect(groups.length).toBeGreaterThanOrEqual(4 * 5);
    const roster = (await loadKind(filled.database, "attendance")).map(
      (record) => readRecord(attendanceKind, record).values,
    );
    for (const { id } of groups) {
      const on = roster.filter(({ appointment }) => appointment === id);
      expect(on.length).toBeGreaterThan(2);
      expect(new Set(on.map(({ client }) => client)).size).toBe(on.length);
    }
    const now = filled.clock.now();
    const over = appointments.filter(({ values }) => values.slot.end < now - dayMs);
    expect(over.filter(({ values }) => values.status === "booked")).toEqual([]);
    expect(new Set(over.map(({ values }) => values.status))).toEqual(
      new Set(["done", "no-show", "cancelled"]),
    );
    expect(over.filter(({ values }) => values.next !== null).length).toBeGreaterThan(5);
    const waiting = (await loadKind(filled.database, "waiting")).map(
      (record) => readRecord(waitingKind, record).values,
    );
    expect(waiting.map(({ status }) => status)).toEqual(Array(6).fill("waiting"));
  });

  test("starts again on the same data with fresh codes and nothing doubled", async () => {
    await using filled = await demo(dialect);
    const again = await startDemo(filled.database, filled.chance, filled.clock.now());
    expect(again).toMatchObject({ ok: true });
    if (again.ok)
      expect(again.value.map(({ code }) => code)).not.toEqual(filled.codes.map(({ code }) => code));
    expect(await loadKind(filled.database, "client")).toHaveLength(60);
  });

  test("lets a device in as its adviser, with the team's records", async () => {
    await using filled = await demo(dialect);
    const { database, clock, chance } = filled;
    const logger = makeLogger(clock, () => undefined);
    const wakeBus = makeWakeBus();
    const app = createApp({
      database,
      clock,
      chance,
      logger,
      wakeBus,
      origin: null,
      erasureKey: "koeavain",
      clientFolder: null,
    });
    const fetch = askAsPage(app);
    const device = await makeDevice({ clock, chance, fetch });
    const response = await device.enrol(filled.codes[0]?.code ?? "", "Muu nimi");
    expect(await response.json()).toMatchObject({ name: filled.codes[0]?.name });
    const records = [...(await device.sync()).records.values()];
    expect(records.filter(({ t }) => t === "client")).toHaveLength(30);
    expect(records.filter(({ t }) => t === "appointment").length).toBeGreaterThan(100);
  });

  test("has a place for each workshop of the network and each municipality, and no other", async () => {
    await using filled = await demo(dialect);
    const places = (await loadKind(filled.database, "place")).map(
      (record) => readRecord(placeKind, record).values,
    );
    const lent = places
      .filter(({ organisation }) => organisation !== null)
      .map(({ name }) => name)
      .sort();
    expect(lent).toEqual([
      "Kuhmon kaupungin työpaja",
      "Kumppaniksi ry, Kajaani",
      "Kumppaniksi ry, Ristijärvi",
      "Kumppaniksi ry, Sotkamo",
      "Työpaja Hanslankarit",
      "Vaalan kunnan työpaja",
    ]);
    expect(places).toHaveLength(11 + lent.length);
  });

  test("has rooms, one of them private, where a place is nobody's own, and makes up none for an organisation", async () => {
    await using filled = await demo(dialect);
    const places = (await loadKind(filled.database, "place")).map(
      (record) => readRecord(placeKind, record).values,
    );
    for (const { organisation, rooms } of places) {
      const kinds = Object.values(rooms).map((room) => room.private);
      expect(kinds).toEqual(organisation === null ? [true, false] : []);
      for (const { name } of Object.values(rooms)) expect(name).toMatch(/^Esimerkki/);
    }
    const area = (await loadKind(filled.database, "area"))[0];
    if (area === undefined) throw new Error("there is no area");
    // How long a drive takes is for the people of the area to say.
    expect(readRecord(areaKind, area).values.travel).toEqual({});
  });

  test("has people talk in private rooms, groups meet in others, and two advisers of each team in one room at once", async () => {
    await using filled = await demo(dialect);
    const places = new Map(
      (await loadKind(filled.database, "place")).map(
        (record) => [record.id, readRecord(placeKind, record).values] as const,
      ),
    );
    const records = await loadKind(filled.database, "appointment");
    const times = records.map((record) => {
      return readRecord(appointmentKind, record);
    });
    let inRooms = 0;
    for (const { values } of times) {
      const { place, room } = values.slot;
      if (room === undefined || values.status === "cancelled") continue;
      inRooms += 1;
      const isPrivate = places.get(place as RecordId)?.rooms[room]?.private;
      expect(isPrivate).toBe(values.form !== "group");
    }
    expect(inRooms).toBeGreaterThan(60);
    const ahead = times.filter(({ values }) => values.slot.start > filled.clock.now());
    for (const team of Map.groupBy(ahead, ({ home }) => home).values()) {
      const clashes = team.flatMap(({ values }) => placeClashes(values.slot, team));
      expect(clashes.filter(({ kind }) => kind === "room").length).toBeGreaterThan(0);
    }
  });
});
