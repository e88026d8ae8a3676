import { cleanup, screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { attendanceKind } from "#domain/kinds/attendance.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { Op } from "#domain/op.ts";
import type { RecordState } from "#domain/record.ts";
import type { TestDevice } from "../../../support/device.ts";
import { thursdayMorning } from "../../../support/platform.ts";
import { bring, enrolAdviser } from "../../../support/ui/device.ts";
import {
  adviserState,
  appointmentRecord,
  attendanceRecord,
  changedBy,
  clientRecord,
  kuhmoPlace,
} from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";
import { aino, colleague } from "../../../support/ui/shared-appointment.ts";

const vaino = clientRecord("Väinö Tuttu");
let device: TestDevice;
let group: RecordState;
let single: RecordState;
beforeEach(async () => {
  device = await enrolAdviser();
  single = appointmentRecord(device.member, aino, "2026-11-27", 600);
  group = appointmentRecord(device.member, null, "2026-11-26", 600, {
    fields: { form: "group", title: "Hakuilta", capacity: 2, partners: {} },
  });
  await bring(
    device,
    aino,
    vaino,
    single,
    group,
    attendanceRecord(group, aino),
    adviserState(colleague, "Oiva Esimerkki"),
  );
});

const open = (record: RecordState) => openScreen(`/appointments/${record.id}`, device);
const valuesOf = (record: RecordState) =>
  device.store.ledger.get(appointmentKind, record.id)?.values;
const rosterOf = (record: RecordState) =>
  [...device.store.ledger.all(attendanceKind).values()]
    .filter(({ values }) => values.appointment === record.id)
    .map(({ values }) => values.client);
const unsent = (): readonly Op[] => device.store.exchange.unsent();
const fields = () => unsent().map((op) => ("field" in op ? op.field : op.verb));
const save = () => screen.getByRole("button", { name: "Tallenna muutokset" });
const chooseForm = async (user: ReturnType<typeof open>["user"], form: string) => {
  await user.selectOptions(screen.getByRole("combobox", { name: "Muoto" }), form);
};

describe("a group's page", () => {
  it("goes by its title and shows who takes part", () => {
    open(group);
    expect(screen.getByRole("heading", { level: 1, name: "Hakuilta" })).toBeDefined();
    expect(screen.getByText("Aino K.")).toBeDefined();
    expect(screen.getByText("Listalla 1, paikkoja 2")).toBeDefined();
    expect(screen.queryByRole("combobox", { name: "Kenelle" })).toBeNull();
  });

  it("was nobody's wish that waited", async () => {
    const asked = "2026-11-20";
    await bring(device, changedBy(group, { asked }), changedBy(single, { asked }));
    open(group);
    expect(screen.queryByText(/^Pyydetty/)).toBeNull();
    cleanup();
    open(single);
    expect(screen.getByText(/^Pyydetty/)).toBeDefined();
  });

  it("adds a known and a new client at once, and says when it is full", async () => {
    const { user } = open(group);
    const add = screen.getByRole("combobox", { name: "Lisää asiakas" });
    await user.type(add, "ain");
    expect(screen.queryByRole("option", { name: "Aino K." })).toBeNull();
    await user.clear(add);
    await user.type(add, "vai");
    await user.click(await screen.findByRole("option", { name: "Väinö Tuttu" }));
    expect(await screen.findByText(/Kaikki 2 paikkaa on täynnä/)).toBeDefined();
    await user.type(add, "Uusi Esimerkki{Enter}");
    expect(await screen.findByText(/Paikkoja on 2 ja listalla 3/)).toBeDefined();
    expect(rosterOf(group)).toHaveLength(3);
    expect([...device.store.ledger.all(clientKind).values()]).toHaveLength(3);
    expect(screen.queryByRole("button", { name: "Tallenna muutokset" })).toBeNull();
  });

  it("takes a new client back with the addition, but not one who has a time of their own by then", async () => {
    const { user } = open(group);
    const add = screen.getByRole("combobox", { name: "Lisää asiakas" });
    const names = () =>
      [...device.store.ledger.all(clientKind).values()].map(({ values }) => values.name).sort();
    await user.type(add, "Eka{Enter}");
    await user.click(await screen.findByRole("button", { name: "Kumoa" }));
    await waitFor(() => expect(names()).toEqual(["Aino K.", "Väinö Tuttu"]));
    await user.type(add, "Toka{Enter}");
    await screen.findByText("Lisätty listalle: Toka");
    const [toka] = [...device.store.ledger.all(clientKind).values()].filter(
      ({ values }) => values.name === "Toka",
    );
    const own = appointmentRecord(device.member, null, "2026-11-30", 600, {
      fields: { client: toka?.id ?? null },
    });
    await bring(device, own);
    await user.click(screen.getAllByRole("button", { name: "Kumoa" }).at(-1) as HTMLElement);
    await waitFor(() => expect(rosterOf(group)).toEqual([aino.id]));
    expect(names()).toEqual(["Aino K.", "Toka", "Väinö Tuttu"]);
  });

  it("takes a client off with undo", async () => {
    const { user } = open(group);
    await user.click(screen.getByRole("button", { name: "Poista listalta: Aino K." }));
    expect(await screen.findByText("Poistettu listalta: Aino K.")).toBeDefined();
    expect(rosterOf(group)).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Kumoa" }));
    await waitFor(() => expect(rosterOf(group)).toEqual([aino.id]));
  });

  it("knows that whoever is put on the list of a moved meeting has heard of its time, and forgets nothing with undo", async () => {
    const { start } = group.fields["slot"] as { readonly start: number };
    const toldOf = (client: string) =>
      [...device.store.ledger.all(attendanceKind).values()].find(
        ({ values }) => values.client === client,
      )?.values.told;
    await bring(device, changedBy(group, { movedFrom: start - 3_600_000 }));
    const { user } = open(group);
    await user.type(screen.getByRole("combobox", { name: "Lisää asiakas" }), "vai");
    await user.click(await screen.findByRole("option", { name: "Väinö Tuttu" }));
    const heard = { [device.member]: { start, status: "booked", at: thursdayMorning } };
    await waitFor(() => expect(toldOf(vaino.id)).toEqual(heard));
    expect(toldOf(aino.id)).toEqual({});
    await user.click(screen.getByRole("button", { name: "Poista listalta: Väinö Tuttu" }));
    await screen.findByText("Poistettu listalta: Väinö Tuttu");
    await user.click(screen.getAllByRole("button", { name: "Kumoa" }).at(-1) as HTMLElement);
    await waitFor(() => expect(toldOf(vaino.id)).toEqual(heard));
  });

  it("is called off by the adviser unless somebody says otherwise", async () => {
    const { user } = open(group);
    await user.click(screen.getByRole("button", { name: "Peru aika" }));
    const sheet = await screen.findByRole("dialog", { name: "Peru aika" });
    await user.click(within(sheet).getByRole("button", { name: "Peru aika" }));
    await waitFor(() => expect(valuesOf(group)?.cancelling).toEqual({ by: "adviser", why: "" }));
  });

  it("takes both records off of a client whom two devices added", async () => {
    await bring(device, attendanceRecord(group, aino));
    const { user } = open(group);
    expect(screen.getByText("Listalla 1, paikkoja 2")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Poista listalta: Aino K." }));
    await screen.findByText("Poistettu listalta: Aino K.");
    expect(rosterOf(group)).toEqual([]);
  });

  it("writes only what was changed of it", async () => {
    const { user } = open(group);
    await user.type(screen.getByRole("textbox", { name: /Otsikko/ }), " 2");
    await user.click(screen.getByRole("checkbox", { name: "Oiva Esimerkki" }));
    await user.click(save());
    await screen.findByText(/^Muutokset tallennettu:/);
    expect(fields()).toEqual(["title", `coLeaders.${colleague}`]);
    expect(valuesOf(group)).toMatchObject({ title: "Hakuilta 2", capacity: 2 });
    await user.click(screen.getByRole("checkbox", { name: "Oiva Esimerkki" }));
    await user.click(save());
    await waitFor(() => expect(valuesOf(group)?.coLeaders).toEqual({}));
  });

  it("goes with its roster when it is deleted", async () => {
    const { user } = open(group);
    await user.click(screen.getByRole("button", { name: "Poista aika" }));
    await user.click(await screen.findByRole("button", { name: "Poista aika" }));
    await waitFor(() => expect(valuesOf(group)).toBeUndefined());
    expect(rosterOf(group)).toEqual([]);
    expect(device.store.ledger.get(clientKind, aino.id)).toBeDefined();
  });

  it("needs a client again when it becomes a meeting of two, and keeps its list in sight", async () => {
    const { user } = open(group);
    await chooseForm(user, "Yksilöohjaus");
    await user.click(save());
    expect(
      await screen.findByRole("combobox", { name: "Kenelle", description: /Täytä/ }),
    ).toBeDefined();
    await user.type(screen.getByRole("combobox", { name: "Kenelle" }), "vai");
    await user.click(await screen.findByRole("option", { name: "Väinö Tuttu" }));
    await user.click(save());
    await screen.findByRole("heading", { level: 1, name: "Väinö Tuttu" });
    expect(valuesOf(group)).toMatchObject({ form: "individual", client: vaino.id });
    expect(screen.getByRole("button", { name: "Poista listalta: Aino K." })).toBeDefined();
  });
});

describe("a time for one client", () => {
  it("that becomes a group takes its client onto the roster, with what the client was told", async () => {
    const { start } = single.fields["slot"] as { readonly start: number };
    const told = { [colleague]: { start, status: "booked", at: thursdayMorning } };
    await bring(device, changedBy(single, { told }));
    const { user } = open(single);
    await chooseForm(user, "Ryhmä");
    await user.type(screen.getByRole("textbox", { name: /Otsikko/ }), "Hakuilta");
    await user.click(save());
    await screen.findByRole("heading", { level: 1, name: "Hakuilta" });
    expect(valuesOf(single)).toMatchObject({ form: "group", client: null });
    expect(rosterOf(single)).toEqual([aino.id]);
    const [there] = [...device.store.ledger.all(attendanceKind).values()].filter(
      ({ values }) => values.appointment === single.id,
    );
    expect(there?.values.told).toEqual(told);
  });

  it("forgets who was told when it is given to another client", async () => {
    const { start } = single.fields["slot"] as { readonly start: number };
    const told = { [colleague]: { start, status: "booked", at: thursdayMorning } };
    await bring(device, changedBy(single, { told }));
    const { user } = open(single);
    const who = screen.getByRole("combobox", { name: "Kenelle" });
    await user.clear(who);
    await user.type(who, "vai");
    await user.click(await screen.findByRole("option", { name: "Väinö Tuttu" }));
    await user.click(save());
    await waitFor(() => expect(valuesOf(single)?.client).toBe(vaino.id));
    expect(valuesOf(single)?.told).toEqual({});
  });

  it("takes partners, each merged by itself with what a colleague adds", async () => {
    const { user } = open(single);
    await chooseForm(user, "Kumppanin kanssa");
    await user.type(screen.getByRole("textbox", { name: /^Kumppanin nimi/ }), "Kuraattori");
    await user.click(save());
    await screen.findByText(/^Muutokset tallennettu:/);
    expect(fields().map((field) => field.replace(/\..*/, ".…"))).toEqual(["form", "partners.…"]);
    expect(Object.values(valuesOf(single)?.partners ?? {})).toEqual([
      { organisation: null, person: "Kuraattori" },
    ]);
    expect(valuesOf(single)?.client).toBe(aino.id);
  });

  it("takes needs and a room without touching anything else", async () => {
    await bring(
      device,
      changedBy(kuhmoPlace, { rooms: { r1: { name: "Huone 1", private: true } } }),
    );
    const { user } = open(single);
    await user.click(screen.getByRole("radio", { name: "Huone 1, yksityinen" }));
    await user.click(screen.getByRole("button", { name: /^Muuta/ }));
    await user.click(screen.getByRole("checkbox", { name: "tulkki" }));
    await user.click(save());
    await screen.findByText(/^Muutokset tallennettu:/);
    expect(fields()).toEqual(["needs", "slot"]);
    expect(valuesOf(single)).toMatchObject({ needs: ["interpreter"], slot: { room: "r1" } });
  });

  it("keeps a partner that is half written over a restart, and writes over what was seen then", async () => {
    const joint = changedBy(single, {
      form: "joint",
      partners: { p1: { organisation: null, person: "Kuraattori" } },
    });
    await bring(device, joint);
    const first = open(single);
    await first.user.type(screen.getByRole("textbox", { name: /^Kumppanin nimi/ }), " Esimerkki");
    first.close();
    const { user } = open(single);
    expect(await screen.findByText(/Tallentamattomat muutoksesi/)).toBeDefined();
    await user.click(save());
    await screen.findByText(/^Muutokset tallennettu:/);
    expect(unsent()).toMatchObject([
      {
        verb: "set",
        field: "partners.p1",
        seen: { ver: 2 },
        value: { organisation: null, person: "Kuraattori Esimerkki" },
      },
    ]);
  });
});
