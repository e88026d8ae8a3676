import { screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import { makeRecordId } from "#domain/ids.ts";
import type { Fields } from "#domain/json.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import type { RecordState } from "#domain/record.ts";
import type { TestDevice } from "../../../support/device.ts";
import { makeSeededChance } from "../../../support/platform.ts";
import { expectOk } from "../../../support/result.ts";
import { bring, enrolAdviser } from "../../../support/ui/device.ts";
import {
  allotmentRecord,
  appointmentRecord,
  changedBy,
  clientRecord,
  promised,
} from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";

const aino = clientRecord("Aino K.");
const helka = clientRecord("Helka V.");
const thursday = "2026-11-26";
const stand = { from: 12 * 60, to: 15 * 60, label: "Asema" };
const guaranteed = "Aika on taattu: se on tälle laitteelle varatuista ajoista.";
const chance = makeSeededChance(33);
let device: TestDevice;

beforeEach(async () => {
  device = await enrolAdviser();
  await bring(device, aino, helka);
});

/** Aino's time at noon, given out of times that a device holds. */
const givenOutOf = (allotment: RecordState): RecordState => {
  const plain = appointmentRecord(device.member, aino, thursday, stand.from);
  const slot = { ...(plain.fields["slot"] as Fields), allotment: allotment.id };
  return changedBy(plain, { slot });
};
const heldBy = (holder: string) =>
  promised(allotmentRecord(device.member, holder, thursday, stand), "held");
/** Books the same time for Helka, as this device does without a network. */
const giveToHelka = async ({ fields: { slot } }: RecordState) => {
  const record = makeRecordId(chance);
  const { promise: _, ...fields } = appointmentRecord(device.member, helka, thursday, 0).fields;
  const made = { ...fields, slot: slot ?? null };
  const kind = appointmentKind.name;
  expectOk(
    await device.store.write([{ verb: "new", record, kind, home: device.team, fields: made }]),
  );
  return record;
};
const cancelled = (record: RecordState) =>
  changedBy(record, { status: "cancelled", cancelling: { by: "client", why: "" } });
const statusOf = (record: RecordState) =>
  device.store.ledger.get(appointmentKind, record.id)?.values.status;
const bringBack = async (record: RecordState) => {
  const opened = openScreen(`/appointments/${record.id}`, device);
  await opened.user.click(await screen.findByRole("button", { name: "Palauta aika" }));
  await waitFor(() => expect(statusOf(record)).toBe("booked"));
  return opened;
};
const toneOf = (text: string) =>
  screen.getByText(text).closest("[data-tone]")?.getAttribute("data-tone");

describe("a held time that was given out again before its first booking came back", () => {
  const said = "Palautettu sovituksi: Aino K. · Sinulla on toinen varaus samaan aikaan.";

  it("is confirmed for the one that the endpoint holds, and certain for nobody else", async () => {
    const allotment = heldBy(device.store.identity.device);
    const first = promised(givenOutOf(allotment), "held");
    await bring(device, allotment, first);
    const opened = openScreen(`/appointments/${first.id}`, device);
    await opened.user.click(screen.getByRole("button", { name: "Peru aika" }));
    const sheet = await screen.findByRole("dialog", { name: "Peru aika" });
    await opened.user.click(within(sheet).getByRole("button", { name: "Peru aika" }));
    await waitFor(() => expect(statusOf(first)).toBe("cancelled"));
    const second = await giveToHelka(first);
    opened.go(`/appointments/${second}`);
    expect((await screen.findAllByText(guaranteed)).length).toBeGreaterThan(0);
    // The message of the cancelling is still there, with its way back.
    await opened.user.click(screen.getByRole("button", { name: "Kumoa" }));
    const undone = "Merkintä kumottu: Aino K. · Sinulla on toinen varaus samaan aikaan.";
    expect(await screen.findByText(undone)).toBeDefined();
    expect(toneOf(undone)).toBe("waiting");
    await waitFor(() => expect(screen.queryByText(guaranteed)).toBeNull());
    expect(screen.getByText(/^Aika on alustava/)).toBeDefined();
    opened.go(`/appointments/${first.id}`);
    expect(await screen.findByText("Aika on vahvistettu.")).toBeDefined();
  });

  it("is certain for neither once the endpoint has heard of the cancelling", async () => {
    const allotment = heldBy(device.store.identity.device);
    const first = cancelled(givenOutOf(allotment));
    await bring(device, allotment, first);
    const second = await giveToHelka(first);
    const { go } = await bringBack(first);
    expect(await screen.findByText(said)).toBeDefined();
    expect(toneOf(said)).toBe("waiting");
    expect(screen.queryByText(guaranteed)).toBeNull();
    go("/");
    expect(await screen.findAllByText("alustava")).toHaveLength(2);
    // What is still held for the stand is certain: that alone.
    expect(screen.getAllByText("taattu")).toHaveLength(1);
    go(`/appointments/${second}`);
    expect(await screen.findByText(/^Aika on alustava/)).toBeDefined();
  });

  it("is certain as before where nobody else has it", async () => {
    const allotment = heldBy(device.store.identity.device);
    const first = cancelled(givenOutOf(allotment));
    await bring(device, allotment, first);
    await bringBack(first);
    expect(await screen.findByText("Palautettu sovituksi: Aino K.")).toBeDefined();
    expect(toneOf("Palautettu sovituksi: Aino K.")).toBe("certain");
    expect(screen.getAllByText(guaranteed).length).toBeGreaterThan(0);
  });
});

describe("a time that is brought back", () => {
  const said = (against: string) => `Palautettu sovituksi: Aino K. · ${against}`;

  it("says over which booking, also outside of held times", async () => {
    const first = cancelled(appointmentRecord(device.member, aino, thursday, 13 * 60));
    const second = appointmentRecord(device.member, helka, thursday, 13 * 60 + 15);
    await bring(device, first, promised(second, "held"));
    await bringBack(first);
    const text = said("Sinulla on toinen varaus samaan aikaan.");
    expect(await screen.findByText(text)).toBeDefined();
    expect(toneOf(text)).toBe("waiting");
  });

  it("says that another device holds the time, but not of what it never gave up", async () => {
    const allotment = heldBy("another-device-0000001");
    const text = said("Tämä aika on varattu toiselle laitteelle.");
    const given = givenOutOf(allotment);
    const unheard = { ...given, id: makeRecordId(chance) };
    await bring(device, allotment, cancelled(given));
    const { close } = await bringBack(given);
    expect(await screen.findByText(text)).toBeDefined();
    close();
    await bring(device, { ...given, deleted: true, ver: 3 }, cancelled(promised(unheard, "held")));
    await bringBack(unheard);
    expect(await screen.findByText("Palautettu sovituksi: Aino K.")).toBeDefined();
  });
});
