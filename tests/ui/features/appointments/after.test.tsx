import { screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import type { LocalDate } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { attendanceKind } from "#domain/kinds/attendance.ts";
import { fromLocal, toLocal } from "#domain/local-time.ts";
import type { RecordState } from "#domain/record.ts";
import type { TestDevice } from "../../../support/device.ts";
import { makeTestClock } from "../../../support/platform.ts";
import { bring, enrolAdviser } from "../../../support/ui/device.ts";
import {
  appointmentRecord,
  attendanceRecord,
  clientRecord,
  kuhmoPlace,
} from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";

const aino = clientRecord("Aino K.", "+358401234567");
const veikko = clientRecord("Veikko V.");
const thursday = "2026-11-26";
let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
  await bring(device, aino, veikko);
});

/** Opens an address at noon. */
const open = (path: string) => {
  const clock = makeTestClock(fromLocal(thursday as LocalDate, 12 * 60));
  return openScreen(path, { store: device.store, platform: { clock } });
};
const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>("textbox", { name });
const now = (record: RecordState) => device.store.ledger.get(appointmentKind, record.id)?.values;
const booked = () =>
  [...device.store.ledger.all(appointmentKind).values()].find(
    ({ values }) => values.follows !== null,
  );

describe("what came of a meeting", () => {
  let meeting: RecordState;
  beforeEach(async () => {
    meeting = appointmentRecord(device.member, aino, thursday, 10 * 60);
    await bring(device, meeting);
  });
  const save = () => screen.getByRole("button", { name: "Tallenna kirjaus" });

  it("is asked for once it was held, with the planned minutes filled in, and written in one save", async () => {
    const { user } = open(`/appointments/${meeting.id}`);
    expect(screen.queryByRole("form", { name: "Miten meni" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Pidetty" }));
    await screen.findByRole("form", { name: "Miten meni" });
    expect(box(/Kesto minuutteina/).value).toBe("45");
    await user.type(box(/Mitä sovittiin/), "Hakee keväällä.");
    await user.type(box(/Seuraava askel/), "Soita oppilaitokseen");
    await user.click(screen.getByRole("radio", { name: "Ohjaaja" }));
    await user.type(screen.getByLabelText(/Mihin mennessä/), "2026-12-01");
    await user.click(save());
    expect(await screen.findByText("Kirjaus tallennettu: Aino K.")).toBeDefined();
    const step = { what: "Soita oppilaitokseen", by: "adviser", due: "2026-12-01" };
    expect(now(meeting)).toMatchObject({ minutes: 45, outcome: "Hakee keväällä.", next: step });
    expect(device.store.ledger.unsentSaves()).toBe(2);
    expect(screen.queryByRole("button", { name: "Tallenna kirjaus" })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Miten meni" }));
    await user.click(screen.getAllByRole("button", { name: "Kumoa" }).at(-1) ?? save());
    await waitFor(() => expect(now(meeting)).toMatchObject({ minutes: null, next: null }));
    expect(now(meeting)?.outcome).toBe("");
  });

  it("is told to be unsaved when the time itself is saved beside it", async () => {
    await bring(device, { ...meeting, ver: 2, fields: { ...meeting.fields, status: "done" } });
    const { user } = open(`/appointments/${meeting.id}`);
    await user.type(box(/Mitä sovittiin/), "Hakee keväällä.");
    await waitFor(() => expect(device.store.drafts.read(`after.${meeting.id}`)).not.toBeNull());
    await user.type(box(/Lisätiedot/), "Tuo todistukset.");
    await user.click(screen.getByRole("button", { name: "Tallenna muutokset" }));
    await screen.findByText("Muutokset tallennettu: Aino K. · Kirjaus on vielä tallentamatta.");
    expect(now(meeting)?.outcome).toBe("");
    await user.click(save());
    expect(await screen.findByText("Kirjaus tallennettu: Aino K.")).toBeDefined();
    expect(now(meeting)?.outcome).toBe("Hakee keväällä.");
  });

  it("may be nothing but how long it was", async () => {
    await bring(device, { ...meeting, ver: 2, fields: { ...meeting.fields, status: "done" } });
    const { user } = open(`/appointments/${meeting.id}`);
    await user.clear(box(/Kesto minuutteina/));
    await user.type(box(/Kesto minuutteina/), "30");
    await user.click(save());
    await waitFor(() => expect(now(meeting)?.minutes).toBe(30));
    expect(device.store.exchange.unsent()).toHaveLength(1);
  });

  it("names what is wrong and writes nothing", async () => {
    await bring(device, { ...meeting, ver: 2, fields: { ...meeting.fields, status: "done" } });
    const { user } = open(`/appointments/${meeting.id}`);
    await user.clear(box(/Kesto minuutteina/));
    await user.type(box(/Kesto minuutteina/), "tunti");
    await user.click(save());
    await waitFor(() => expect(document.activeElement).toBe(box(/Kesto minuutteina/)));
    expect(box(/Kesto minuutteina/).getAttribute("aria-invalid")).toBe("true");
    expect(device.store.exchange.unsent()).toEqual([]);
  });

  it("is kept while it is unfinished, and merges with what a colleague wrote meanwhile", async () => {
    const done = { ...meeting, ver: 2, fields: { ...meeting.fields, status: "done" } };
    await bring(device, done);
    const first = open(`/appointments/${meeting.id}`);
    await first.user.type(box(/Mitä sovittiin/), "Oma lause.");
    first.close();
    const theirs = { ...done.fields, outcome: "Toisen lause.", minutes: 60 };
    await bring(device, { ...done, ver: 3, fields: theirs });
    const { user } = open(`/appointments/${meeting.id}`);
    expect(await screen.findByText("Tallentamaton kirjauksesi on vielä tässä.")).toBeDefined();
    expect(box(/Mitä sovittiin/).value).toBe("Oma lause.");
    expect(box(/Kesto minuutteina/).value).toBe("60");
    await user.click(save());
    await waitFor(() => expect(device.store.exchange.unsent()).toHaveLength(1));
    // Written over what was in sight when it was typed: the endpoint merges it with the colleague's.
    expect(device.store.exchange.unsent()[0]).toMatchObject({
      verb: "text",
      field: "outcome",
      base: "",
      seen: { ver: 2 },
    });
  });
});

describe("the next time with the same client", () => {
  it("opens filled in, on a later day, goes on from the meeting, and leads back to it", async () => {
    const meeting = appointmentRecord(device.member, aino, thursday, 10 * 60, {
      minutes: 60,
      fields: { status: "done", guidance: "vocational" },
    });
    await bring(device, meeting);
    const { user, path } = open(`/appointments/${meeting.id}`);
    await user.click(screen.getByRole("link", { name: "Varaa seuraava aika" }));
    expect(await screen.findByText("Jatkoa tapaamiselle to 26.11. klo 10.00")).toBeDefined();
    expect(screen.getByRole<HTMLInputElement>("combobox", { name: "Kenelle" }).value).toBe(
      "Aino K.",
    );
    await user.click(await screen.findByRole("button", { name: /^Varaa pe 27\.11\./ }));
    await waitFor(() => expect(path()).toBe(`/appointments/${meeting.id}`));
    const { values, id } = booked() ?? {};
    expect(values).toMatchObject({
      client: aino.id,
      guidance: "vocational",
      follows: meeting.id,
      asked: thursday,
      slot: { place: kuhmoPlace.id },
    });
    expect((values?.slot.end ?? 0) - (values?.slot.start ?? 0)).toBe(3_600_000);
    const link = await screen.findByRole("link", { name: /^Seuraava aika pe 27\.11\./ });
    expect(link.getAttribute("href")).toBe(`/appointments/${id}`);
    expect(screen.queryByRole("link", { name: "Varaa seuraava aika" })).toBeNull();
  });

  it("leaves an unfinished booking of somebody else alone", async () => {
    const meeting = appointmentRecord(device.member, aino, thursday, 10 * 60, {
      fields: { status: "done" },
    });
    await bring(device, meeting);
    const { user, go, path } = open("/book");
    await user.type(screen.getByRole("combobox", { name: "Kenelle" }), "Toinen");
    go(`/book?follows=${meeting.id}`);
    await screen.findByText(/^Jatkoa tapaamiselle/);
    await user.click(await screen.findByRole("button", { name: /^Varaa pe/ }));
    await waitFor(() => expect(path()).toBe(`/appointments/${meeting.id}`));
    expect(booked()?.values.client).toBe(aino.id);
    go("/book");
    await screen.findByText("Jatketaan siitä, mihin jäit.");
    expect(screen.getByRole<HTMLInputElement>("combobox", { name: "Kenelle" }).value).toBe(
      "Toinen",
    );
  });
});

describe("a group that was held", () => {
  let group: RecordState;
  beforeEach(async () => {
    group = appointmentRecord(device.member, null, thursday, 10 * 60, {
      fields: { form: "group", title: "Hakijainfo" },
    });
    await bring(device, group, attendanceRecord(group, aino), attendanceRecord(group, veikko));
  });
  const cameOf = (client: RecordState) =>
    [...device.store.ledger.all(attendanceKind).values()].find(
      ({ values }) => values.client === client.id,
    )?.values;
  const roster = () => screen.getByRole("region", { name: "Läsnäolo" });
  const press = (name: string) => screen.getByRole("button", { name });

  it("has each person ticked in one press, and back in one more", async () => {
    const { user } = open(`/appointments/${group.id}`);
    expect(within(roster()).getByText("Paikalla 0/2 · Yksilöaika varattu 0/2")).toBeDefined();
    await user.click(press("Aino K.: Tuli"));
    await waitFor(() => expect(cameOf(aino)?.came).toBe("arrived"));
    expect(press("Aino K.: Tuli").getAttribute("aria-pressed")).toBe("true");
    expect(document.activeElement).toBe(press("Aino K.: Tuli"));
    await user.click(press("Veikko V.: Ei tullut"));
    await waitFor(() => expect(cameOf(veikko)?.came).toBe("no-show"));
    expect(within(roster()).getByText(/^Paikalla 1\/2/)).toBeDefined();
    await user.click(press("Aino K.: Tuli"));
    await waitFor(() => expect(cameOf(aino)?.came).toBe("expected"));
  });

  it("notes how long somebody was there who left earlier", async () => {
    const { user } = open(`/appointments/${group.id}`);
    await user.click(press("Aino K."));
    const sheet = await screen.findByRole("dialog", { name: "Minuutit: Aino K." });
    await user.type(within(sheet).getByRole("textbox", { name: /Minuutit/ }), "20");
    await user.click(within(sheet).getByRole("button", { name: "Tallenna minuutit" }));
    await waitFor(() => expect(cameOf(aino)?.minutes).toBe(20));
  });

  it("leads to an own time for each, which is shown once it is booked", async () => {
    const { user, path } = open(`/appointments/${group.id}`);
    await user.click(screen.getByRole("link", { name: "Varaa yksilöaika: Veikko V." }));
    await screen.findByText(/^Jatkoa tapaamiselle to 26\.11\./);
    await user.click(await screen.findByRole("button", { name: /^Varaa pe 27\.11\./ }));
    await waitFor(() => expect(path()).toBe(`/appointments/${group.id}`));
    expect(booked()?.values).toMatchObject({ client: veikko.id, follows: group.id });
    const start = toLocal(booked()?.values.slot.start ?? (0 as never));
    expect(start.date).toBe("2026-11-27");
    expect(await screen.findByRole("link", { name: /^Yksilöaika pe 27\.11\. klo/ })).toBeDefined();
    expect(within(roster()).getByText(/Yksilöaika varattu 1\/2/)).toBeDefined();
    expect(screen.getByRole("link", { name: "Varaa yksilöaika: Aino K." })).toBeDefined();
  });

  it("offers no arriving of the whole group", () => {
    open(`/appointments/${group.id}`);
    const states = screen.getByRole("region", { name: "Miten aika toteutui" });
    expect(within(states).getAllByRole("button")).toHaveLength(1);
  });
});
