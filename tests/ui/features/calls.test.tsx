import { screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import { addMs, minuteMs } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { attendanceKind } from "#domain/kinds/attendance.ts";
import type { RecordState } from "#domain/record.ts";
import type { TestDevice } from "../../support/device.ts";
import { thursdayMorning } from "../../support/platform.ts";
import { bring, enrolAdviser } from "../../support/ui/device.ts";
import {
  adviserState,
  appointmentRecord,
  attendanceRecord,
  changedBy,
  clientRecord,
} from "../../support/ui/network-records.ts";
import { openScreen } from "../../support/ui/screens.tsx";
import { colleague } from "../../support/ui/shared-appointment.ts";

const aino = clientRecord("Aino K.", "+358401234567");
const silent = clientRecord("Ei Numeroa");
let device: TestDevice;
let soon: RecordState;
beforeEach(async () => {
  device = await enrolAdviser();
  soon = appointmentRecord(device.member, aino, "2026-11-26", 13 * 60);
  await bring(device, aino, silent, soon, adviserState(colleague, "Pekka Esimerkki"));
});
const told = () => device.store.ledger.get(appointmentKind, soon.id)?.values.told;
const messageTo = (name: string) => {
  const href = screen.getByRole("link", { name: `Viesti: ${name}` }).getAttribute("href") ?? "";
  return decodeURIComponent(href.split("body=")[1] ?? "");
};

describe("whom to call today", () => {
  it("is counted on the start page, and one press away", async () => {
    const { user } = openScreen("/", device);
    await user.click(await screen.findByRole("link", { name: "1 soitettava" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Soitettavat" })).toBeDefined();
    expect(screen.getByText("Muistutus · tänään klo 13.00")).toBeDefined();
    expect(screen.getByRole("link", { name: "Soita: Aino K." }).getAttribute("href")).toBe(
      "tel:+358401234567",
    );
  });

  it("is written to neutrally and in the client's language", async () => {
    const swedish = appointmentRecord(device.member, clientRecord("Bo B."), "2026-11-26", 14 * 60);
    const bo = clientRecord("Bo B.", "+358405550001");
    const fields = { ...swedish.fields, client: bo.id, language: "sv", channel: "phone" };
    const off = { ...soon.fields, status: "cancelled", cancelling: { by: "adviser", why: "" } };
    await bring(device, bo, { ...swedish, fields }, { ...soon, ver: 2, fields: off });
    openScreen("/calls", device);
    expect(messageTo("Bo B.")).toBe(
      "Hej! Påminnelse: jag ringer dig tors 26.11 kl. 14.00. Om tiden inte passar, svara här. Hälsningar, Aino Esimerkki",
    );
    expect(messageTo("Aino K.")).toBe(
      "Hei! Sovittu aika to 26.11. klo 13.00 on peruttu. Vastaa tähän, niin sovitaan uusi. Terveisin Aino Esimerkki",
    );
    expect(messageTo("Aino K.")).not.toMatch(/Koulutusneuvonta|Kuhmo/);
  });

  it("is ticked for everybody to see, and can be unticked", async () => {
    const { user } = openScreen("/calls", device);
    await user.click(screen.getByRole("checkbox", { name: "Kerrottu: Aino K." }));
    const start = (soon.fields["slot"] as { readonly start: number }).start;
    await waitFor(() =>
      expect(told()).toEqual({ [device.member]: { start, status: "booked", at: thursdayMorning } }),
    );
    expect(await screen.findByText("Kerrottu tänään")).toBeDefined();
    expect(screen.getByText("Aino Esimerkki kertoi 9.00")).toBeDefined();
    await user.click(screen.getByRole("checkbox", { name: "Kerrottu: Aino K." }));
    await waitFor(() => expect(told()).toEqual({}));
  });

  it("is not called twice when a colleague has called", async () => {
    openScreen("/calls", device);
    expect(screen.getByText("Kertomatta")).toBeDefined();
    const { start } = soon.fields["slot"] as { readonly start: number };
    const at = addMs(thursdayMorning, -5 * minuteMs);
    const fields = { ...soon.fields, told: { [colleague]: { start, status: "booked", at } } };
    await bring(device, { ...soon, ver: 2, fields });
    expect(await screen.findByText("Pekka Esimerkki kertoi 8.55")).toBeDefined();
    expect(screen.queryByText("Kertomatta")).toBeNull();
  });

  it("shows a colleague's clients only when asked to, and who has no number by name", async () => {
    await bring(
      device,
      appointmentRecord(colleague, aino, "2026-11-27", 9 * 60),
      appointmentRecord(device.member, silent, "2026-11-27", 10 * 60),
    );
    const { user } = openScreen("/calls", device);
    expect(screen.getAllByRole("link", { name: "Soita: Aino K." })).toHaveLength(1);
    expect(screen.getByText("Ei puhelinnumeroa")).toBeDefined();
    expect(screen.getByRole("checkbox", { name: "Kerrottu: Ei Numeroa" })).toBeDefined();
    expect(screen.queryByRole("link", { name: "Soita: Ei Numeroa" })).toBeNull();
    await user.click(screen.getByRole("radio", { name: "Koko tiimi" }));
    expect(screen.getAllByRole("link", { name: "Soita: Aino K." })).toHaveLength(2);
    const rows = screen.getAllByRole("listitem");
    expect(rows.some((row) => within(row).queryByText(/Pekka Esimerkki/) !== null)).toBe(true);
  });

  it("is one call for all moved times of a series, and one tick", async () => {
    const series = "series-series-series-1";
    const moved = (date: string) => {
      const record = appointmentRecord(device.member, aino, date, 10 * 60);
      return { ...record, fields: { ...record.fields, series, movedFrom: thursdayMorning } };
    };
    const [first, second] = [moved("2026-12-03"), moved("2026-12-10")];
    await bring(device, { ...soon, ver: 2, deleted: true, fields: {} }, first, second);
    const { user } = openScreen("/calls", device);
    expect(screen.getByText(/Aika on siirretty · .* · ja 1 myöhempi aika/)).toBeDefined();
    expect(messageTo("Aino K.")).toBe(
      "Hei! Sovitut ajat ovat siirtyneet. Uudet ajat: to 3.12. klo 10.00, to 10.12. klo 10.00. Jos jokin ei sovi, vastaa tähän. Terveisin Aino Esimerkki",
    );
    await user.click(screen.getByRole("checkbox", { name: "Kerrottu: Aino K." }));
    const toldOf = ({ id }: RecordState) =>
      device.store.ledger.get(appointmentKind, id)?.values.told ?? {};
    await waitFor(() => expect(Object.keys(toldOf(second))).toEqual([device.member]));
    expect(Object.keys(toldOf(first))).toEqual([device.member]);
    expect(device.store.ledger.unsentSaves()).toBe(1);
    await user.click(await screen.findByRole("checkbox", { name: "Kerrottu: Aino K." }));
    await waitFor(() => expect([toldOf(first), toldOf(second)]).toEqual([{}, {}]));
  });

  it("is nobody when nothing is to be told", async () => {
    await bring(device, { ...soon, ver: 2, deleted: true, fields: {} });
    openScreen("/calls", device);
    expect(screen.getByText("Ei soitettavia")).toBeDefined();
  });
});

describe("a group that was called off", () => {
  const bo = changedBy(clientRecord("Bo B.", "+358405550001"), { language: "sv" });
  let group: RecordState;
  let ainoThere: RecordState;
  let boThere: RecordState;
  const ledOn = (adviser: TestDevice["member"], fields: RecordState["fields"] = {}) =>
    appointmentRecord(adviser, null, "2026-12-03", 10 * 60, {
      fields: { form: "group", title: "Hakuilta", status: "cancelled", ...fields },
    });
  const bringGroup = async (fields: RecordState["fields"] = {}, adviser = device.member) => {
    group = ledOn(adviser, fields);
    [ainoThere, boThere] = [attendanceRecord(group, aino), attendanceRecord(group, bo)];
    const silentThere = attendanceRecord(group, silent);
    await bring(device, { ...soon, ver: 2, deleted: true, fields: {} }, bo, group);
    await bring(device, ainoThere, boThere, silentThere);
  };
  const toldOf = ({ id }: RecordState) =>
    Object.keys(device.store.ledger.get(attendanceKind, id)?.values.told ?? {});

  it("is a row for each on its roster, by name, with the words in the person's language", async () => {
    await bringGroup();
    openScreen("/calls", device);
    const ticks = screen.getAllByRole("checkbox", { name: /^Kerrottu: / });
    expect(ticks.map((tick) => tick.getAttribute("aria-label"))).toEqual([
      "Kerrottu: Aino K.",
      "Kerrottu: Bo B.",
      "Kerrottu: Ei Numeroa",
    ]);
    expect(screen.getAllByText(/^Aika on peruttu · Hakuilta · /)).toHaveLength(3);
    expect(messageTo("Aino K.")).toBe(
      "Hei! Sovittu aika to 3.12. klo 10.00 on peruttu. Vastaa tähän, niin sovitaan uusi. Terveisin Aino Esimerkki",
    );
    expect(messageTo("Bo B.")).toBe(
      "Hej! Den avtalade tiden tors 3.12 kl. 10.00 är inställd. Svara här, så kommer vi överens om en ny. Hälsningar, Aino Esimerkki",
    );
    expect(screen.getByRole("link", { name: "Soita: Bo B." }).getAttribute("href")).toBe(
      "tel:+358405550001",
    );
    expect(screen.queryByRole("link", { name: "Soita: Ei Numeroa" })).toBeNull();
  });

  it("keeps the keyboard in the list as its rows are ticked off, and ends at the heading", async () => {
    await bringGroup();
    const { user } = openScreen("/calls", device);
    screen.getByRole("checkbox", { name: "Kerrottu: Aino K." }).focus();
    const focused = () => document.activeElement?.getAttribute("aria-label");
    await user.keyboard(" ");
    await waitFor(() => expect(focused()).toBe("Kerrottu: Bo B."));
    await user.keyboard(" ");
    await waitFor(() => expect(toldOf(boThere)).toEqual([device.member]));
    await waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
  });

  it("is ticked off person by person, each in the person's own record, and unticked again", async () => {
    await bringGroup();
    const { user } = openScreen("/calls", device);
    await user.click(screen.getByRole("checkbox", { name: "Kerrottu: Bo B." }));
    await waitFor(() => expect(toldOf(boThere)).toEqual([device.member]));
    expect(toldOf(ainoThere)).toEqual([]);
    expect(device.store.ledger.get(appointmentKind, group.id)?.values.told).toEqual({});
    const done = screen.getByRole("heading", { name: "Kerrottu tänään" }).closest("section");
    expect(within(done as HTMLElement).getAllByRole("checkbox")).toHaveLength(1);
    await user.click(screen.getByRole("checkbox", { name: "Kerrottu: Bo B." }));
    await waitFor(() => expect(toldOf(boThere)).toEqual([]));
  });

  it("is told by a colleague's tick, in whichever of two records of the person it stands", async () => {
    await bringGroup();
    const { start: at } = group.fields["slot"] as { readonly start: number };
    const mark = { start: at, status: "cancelled", at: addMs(thursdayMorning, -5 * minuteMs) };
    const twice = attendanceRecord(group, aino);
    await bring(device, changedBy(twice, { told: { [colleague]: mark } }));
    const { user } = openScreen("/calls", device);
    expect(screen.getByText("Pekka Esimerkki kertoi 8.55")).toBeDefined();
    await user.click(screen.getByRole("checkbox", { name: "Kerrottu: Aino K." }));
    await waitFor(() => expect(toldOf(twice)).toEqual([]));
    expect(screen.queryByText("Kerrottu tänään")).toBeNull();
  });

  it("is an own call of whoever leads it too, with the name of the one whose time it is", async () => {
    await bringGroup({ coLeaders: { [device.member]: { member: device.member } } }, colleague);
    openScreen("/calls", device);
    expect(screen.getAllByText(/^Aika on peruttu · Hakuilta · .* · Pekka Esimerkki$/)).toHaveLength(
      3,
    );
  });

  it("is counted on the start page by the people who have a number", async () => {
    await bringGroup();
    openScreen("/", device);
    expect(await screen.findByRole("link", { name: "2 soitettavaa" })).toBeDefined();
  });

  it("is no call any more once it is on again", async () => {
    await bringGroup();
    openScreen("/calls", device);
    expect(screen.getAllByRole("checkbox")).toHaveLength(3);
    await bring(device, changedBy(group, { status: "booked" }));
    expect(await screen.findByText("Ei soitettavia")).toBeDefined();
  });
});
