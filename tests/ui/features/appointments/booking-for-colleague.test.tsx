import { screen, waitFor } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import { makeDeviceId, type MemberId, type RecordId } from "#domain/ids.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { toLocal } from "#domain/local-time.ts";
import type { TestDevice } from "../../../support/device.ts";
import { makeSeededChance } from "../../../support/platform.ts";
import { bring, enrolAdviser } from "../../../support/ui/device.ts";
import {
  adviserState,
  allotmentRecord,
  appointmentRecord,
  clientRecord,
  promised,
} from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";

const pekka = "colleague-colleague-12" as MemberId;
const thursday = "2026-11-26";
const clashTitle = "Ohjaajalla on toinen varaus samaan aikaan.";
let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
  await bring(device, adviserState(pekka, "Pekka Esimerkki"));
});

/** Presses and fillings, counted as the main job counts them. */
const open = (path = "/") => {
  const opened = openScreen(path, device);
  let count = 0;
  const step = async (action: Promise<unknown>) => {
    await action;
    count += 1;
  };
  const more = async () => {
    await screen.findByRole("textbox", { name: /Lisätiedot/ });
    await step(opened.user.click(screen.getByRole("button", { name: /^Muuta/ })));
  };
  const choose = (name: string) =>
    step(opened.user.selectOptions(screen.getByRole("combobox", { name: "Ohjaaja" }), name));
  const typeName = async (name: string) =>
    step(opened.user.type(await screen.findByRole("combobox", { name: "Kenelle" }), name));
  const press = (name: string | RegExp) =>
    step(opened.user.click(screen.getByRole("button", { name })));
  return { ...opened, step, more, choose, typeName, press, count: () => count };
};
const booked = () =>
  [...device.store.ledger.all(appointmentKind).values()].map(({ values: { slot } }) => ({
    adviser: slot.adviser,
    minute: toLocal(slot.start).minute,
  }));
const aino = clientRecord("Aino K.");
const busy = (adviser: MemberId, minute: number) =>
  appointmentRecord(adviser, aino, thursday, minute);

describe("booking for a colleague", () => {
  it("takes at most six interactions from the start page, and none more for oneself", async () => {
    const { user, step, more, choose, typeName, press, count } = open();
    await step(user.click(screen.getByRole("link", { name: "Varaa aika" })));
    await typeName("Veikko");
    await more();
    expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "Ohjaaja" }).value).toBe(
      device.member,
    );
    expect(screen.queryByText(/^Ohjaaja: /)).toBeNull();
    await choose("Pekka Esimerkki");
    expect(screen.getByText("Ohjaaja: Pekka Esimerkki")).toBeDefined();
    expect(screen.getByText("Koulutusneuvonta, 45 min, suomi, Pekka Esimerkki")).toBeDefined();
    await press("Varaa to 26.11. klo 9.00");
    expect(
      await screen.findByText("Aika varattu to 26.11. klo 9.00, ohjaaja Pekka Esimerkki"),
    ).toBeDefined();
    expect(count()).toBeLessThanOrEqual(6);
    expect(booked()).toEqual([{ adviser: pekka, minute: 9 * 60 }]);
    await user.click(screen.getByRole("button", { name: "Kumoa" }));
    await waitFor(() => expect(booked()).toEqual([]));
  });

  it("starts anew with the own calendar the next time", async () => {
    const { typeName, more, choose, press, go } = open("/book");
    await typeName("Veikko");
    await more();
    await choose("Pekka Esimerkki");
    await press(/^Varaa to/);
    await screen.findByRole("heading", { name: "Tänään" });
    go("/book");
    expect(await screen.findByText("Koulutusneuvonta, 45 min, suomi")).toBeDefined();
    expect(await screen.findByRole("button", { name: "Varaa to 26.11. klo 9.00" })).toBeDefined();
  });

  it("shows what is known of the colleague's time, not the own", async () => {
    const holder = makeDeviceId(makeSeededChance(7));
    const held = { from: 13 * 60, to: 14 * 60, label: "Messut" };
    await bring(
      device,
      aino,
      busy(device.member, 11 * 60),
      busy(pekka, 10 * 60),
      promised(allotmentRecord(pekka, holder, thursday, held), "held"),
    );
    const { more, choose, user } = open("/book");
    await more();
    await choose("Pekka Esimerkki");
    const taken = await screen.findByRole("radio", {
      name: /^10\.00\s*, varattu: Aino K\. 10\.00–10\.45/,
    });
    expect(screen.getByRole("radio", { name: "11.00" })).toBeDefined();
    expect(screen.getByRole("radio", { name: /^13\.00\s*, varattu toiselle/ })).toBeDefined();
    await user.click(taken);
    expect(await screen.findByText(clashTitle, { selector: ".notice-title" })).toBeDefined();
    await choose("Aino Esimerkki");
    await waitFor(() => expect(screen.getByRole("radio", { name: "10.00" })).toBeDefined());
    expect(screen.queryByText(clashTitle)).toBeNull();
  });

  it("moves a time that was only suggested to the first one that is free, and leaves a chosen one", async () => {
    await bring(device, aino, busy(pekka, 9 * 60), busy(pekka, 14 * 60));
    const { more, choose, user } = open("/book");
    await more();
    await choose("Pekka Esimerkki");
    expect(await screen.findByRole("button", { name: "Varaa to 26.11. klo 9.45" })).toBeDefined();
    await choose("Aino Esimerkki");
    await user.click(screen.getByRole("radio", { name: "14.00" }));
    await choose("Pekka Esimerkki");
    expect(screen.getByRole("button", { name: "Varaa to 26.11. klo 14.00" })).toBeDefined();
    expect(screen.getByText(clashTitle, { selector: ".notice-title" })).toBeDefined();
  });

  it("offers nobody of another team: their times are not on this device", async () => {
    const elsewhere = adviserState("stranger-stranger-1234" as MemberId, "Saara Toisaalla");
    const team = "other-team-other-team1" as RecordId;
    await bring(device, { ...elsewhere, fields: { ...elsewhere.fields, team } });
    const { more } = open("/book");
    await more();
    const names = [...screen.getByRole("combobox", { name: "Ohjaaja" }).children].map(
      ({ textContent }) => textContent,
    );
    expect(names).toEqual(["Aino Esimerkki", "Pekka Esimerkki"]);
  });

  it("is gone on with where it was left, and for oneself when the colleague is not there any more", async () => {
    const first = open("/book");
    await first.typeName("Veikko");
    await first.more();
    await first.choose("Pekka Esimerkki");
    first.close();
    const again = open("/book");
    expect(await screen.findByText(/, Pekka Esimerkki$/)).toBeDefined();
    again.close();
    const gone = adviserState(pekka, "");
    await bring(device, { ...gone, ver: 2, deleted: true, fields: {} });
    open("/book");
    expect(await screen.findByText("Koulutusneuvonta, 45 min, suomi")).toBeDefined();
  });
});
