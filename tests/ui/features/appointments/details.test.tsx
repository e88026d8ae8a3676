import { screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { MemberId } from "#domain/ids.ts";
import type { Op } from "#domain/op.ts";
import type { RecordState } from "#domain/record.ts";
import { type TestDevice, testTeam } from "../../../support/device.ts";
import { expectOk } from "../../../support/result.ts";
import { bring } from "../../../support/ui/device.ts";
import {
  adviserState,
  appointmentRecord,
  clientRecord,
} from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";
import { aino, colleague, openSharedAppointment } from "../../../support/ui/shared-appointment.ts";

let device: TestDevice;
let appointment: RecordState;
beforeEach(async () => {
  ({ device, appointment } = await openSharedAppointment("Ensimmäinen lause."));
});

const open = () => openScreen(`/appointments/${appointment.id}`, device);
const now = () => device.store.ledger.get(appointmentKind, appointment.id)?.values;
const unsent = (): readonly Op[] => device.store.exchange.unsent();
const save = () => screen.getByRole("button", { name: "Tallenna muutokset" });
/** Presses "cancel the appointment", and again in the sheet that asks by whom. */
const cancel = async (user: ReturnType<typeof open>["user"]) => {
  await user.click(screen.getByRole("button", { name: "Peru aika" }));
  const sheet = await screen.findByRole("dialog", { name: "Peru aika" });
  await user.click(within(sheet).getByRole("button", { name: "Peru aika" }));
};
const note = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: /Lisätiedot/ });
/** The same record as somebody else has made it. */
const changed = (record: RecordState, fields: RecordState["fields"]): RecordState => ({
  ...record,
  ver: record.ver + 1,
  fields: { ...record.fields, ...fields },
});

describe("an appointment's page", () => {
  it("shows who, when and where", () => {
    open();
    expect(screen.getByRole("heading", { level: 1, name: "Aino K." })).toBeDefined();
    expect(screen.getByText("torstai 26.11. klo 10.00–10.45")).toBeDefined();
    expect(
      screen.getByRole<HTMLInputElement>("radio", { name: "Kuhmon kaupungin työpaja" }).checked,
    ).toBe(true);
    expect(screen.getByRole("link", { name: "Soita 040 123 4567" }).getAttribute("href")).toBe(
      "tel:+358401234567",
    );
    expect(screen.queryByRole("button", { name: "Tallenna muutokset" })).toBeNull();
  });

  it("says clearly when there is no such time", async () => {
    openScreen("/appointments/nobody-knows-this-one1", device);
    expect(screen.getByRole("heading", { name: "Tätä aikaa ei löydy" })).toBeDefined();
  });

  it("says that its client's data were erased, also to whoever has it open, and keeps no word of them", async () => {
    open();
    expect(screen.getByRole("heading", { level: 1, name: "Aino K." })).toBeDefined();
    const erase = [aino.id, appointment.id];
    const cursor = { epoch: "e", seq: 999 };
    expectOk(
      await device.store.exchange.takeChunks({ scope: testTeam, put: [], drop: [], erase, cursor }),
    );
    expect(
      await screen.findByRole("heading", { level: 1, name: "Tiedot on poistettu pyynnöstä" }),
    ).toBeDefined();
    expect(screen.getByText(/ei ole mitään jäljellä tällä laitteella/)).toBeDefined();
    expect(document.body.textContent).not.toMatch(/Aino K\.|Ensimmäinen lause/);
  });

  it("writes only what was changed", async () => {
    const { user } = open();
    await user.type(note(), " Toinen.");
    await user.click(screen.getByRole("radio", { name: "Puhelimitse" }));
    await user.click(save());
    expect(await screen.findByText(/^Muutokset tallennettu:/)).toBeDefined();
    expect(unsent().map((op) => ("field" in op ? op.field : op.verb))).toEqual([
      "channel",
      "slot",
      "note",
    ]);
    expect(unsent().at(-1)).toMatchObject({ verb: "text", base: "Ensimmäinen lause." });
    expect(now()).toMatchObject({ channel: "phone", note: "Ensimmäinen lause. Toinen." });
    expect(screen.getByText(/lähetetään, kun yhteys on/)).toBeDefined();
    await waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
  });

  it("moves the time and keeps its length", async () => {
    const { user } = open();
    await user.click(screen.getByRole("radio", { name: "14.00" }));
    await user.click(save());
    await screen.findByText("torstai 26.11. klo 14.00–14.45");
    expect(unsent().map((op) => ("field" in op ? op.field : op.verb))).toEqual([
      "slot",
      "movedFrom",
    ]);
    expect(screen.getByText("Siirretty. Aika oli to 26.11. klo 10.00.")).toBeDefined();
  });

  it("does not take its own time for taken", () => {
    open();
    expect(screen.getByRole("radio", { name: "10.00" })).toBeDefined();
  });

  it("corrects the client's name, or changes to a new client, as the person says", async () => {
    const { user } = open();
    const who = screen.getByRole("combobox", { name: "Kenelle" });
    await user.type(who, "orhonen");
    expect(
      screen.getByRole<HTMLInputElement>("radio", { name: "Korjaa saman asiakkaan nimi" }).checked,
    ).toBe(true);
    await user.click(save());
    await screen.findByRole("heading", { level: 1, name: "Aino K.orhonen" });
    expect(device.store.ledger.all(clientKind).size).toBe(1);

    await user.clear(who);
    await user.type(who, "Veikko");
    await user.click(screen.getByRole("radio", { name: "Vaihda uuteen asiakkaaseen" }));
    await user.click(save());
    await screen.findByRole("heading", { level: 1, name: "Veikko" });
    expect(device.store.ledger.all(clientKind).size).toBe(2);
    expect(device.store.ledger.get(clientKind, aino.id)?.values.name).toBe("Aino K.orhonen");
  });

  it("changes to another known client", async () => {
    await bring(device, clientRecord("Veikko Varjola"));
    const { user } = open();
    const who = screen.getByRole("combobox", { name: "Kenelle" });
    await user.clear(who);
    await user.type(who, "vei");
    await user.click(await screen.findByRole("option", { name: "Veikko Varjola" }));
    await user.click(save());
    await screen.findByRole("heading", { level: 1, name: "Veikko Varjola" });
    expect(device.store.ledger.get(clientKind, aino.id)?.values.phone).toBe("+358401234567");
  });

  it("hands the time to a colleague", async () => {
    const { user } = open();
    await user.selectOptions(screen.getByRole("combobox", { name: "Ohjaaja" }), "Pekka Esimerkki");
    await user.click(save());
    await screen.findByText(/^Muutokset tallennettu:/);
    expect(now()?.slot.adviser).toBe(colleague);
  });

  it("is not handed to an adviser of another team, who would never see it", async () => {
    const other = adviserState("colleague-of-another-1" as MemberId, "Liisa Toisaalla");
    const team = "another-team-another-1";
    await bring(device, { ...other, fields: { ...other.fields, team } });
    open();
    const field = screen.getByRole("combobox", { name: "Ohjaaja" });
    const names = within(field).getAllByRole("option");
    expect(names.map((one) => one.textContent)).toEqual(["Aino Esimerkki", "Pekka Esimerkki"]);
  });

  it("names a wrong field beside it and keeps what is typed", async () => {
    const { user } = open();
    const phone = screen.getByRole("textbox", { name: /Puhelin/ });
    await user.clear(phone);
    await user.type(phone, "puh");
    await user.click(save());
    expect(
      await screen.findByRole("textbox", { name: /Puhelin/, description: /puhelinnumerolta/ }),
    ).toHaveProperty("value", "puh");
    expect(unsent()).toEqual([]);
  });

  it("leaves no message that names a client who is gone from the device", async () => {
    const { user } = open();
    await cancel(user);
    expect(await screen.findByText("Aika peruttu: Aino K.")).toBeDefined();
    await bring(device, { ...aino, ver: 2, deleted: true, fields: {} });
    await waitFor(() => expect(screen.queryByText(/Aino K\./)).toBeNull());
  });

  it("cancels with undo, and brings back", async () => {
    const { user } = open();
    await cancel(user);
    expect(await screen.findByText("Tämä aika on peruttu.")).toBeDefined();
    await user.click(await screen.findByRole("button", { name: "Kumoa" }));
    await waitFor(() => expect(now()?.status).toBe("booked"));
    await cancel(user);
    // Who may take the time now stands at the top, far from the button that is gone.
    await waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
    await user.click(await screen.findByRole("button", { name: "Palauta aika" }));
    await waitFor(() => expect(now()?.status).toBe("booked"));
  });

  it("tells of another booking at the same time, but not once it is cancelled", async () => {
    await bring(device, appointmentRecord(device.member, aino, "2026-11-26", 10 * 60 + 15));
    const { user } = open();
    expect(screen.getByText("Sinulla on toinen varaus samaan aikaan.")).toBeDefined();
    expect(screen.queryByText(/Voit silti varata/)).toBeNull();
    await cancel(user);
    await screen.findByText("Tämä aika on peruttu.");
    expect(screen.queryByText(/samaan aikaan/)).toBeNull();
  });

  it("does not send by Enter in a field", async () => {
    const { user } = open();
    await user.type(screen.getByRole("combobox", { name: "Kenelle" }), "x{Enter}");
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: /Puhelin/ }));
    expect(unsent()).toEqual([]);
  });

  it("deletes after asking", async () => {
    const { user, path } = open();
    await user.click(screen.getByRole("button", { name: "Poista aika" }));
    await user.click(await screen.findByRole("button", { name: "Älä poista" }));
    await user.click(await screen.findByRole("button", { name: "Poista aika" }));
    const dialog = await screen.findByRole("alertdialog");
    expect(now()).toBeDefined();
    await user.click(within(dialog).getByRole("button", { name: "Poista aika" }));
    await screen.findByText(/^Aika poistettu:/);
    expect(now()).toBeUndefined();
    await waitFor(() => expect(path()).toBe("/appointments"));
  });
});

describe("a record that changes under an open form", () => {
  it("shows in what nobody has touched here", async () => {
    open();
    await bring(device, changed(appointment, { note: "Toisen lause." }));
    await waitFor(() => expect(note().value).toBe("Toisen lause."));
    expect(screen.queryByText(/Joku muutti samaan aikaan/)).toBeNull();
  });

  it("leaves what is being written, says so, and saves it against what was seen", async () => {
    const { user } = open();
    await user.type(note(), " Oma lisäys.");
    await bring(device, changed(appointment, { note: "Toisen lause.", guidance: "other" }));
    expect(
      await screen.findByText(/Joku muutti samaan aikaan: lisätiedot\. Kirjoittamasi on tallessa/),
    ).toBeDefined();
    expect(note().value).toBe("Ensimmäinen lause. Oma lisäys.");
    expect(screen.getByText(/^Muu ohjaus, 45 min/)).toBeDefined();
    await user.click(save());
    await screen.findByText(/^Muutokset tallennettu:/);
    expect(unsent()).toHaveLength(1);
    expect(unsent()[0]).toMatchObject({
      verb: "text",
      seen: { ver: 1 },
      base: "Ensimmäinen lause.",
    });
  });

  it("is written against the new version once it has been shown", async () => {
    const { user } = open();
    await bring(device, changed(appointment, { note: "Toisen lause." }));
    await waitFor(() => expect(note().value).toBe("Toisen lause."));
    await user.type(note(), " Oma.");
    await user.click(save());
    await screen.findByText(/^Muutokset tallennettu:/);
    expect(unsent()[0]).toMatchObject({ seen: { ver: 2 }, base: "Toisen lause." });
  });

  it("goes on from the own unsent edit after a save", async () => {
    const { user } = open();
    await user.type(note(), " Yksi.");
    await user.click(save());
    await screen.findByText(/^Muutokset tallennettu:/);
    await user.type(note(), " Kaksi.");
    await user.click(save());
    await waitFor(() => expect(unsent()).toHaveLength(2));
    expect(unsent()[1]).toMatchObject({ seen: { after: unsent()[0]?.id } });
  });
});
