import { screen } from "@solidjs/testing-library";
import { beforeEach, expect, it } from "vitest";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import type { RecordState } from "#domain/record.ts";
import type { TestDevice } from "../../../support/device.ts";
import { bring, enrolAdviser } from "../../../support/ui/device.ts";
import {
  appointmentRecord,
  changedBy,
  clientRecord,
  kuhmoPlace,
} from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";

let device: TestDevice;
const client = clientRecord("Aino K.");
const withSlot = (start: string, end: string): RecordState => {
  const slot = {
    start: Date.parse(start),
    end: Date.parse(end),
    place: kuhmoPlace.id,
    adviser: device.member,
  };
  return changedBy(appointmentRecord(device.member, client, "2027-01-01", 600), { slot });
};
const slotNow = ({ id }: RecordState) => device.store.ledger.get(appointmentKind, id)?.values.slot;
beforeEach(async () => {
  device = await enrolAdviser();
});
const save = () => screen.findByRole("button", { name: "Tallenna muutokset" });

it("a time in the second of two equal hours stays there when only its place is changed", async () => {
  const record = withSlot("2027-10-31T01:15:00Z", "2027-10-31T01:45:00Z");
  await bring(device, client, record);
  const { user } = openScreen(`/appointments/${record.id}`, device);
  await user.click(screen.getByRole("radio", { name: "Kajaanin toimisto" }));
  await user.click(await save());
  await screen.findByText(/^Muutokset tallennettu:/);
  expect(new Date(slotNow(record)?.start ?? 0).toISOString()).toBe("2027-10-31T01:15:00.000Z");
});

it("a note can be written to a time that goes on past midnight", async () => {
  const record = withSlot("2027-01-15T20:00:00Z", "2027-01-15T23:00:00Z");
  await bring(device, client, record);
  const { user } = openScreen(`/appointments/${record.id}`, device);
  await user.type(screen.getByRole("textbox", { name: /Lisätiedot/ }), "Huomio.");
  await user.click(await save());
  expect(await screen.findByText(/^Muutokset tallennettu:/)).toBeDefined();
});

it("a note can be written to a time that another version has made unreadable", async () => {
  const record = changedBy(withSlot("2027-01-15T20:00:00Z", "2027-01-15T20:30:00Z"), {
    slot: { start: "later", end: "still later" },
  });
  await bring(device, client, record);
  const { user } = openScreen(`/appointments/${record.id}`, device);
  await user.type(screen.getByRole("textbox", { name: /Lisätiedot/ }), "Huomio.");
  await user.click(await save());
  expect(await screen.findByText(/^Muutokset tallennettu:/)).toBeDefined();
});
