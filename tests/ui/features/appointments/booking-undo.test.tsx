import { screen, waitFor } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import type { RecordId } from "#domain/ids.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { TestDevice } from "../../../support/device.ts";
import { expectOk } from "../../../support/result.ts";
import { bring, enrolAdviser } from "../../../support/ui/device.ts";
import { promised, waitingRecord } from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";

let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
});

const appointments = () => [...device.store.ledger.all(appointmentKind).values()];
const clients = () => [...device.store.ledger.all(clientKind).values()];

const bookVeikko = async () => {
  const { user, path } = openScreen("/book", device);
  await screen.findByRole("textbox", { name: /Lisätiedot/ });
  await user.type(screen.getByRole("combobox", { name: "Kenelle" }), "Veikko");
  await user.click(screen.getByRole("button", { name: /^Varaa to/ }));
  const undo = await screen.findByRole("button", { name: "Kumoa" });
  await waitFor(() => expect(path()).toBe("/"));
  return { user, path, undo };
};
const writeNote = async (record: RecordId | undefined) => {
  const { store } = device;
  const sight = record === undefined ? null : store.ledger.sightOf(record);
  if (sight === null) throw new Error("the record is there");
  expectOk(await store.write([{ verb: "text", sight, field: "note", value: "Kyyti." }]));
};

describe("the undo of a booking", () => {
  it("takes back what was made, the new client too", async () => {
    const { user, undo } = await bookVeikko();
    await user.click(undo);
    expect(await screen.findByText("Varaus kumottu.")).toBeDefined();
    expect(appointments()).toEqual([]);
    expect(clients()).toEqual([]);
  });

  it.each([
    ["the time", () => appointments()[0]?.id],
    ["its new client", () => clients()[0]?.id],
  ])("offers no undo once %s was written on, and takes nothing away", async (_, record) => {
    const { undo } = await bookVeikko();
    await writeNote(record());
    expect(undo.isConnected).toBe(false);
    expect(appointments()).toHaveLength(1);
    expect(clients()).toHaveLength(1);
  });

  it("offers no undo once its new client waits for another time", async () => {
    const { undo } = await bookVeikko();
    const [client] = clients();
    const made = client === undefined ? null : device.store.ledger.shown(client.id);
    if (made === null) throw new Error("the client is there");
    await bring(device, waitingRecord(made, "2026-11-26"));
    expect(undo.isConnected).toBe(false);
    expect(clients()).toHaveLength(1);
  });

  it("says why nothing was undone, when pressed while a change was being saved", async () => {
    const { undo } = await bookVeikko();
    const saved = writeNote(appointments()[0]?.id);
    undo.click();
    await saved;
    expect(await screen.findByText(/Sitä on muutettu sen jälkeen/)).toBeDefined();
    expect(appointments().map(({ values }) => values.note)).toEqual(["Kyyti."]);
  });

  it("is undone though the endpoint has confirmed its time", async () => {
    const { user, undo } = await bookVeikko();
    const [made] = appointments();
    const state = made === undefined ? null : device.store.ledger.shown(made.id);
    if (state === null) throw new Error("the time is there");
    await bring(device, promised({ ...state, ver: 1 }, "held"));
    await user.click(undo);
    expect(await screen.findByText("Varaus kumottu.")).toBeDefined();
    expect(appointments()).toEqual([]);
  });

  it("leaves the page of a time that was undone there", async () => {
    const { user, path, undo } = await bookVeikko();
    await user.click(screen.getByRole("link", { name: "9.00 Veikko" }));
    await waitFor(() => expect(path()).toBe(`/appointments/${appointments()[0]?.id}`));
    await user.click(undo);
    await waitFor(() => expect(path()).toBe("/"));
    expect(appointments()).toEqual([]);
  });
});
