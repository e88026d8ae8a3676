import { screen, waitFor } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import type { LocalDate } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { fromLocal } from "#domain/local-time.ts";
import type { Fields } from "#domain/json.ts";
import type { RecordState } from "#domain/record.ts";
import type { TestDevice } from "../../../support/device.ts";
import { expectOk } from "../../../support/result.ts";
import { bring } from "../../../support/ui/device.ts";
import { kajaaniPlace } from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";
import { colleague, openSharedAppointment } from "../../../support/ui/shared-appointment.ts";

const kajaaniName = kajaaniPlace.fields["name"] as string;
const at = (hour: number) => fromLocal("2026-11-26" as LocalDate, hour * 60);
const moved = "Muutokset tallennettu: Aino K. · Siirretty to 26.11. klo 14.00";
let device: TestDevice;
let appointment: RecordState;
beforeEach(async () => {
  ({ device, appointment } = await openSharedAppointment("Ensimmäinen lause."));
});

const now = () => device.store.ledger.get(appointmentKind, appointment.id)?.values;
const open = () => openScreen(`/appointments/${appointment.id}`, device).user;
type User = ReturnType<typeof open>;
const saveMoved = async (user: User) => {
  await user.click(screen.getByRole("radio", { name: "14.00" }));
  await user.click(screen.getByRole("button", { name: "Tallenna muutokset" }));
  await screen.findByText(moved);
  return screen.getByRole("button", { name: "Kumoa" });
};
/** What was saved here reaches the endpoint, and a colleague changes it there. */
const changeElsewhere = async (fields: Fields) => {
  const { store } = device;
  const fates = new Map(store.exchange.unsent().map(({ id }) => [id, "stands"] as const));
  const state = store.ledger.shown(appointment.id);
  if (state === null) throw new Error("the time is there");
  const echo = [{ state: { ...state, ver: 2 }, scopes: [device.team] }];
  expectOk(await store.exchange.takeHeader({ fates, scopes: store.ledger.scopes(), echo }));
  await bring(device, { ...state, ver: 3, fields: { ...state.fields, ...fields } });
};

describe("a time that was moved in the form", () => {
  it("goes back with its place, its adviser and how they meet, and keeps what else was saved", async () => {
    const before = now();
    const user = open();
    await user.click(screen.getByRole("radio", { name: kajaaniName }));
    await user.click(screen.getByRole("radio", { name: "Puhelimitse" }));
    await user.selectOptions(screen.getByRole("combobox", { name: "Ohjaaja" }), "Pekka Esimerkki");
    await user.type(screen.getByRole("textbox", { name: /Lisätiedot/ }), " Toinen.");
    const undo = await saveMoved(user);
    expect(now()).toMatchObject({
      slot: { start: at(14), adviser: colleague },
      movedFrom: { start: at(10), adviser: device.member },
      channel: "phone",
    });
    await user.click(undo);
    expect(await screen.findByText("Siirto kumottu.")).toBeDefined();
    expect(now()?.slot).toEqual(before?.slot);
    expect(now()).toMatchObject({
      movedFrom: null,
      channel: before?.channel,
      note: "Ensimmäinen lause. Toinen.",
    });
    expect(screen.getByText("torstai 26.11. klo 10.00–10.45")).toBeDefined();
    expect(screen.queryByText(/^Siirretty\./)).toBeNull();
  });

  it("is put back over what the move wrote, so that a change in between is not taken back unseen", async () => {
    const user = open();
    const undo = await saveMoved(user);
    const slotOps = () =>
      device.store.exchange.unsent().filter((op) => "field" in op && op.field === "slot");
    const [written] = slotOps();
    await user.click(undo);
    await screen.findByText("Siirto kumottu.");
    expect(slotOps().at(-1)).toMatchObject({ seen: { after: written?.id } });
  });

  it("keeps what a colleague wrote of it since, and another way of meeting", async () => {
    const user = open();
    await user.click(screen.getByRole("radio", { name: "Puhelimitse" }));
    const undo = await saveMoved(user);
    await changeElsewhere({ channel: "remote", note: "Kyyti." });
    await user.click(undo);
    await screen.findByText("Siirto kumottu.");
    expect(now()).toMatchObject({ slot: { start: at(10) }, channel: "remote", note: "Kyyti." });
  });

  it("offers no way back once a colleague has moved it again", async () => {
    const undo = await saveMoved(open());
    const slot = { start: at(15), end: at(16), place: kajaaniPlace.id, adviser: colleague };
    await changeElsewhere({ slot });
    expect(undo.isConnected).toBe(false);
    expect(now()?.slot).toEqual(slot);
  });

  it("says why nothing was undone, when pressed while another move was being saved", async () => {
    const undo = await saveMoved(open());
    const { ledger, write } = device.store;
    const sight = ledger.sightOf(appointment.id);
    const present = now()?.slot;
    if (sight === null || present === undefined) throw new Error("the time is there");
    const slot = { ...present, start: at(15), end: at(16) };
    const saved = write([{ verb: "set", sight, field: "slot", value: slot }]);
    undo.click();
    await saved;
    expect(await screen.findByText(/Aikaa on muutettu sen jälkeen/)).toBeDefined();
    expect(now()?.slot).toEqual(slot);
  });

  it("has no way back of a move where only the place was changed", async () => {
    const user = open();
    await user.click(screen.getByRole("radio", { name: kajaaniName }));
    await user.click(screen.getByRole("button", { name: "Tallenna muutokset" }));
    await screen.findByText("Muutokset tallennettu: Aino K.");
    await waitFor(() => expect(now()?.slot.place).toBe(kajaaniPlace.id));
    expect(screen.queryByRole("button", { name: "Kumoa" })).toBeNull();
  });
});
