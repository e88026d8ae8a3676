import { screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import { addMs, minuteMs } from "#domain/instant.ts";
import type { Json } from "#domain/json.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { conflictKind } from "#domain/kinds/conflict.ts";
import type { RecordState } from "#domain/record.ts";
import type { TestDevice } from "../../support/device.ts";
import { thursdayMorning } from "../../support/platform.ts";
import { bring } from "../../support/ui/device.ts";
import { conflictRecord, kajaaniPlace, promised } from "../../support/ui/network-records.ts";
import { openScreen } from "../../support/ui/screens.tsx";
import { aino, colleague, openSharedAppointment } from "../../support/ui/shared-appointment.ts";

let device: TestDevice;
let appointment: RecordState;
beforeEach(async () => {
  ({ device, appointment } = await openSharedAppointment("Kyyti klo 9. Soittaa."));
});

const conflict = (field: string, kept: Json, lost: Json, of: RecordState = appointment) => {
  const made = conflictRecord(of, field, kept, lost, colleague, thursdayMorning);
  const keptAt = addMs(thursdayMorning, -5 * minuteMs);
  return { ...made, fields: { ...made.fields, keptBy: device.member, keptAt } };
};
const open = () => openScreen(`/appointments/${appointment.id}`, device);
const now = () => device.store.ledger.get(appointmentKind, appointment.id)?.values;
const closings = () =>
  [...device.store.ledger.all(conflictKind).values()].map(({ values }) => values.closed);
const mark = (field: string) => screen.findByRole("button", { name: `Kaksi eri tietoa: ${field}` });
const sheet = (field: string) =>
  screen.findByRole("dialog", { name: `Kaksi eri tietoa: ${field}` });
const pressIn = async (user: ReturnType<typeof open>["user"], field: string, name: string) =>
  user.click(within(await sheet(field)).getByRole("button", { name }));

describe("a field with two versions", () => {
  it("has a mark that opens both, each with who and when", async () => {
    await bring(device, conflict("guidance", "education", "employment"));
    const { user } = open();
    await user.click(await mark("ohjauksen laji"));
    const opened = await sheet("ohjauksen laji");
    expect(within(opened).getByText("Aino K., to 26.11. klo 10.00–10.45")).toBeDefined();
    const [present, other] = within(opened).getAllByRole("heading", { level: 3 });
    expect(present?.parentElement?.textContent).toBe("Nyt voimassasinä, 8.55Koulutusneuvonta");
    expect(other?.parentElement?.textContent).toBe(
      "Toinen tietoPekka Esimerkki, 9.00Työnhaun ohjaus",
    );
  });

  it("takes the other value by an ordinary edit, and is closed by name in the same save", async () => {
    await bring(device, conflict("guidance", "education", "employment"));
    const { user } = open();
    await user.click(await mark("ohjauksen laji"));
    await pressIn(user, "ohjauksen laji", "Käytä toista tietoa");
    await waitFor(() => expect(now()?.guidance).toBe("employment"));
    expect(closings()).toEqual([{ by: device.member, at: thursdayMorning, chose: "lost" }]);
    expect(screen.queryByRole("button", { name: /Kaksi eri tietoa/ })).toBeNull();
    expect(screen.getByText("Työnhaun ohjaus, 45 min, suomi")).toBeDefined();
    expect(device.store.ledger.unsentSaves()).toBe(1);
  });

  it("is told at the top where it is the time, in place of how certain that is", async () => {
    const slot = appointment.fields["slot"] as { readonly start: number; readonly end: number };
    const later = { ...slot, start: slot.start + 60 * minuteMs, end: slot.end + 60 * minuteMs };
    await bring(device, { ...promised(appointment, "held"), ver: 2 });
    const { user } = open();
    expect(await screen.findByText("Aika on vahvistettu.")).toBeDefined();
    await bring(device, conflict("slot", slot, later));
    expect(await screen.findByText("Tästä sovittiin kaksi eri aikaa tai paikkaa")).toBeDefined();
    expect(screen.queryByText("Aika on vahvistettu.")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Katso molemmat" }));
    await pressIn(user, "aika ja paikka", "Pidä nykyinen");
    expect(await screen.findByText("Aika on vahvistettu.")).toBeDefined();
    expect(screen.queryByText("Tästä sovittiin kaksi eri aikaa tai paikkaa")).toBeNull();
  });

  it("keeps the present one", async () => {
    await bring(device, conflict("guidance", "education", "employment"));
    const { user } = open();
    await user.click(await mark("ohjauksen laji"));
    await pressIn(user, "ohjauksen laji", "Pidä nykyinen");
    await waitFor(() => expect(closings()).toMatchObject([{ chose: "kept" }]));
    expect(now()?.guidance).toBe("education");
    expect(device.store.exchange.unsent()).toHaveLength(1);
  });

  it("can be undone: value and mark come back", async () => {
    await bring(device, conflict("guidance", "education", "employment"));
    const { user } = open();
    await user.click(await mark("ohjauksen laji"));
    await pressIn(user, "ohjauksen laji", "Käytä toista tietoa");
    await user.click(await screen.findByRole("button", { name: "Kumoa" }));
    await waitFor(() => expect(closings()).toEqual([null]));
    expect(now()?.guidance).toBe("education");
    expect(await mark("ohjauksen laji")).toBeDefined();
  });

  it("is undone over what it wrote itself, so that a change in between is not overwritten unseen", async () => {
    await bring(device, conflict("guidance", "education", "employment"));
    const { user } = open();
    await user.click(await mark("ohjauksen laji"));
    await pressIn(user, "ohjauksen laji", "Käytä toista tietoa");
    const undo = await screen.findByRole("button", { name: "Kumoa" });
    const [used] = device.store.exchange.unsent();
    await user.click(undo);
    await waitFor(() => expect(closings()).toEqual([null]));
    const back = device.store.exchange.unsent()[2];
    expect(back).toMatchObject({ field: "guidance", seen: { after: used?.id } });
  });

  it.each([
    ["guidance", "ohjauksen laji", "employment", "button", /^Muuta/],
    ["note", "lisätiedot", "Soittaa.", "textbox", /Lisätiedot/],
    ["channel", "tapa", "phone", "radio", /työpaja/],
  ])("hands the focus to the field of %s when its mark is gone", async (...of) => {
    const [field, word, lost, role, name] = of;
    await bring(device, conflict(field, appointment.fields[field] ?? null, lost));
    const { user } = open();
    await user.click(await mark(word));
    await pressIn(user, word, "Pidä nykyinen");
    const control = await screen.findByRole(role, { name });
    await waitFor(() => expect(document.activeElement).toBe(control));
    expect(control.tabIndex).toBe(0);
  });

  it.each([
    ["time", "aika", { start: 0, end: 0 }, "torstai 26.11. klo 10.00–10.45"],
    ["place", "paikka", { place: kajaaniPlace.id }, "Kuhmon kaupungin työpaja"],
    ["adviser", "ohjaaja", { adviser: colleague }, "Aino Esimerkki"],
  ])("about a slot stands where the %s differs, and marks that in both", async (...of) => {
    const [, word, other, present] = of;
    const slot = appointment.fields["slot"] as { readonly start: number; readonly end: number };
    const moved = { start: slot.start + 60 * minuteMs, end: slot.end + 60 * minuteMs };
    const lost = { ...slot, ...("start" in other ? moved : other) };
    await bring(device, conflict("slot", slot, lost));
    const { user } = open();
    const marks = await screen.findAllByRole("button", { name: /^Kaksi eri tietoa/ });
    expect(marks.map(({ textContent }) => textContent)).toEqual([`Kaksi eri tietoa: ${word}`]);
    const before = marks[0]?.parentElement?.previousElementSibling;
    const label = { aika: "Muu kellonaika", paikka: "Missä", ohjaaja: "Ohjaaja" }[word];
    expect(before?.previousElementSibling?.textContent + (before?.textContent ?? "")).toContain(
      label,
    );
    await user.click(await mark(word));
    const opened = await sheet("aika ja paikka");
    const marked = [...opened.querySelectorAll("mark")].map(({ textContent }) => textContent);
    expect(marked).toHaveLength(2);
    expect(marked[0]).toBe(present);
  });

  it("gets the focus back when nothing is decided", async () => {
    await bring(device, conflict("guidance", "education", "employment"));
    const { user } = open();
    await user.click(await mark("ohjauksen laji"));
    await sheet("ohjauksen laji");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    const back = await mark("ohjauksen laji");
    await waitFor(() => expect(document.activeElement).toBe(back));
  });

  it("shows of two texts the places that differ, and marks the words", async () => {
    await bring(device, conflict("note", "Kyyti klo 9. Soittaa.", "Kyyti klo 10. Soittaa."));
    const { user } = open();
    await user.click(await mark("lisätiedot"));
    const place = within(await sheet("lisätiedot")).getByRole("group", { name: "Kohta 1/1" });
    const marked = [...place.querySelectorAll("mark")].map((element) => element.textContent.trim());
    expect(marked).toEqual(["9.", "10."]);
  });

  it("can keep both of two texts, or exchange one for the other", async () => {
    await bring(device, conflict("note", "Kyyti klo 9. Soittaa.", "Toisin."));
    const { user } = open();
    await user.click(await mark("lisätiedot"));
    await pressIn(user, "lisätiedot", "Pidä molemmat");
    await waitFor(() => expect(now()?.note).toBe("Kyyti klo 9. Soittaa.\nToisin."));
    await user.click(await screen.findByRole("button", { name: "Kumoa" }));
    await waitFor(() => expect(now()?.note).toBe("Kyyti klo 9. Soittaa."));
    await user.click(await mark("lisätiedot"));
    await pressIn(user, "lisätiedot", "Käytä toista tietoa");
    await waitFor(() => expect(now()?.note).toBe("Toisin."));
    expect(device.store.exchange.unsent().at(-2)).toMatchObject({ verb: "text" });
  });

  it("says that the value has changed since", async () => {
    await bring(device, conflict("guidance", "vocational", "employment"));
    const { user } = open();
    await user.click(await mark("ohjauksen laji"));
    expect(
      within(await sheet("ohjauksen laji")).getByText("muuttunut tämän jälkeen"),
    ).toBeDefined();
  });

  it("is marked for the client of the appointment too, and in a booking for the client", async () => {
    await bring(device, conflict("phone", "+358401234567", "+358500000000", aino));
    const first = open();
    await first.user.click(await mark("puhelin"));
    expect(within(await sheet("puhelin")).getByText("050 000 0000")).toBeDefined();
    first.close();
    const { user } = openScreen("/book", device);
    await user.type(await screen.findByRole("combobox", { name: "Kenelle" }), "Aino");
    await user.click(await screen.findByRole("option", { name: /Aino K/ }));
    await user.click(await mark("puhelin"));
    await pressIn(user, "puhelin", "Käytä toista tietoa");
    await waitFor(() =>
      expect(device.store.ledger.get(clientKind, aino.id)?.values.phone).toBe("+358500000000"),
    );
  });

  it("of another version shows both values readably and can only stay as it is", async () => {
    const lost = { reason: "sairas", days: 3 };
    await bring(device, conflict("absence", null, lost));
    const { user } = open();
    await user.click(await mark("absence"));
    const opened = await sheet("absence");
    expect(within(opened).getByText("reason: sairas, days: 3")).toBeDefined();
    expect(within(opened).getByText("(tyhjä)")).toBeDefined();
    expect(within(opened).getByText(/Tämä ohjelman versio ei voi vaihtaa/)).toBeDefined();
    expect(within(opened).queryByRole("button", { name: "Käytä toista tietoa" })).toBeNull();
    await pressIn(user, "absence", "Pidä nykyinen");
    await waitFor(() => expect(closings()).toMatchObject([{ chose: "kept" }]));
  });

  it("that somebody else closes meanwhile leaves the sheet", async () => {
    const one = conflict("guidance", "education", "employment");
    await bring(device, one);
    const { user } = open();
    await user.click(await mark("ohjauksen laji"));
    await sheet("ohjauksen laji");
    const closed = { by: colleague, at: thursdayMorning, chose: "kept" };
    await bring(device, { ...one, ver: 2, fields: { ...one.fields, closed } });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });
});

describe("what there is to look at", () => {
  it("is nothing at first, and says so", () => {
    openScreen("/conflicts", device);
    expect(screen.getByRole("heading", { level: 1, name: "Katsottavaa" })).toBeDefined();
    expect(screen.getByText("Ei katsottavaa")).toBeDefined();
    const ways = screen.getAllByRole("link", { name: "Tänään" });
    expect(ways.map((way) => way.getAttribute("href"))).toEqual(["/", "/"]);
  });

  it("lists every open one of the team, of records of a newer version too", async () => {
    const newer: RecordState = { ...aino, id: "something-of-tomorrow1" as never, kind: "survey" };
    await bring(
      device,
      newer,
      conflict("guidance", "education", "employment"),
      conflict("phone", "", "+358500000000", aino),
      conflict("grade", 1, 2, newer),
      conflict("name", "a", "b", { ...aino, id: "not-on-this-device-xy1" as never }),
    );
    openScreen("/conflicts", device);
    const rows = within(screen.getByRole("list", { name: "Katsottavaa" })).getAllByRole("listitem");
    expect(rows.map((row) => row.textContent).sort()).toEqual([
      "Aino K.: gradePekka Esimerkki muutti samaa tietoa 9.00",
      "Aino K.: ohjauksen lajito 26.11. klo 10.00–10.45 · Pekka Esimerkki muutti samaa tietoa 9.00",
      "Aino K.: puhelinPekka Esimerkki muutti samaa tietoa 9.00",
      "Tieto ei ole enää tällä laitteella: nimiPekka Esimerkki muutti samaa tietoa 9.00",
    ]);
  });

  it("moves to the decided ones, where who and when stays readable", async () => {
    await bring(device, conflict("guidance", "education", "employment"));
    const { user } = openScreen("/conflicts", device);
    await user.click(screen.getByRole("button", { name: "Aino K.: ohjauksen laji" }));
    await pressIn(user, "ohjauksen laji", "Pidä nykyinen");
    expect(await screen.findByText("Ei katsottavaa")).toBeDefined();
    const decided = await screen.findByRole("region", { name: "Ratkaistut" });
    const sentence = "Sinä ratkaisit tämän 9.00. Nykyinen tieto pidettiin.";
    // With its time: several of one series differ by nothing else.
    const row = within(decided).getByText(/ · Sinä ratkaisit/);
    expect(row.textContent).toMatch(/\d+\.\d+\. klo 10\.00.* · /);
    expect(row.textContent?.endsWith(` · ${sentence}`)).toBe(true);
    await user.click(within(decided).getByRole("button", { name: "Aino K.: ohjauksen laji" }));
    const opened = await sheet("ohjauksen laji");
    expect(within(opened).getByText(sentence)).toBeDefined();
    expect(within(opened).queryByRole("button", { name: "Pidä nykyinen" })).toBeNull();
  });

  it("counts one that the first version closed among the decided", async () => {
    const old = conflict("guidance", "education", "employment");
    await bring(device, { ...old, fields: { ...old.fields, state: "closed" } });
    const { user } = openScreen("/conflicts", device);
    const decided = screen.getByRole("region", { name: "Ratkaistut" });
    expect(within(decided).getByText(/ · Tämä on ratkaistu\.$/)).toBeDefined();
    await user.click(within(decided).getByRole("button", { name: "Aino K.: ohjauksen laji" }));
    const opened = await sheet("ohjauksen laji");
    expect(within(opened).getByText("Tämä on ratkaistu.")).toBeDefined();
    expect(within(opened).queryByRole("button", { name: "Pidä nykyinen" })).toBeNull();
  });
});
