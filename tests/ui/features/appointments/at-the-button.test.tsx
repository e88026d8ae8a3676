import { screen, waitFor } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import type { LocalDate } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { fromLocal } from "#domain/local-time.ts";
import type { RecordState } from "#domain/record.ts";
import type { TestDevice } from "../../../support/device.ts";
import { bring, enrolAdviser } from "../../../support/ui/device.ts";
import {
  adviserState,
  appointmentRecord,
  areaState,
  changedBy,
  clientRecord,
  kajaaniPlace,
  kuhmoPlace,
} from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";
import { colleague } from "../../../support/ui/shared-appointment.ts";

const aino = clientRecord("Aino K.");
const pekka = clientRecord("Pekka P.");
const thursday = "2026-11-26";
const friday = "2026-11-27";
const on = (date: string, minute: number) => fromLocal(date as LocalDate, minute);
let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
});

/** What is said in the bar with the button, which stays in sight. */
const said = (button: RegExp | string) => {
  const bar = screen.getByRole("button", { name: button }).parentElement;
  const note = bar?.querySelector("[role=note]");
  if (note === null || note === undefined) throw new Error("nothing can be said there");
  return note.textContent;
};
const own = (date: string, minute: number, client = aino) =>
  appointmentRecord(device.member, client, date, minute);
const save = "Tallenna muutokset";

describe("beside the button that books", () => {
  const book = /^Varaa (?:to|pe)/;

  it("stands that the time is taken and the drive too short, the shorter first, until another is chosen", async () => {
    await bring(
      device,
      changedBy(areaState, { travel: { "205-290": 75 } }),
      appointmentRecord(device.member, aino, thursday, 540, { place: kajaaniPlace }),
      own(thursday, 600, pekka),
    );
    const { user } = openScreen(`/book?date=${thursday}&minute=600`, device);
    await user.click(await screen.findByRole("radio", { name: "Kuhmon kaupungin työpaja" }));
    expect(said(book)).toBe("Matkaan ei jää tarpeeksi aikaa. Sinulla on jo varaus samaan aikaan.");
    // A voice is told of it once, where it stands in the form.
    const told = screen
      .getAllByRole("status")
      .filter(({ textContent }) => textContent.includes("Sinulla on jo varaus samaan aikaan"));
    expect(told).toHaveLength(1);
    // The page makes room for it, so that the keys bring what they come to above it.
    const isRoomMade = () => document.documentElement.hasAttribute("data-has-bar-warning");
    expect(isRoomMade()).toBe(true);
    await user.click(screen.getByRole("radio", { name: "13.00" }));
    expect(said(book)).toBe("");
    await waitFor(() => expect(isRoomMade()).toBe(false));
  });

  it("stands that the room is taken, and the time is booked all the same", async () => {
    const rooms = { r1: { name: "Huone 1", private: true } };
    const other = appointmentRecord(colleague, null, thursday, 600);
    const slot = { ...(other.fields["slot"] as object), room: "r1" };
    await bring(
      device,
      adviserState(colleague, "Oiva Esimerkki"),
      changedBy(kuhmoPlace, { rooms }),
      changedBy(other, { slot }),
    );
    const { user } = openScreen(`/book?date=${thursday}&minute=600`, device);
    await user.click(await screen.findByRole("radio", { name: "Kuhmon kaupungin työpaja" }));
    expect(said(book)).toBe("");
    await user.click(screen.getByRole("radio", { name: "Huone 1, yksityinen" }));
    expect(said(book)).toBe("Huone on silloin varattu.");
    await user.type(screen.getByRole("combobox", { name: "Kenelle" }), "Veikko");
    await user.click(screen.getByRole("button", { name: book }));
    const message = await screen.findByText(/^Aika varattu/);
    expect(message.textContent).not.toContain("Huone");
    expect(message.closest("[data-tone]")?.getAttribute("data-tone")).toBe("certain");
  });

  it("stands that somebody has the time, and the message goes on saying so", async () => {
    await bring(device, own(thursday, 600, pekka));
    const { user } = openScreen(`/book?date=${thursday}&minute=600`, device);
    await user.type(await screen.findByRole("combobox", { name: "Kenelle" }), "Veikko");
    expect(said(book)).toBe("Sinulla on jo varaus samaan aikaan.");
    await user.click(screen.getByRole("button", { name: book }));
    const message = await screen.findByText(/^Aika varattu/);
    expect(message.textContent).toMatch(/ · Sinulla on jo varaus samaan aikaan\.$/);
    expect(message.closest("[data-tone]")?.getAttribute("data-tone")).toBe("waiting");
  });
});

describe("beside the button that saves a change", () => {
  let time: RecordState;
  const start = () => device.store.ledger.get(appointmentKind, time.id)?.values.slot.start;
  beforeEach(async () => {
    time = own(thursday, 780);
    await bring(device, aino, pekka, time, own(friday, 780, pekka));
  });
  const open = () => openScreen(`/appointments/${time.id}`, device).user;

  it("stands that the time is taken, and the message names it with the way back", async () => {
    const user = open();
    await user.click(screen.getByRole("radio", { name: /^huomenna, perjantai/ }));
    await user.click(screen.getByRole("radio", { name: /^13\.00/ }));
    expect(said(save)).toBe("Sinulla on toinen varaus samaan aikaan.");
    await user.click(screen.getByRole("button", { name: save }));
    const message = await screen.findByText(
      "Muutokset tallennettu: Aino K. · Siirretty pe 27.11. klo 13.00 · Sinulla on toinen varaus samaan aikaan.",
    );
    expect(message.closest("[data-tone]")?.getAttribute("data-tone")).toBe("waiting");
    await user.click(screen.getByRole("button", { name: "Kumoa" }));
    await waitFor(() => expect(start()).toBe(on(thursday, 780)));
  });

  it("stands nothing of a time that stays where it is", async () => {
    await bring(device, own(thursday, 795, pekka));
    const user = open();
    await user.type(screen.getByRole("textbox", { name: /Lisätiedot/ }), "Kyyti.");
    expect(said(save)).toBe("");
  });
});

describe("another day on which the hour is taken", () => {
  const chosen = () =>
    screen
      .getAllByRole("radio", { checked: true })
      .map((one) => (one as HTMLInputElement).value)
      .filter((value) => value.includes(":"));
  const tomorrow = () => screen.getByRole("radio", { name: /^huomenna, perjantai/ });
  const today = () => screen.getByRole("radio", { name: /^tänään/ });

  it("takes the nearest free time instead, and the own hour again on a day that has it", async () => {
    const time = own(thursday, 780);
    await bring(device, aino, pekka, time, own(friday, 780, pekka));
    const { user } = openScreen(`/appointments/${time.id}`, device);
    await user.click(tomorrow());
    expect(chosen()).toEqual(["13:45"]);
    expect(said(save)).toBe("");
    await user.click(today());
    expect(chosen()).toEqual(["13:00"]);
  });

  it("does so in a booking too", async () => {
    await bring(device, pekka, own(friday, 780, pekka));
    const { user } = openScreen(`/book?date=${thursday}&minute=780`, device);
    await user.click(await screen.findByRole("radio", { name: /^huomenna, perjantai/ }));
    expect(screen.getByRole("button", { name: "Varaa pe 27.11. klo 13.45" })).toBeDefined();
  });

  it("keeps a time that was typed, and says at the button that it is taken", async () => {
    await bring(device, pekka, own(friday, 780, pekka));
    const { user } = openScreen(`/book?date=${thursday}&minute=600`, device);
    await user.type(await screen.findByRole("textbox", { name: /Muu kellonaika/ }), "13.10{Enter}");
    await user.click(tomorrow());
    expect(said("Varaa pe 27.11. klo 13.10")).toBe("Sinulla on jo varaus samaan aikaan.");
  });
});
