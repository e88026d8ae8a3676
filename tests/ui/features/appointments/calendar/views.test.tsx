import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MemberId } from "#domain/ids.ts";
import type { LocalDate } from "#domain/instant.ts";
import { fromLocal } from "#domain/local-time.ts";
import type { TestDevice } from "../../../../support/device.ts";
import { bring, enrolAdviser } from "../../../../support/ui/device.ts";
import {
  absenceRecord,
  adviserState,
  allotmentRecord,
  appointmentRecord,
  busyRecord,
  clientRecord,
  kajaaniPlace,
  promised,
} from "../../../../support/ui/network-records.ts";
import { openScreen } from "../../../../support/ui/screens.tsx";
import { setWindowWide } from "../../../../support/ui/window-width.ts";

const pekka = "colleague-colleague-12" as MemberId;
const thursday = "2026-11-26";
const friday = "2026-11-27";
const aino = clientRecord("Aino K.");
const veikko = clientRecord("Veikko");
const span = (date: string, from: number, to: number) => ({
  start: fromLocal(date as LocalDate, from * 60),
  end: fromLocal(date as LocalDate, to * 60),
});
let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
  await bring(device, aino, veikko, adviserState(pekka, "Pekka Esimerkki"));
});
afterEach(() => setWindowWide(false));

/** The gaps of a day come with its second picture. */
const secondPicture = () =>
  new Promise<void>((seen) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(seen)));
  });
const items = async (day: RegExp) => {
  await secondPicture();
  return within(screen.getByRole("list", { name: day }))
    .queryAllByRole("listitem")
    .map((item) => item.textContent?.replaceAll(/\s+/g, " ").trim());
};

describe("the day", () => {
  it("is a list of what is on it in its order: times, gaps, absences, other calendars, held times", async () => {
    await bring(
      device,
      adviserState(device.member, "Aino Esimerkki", [
        { weekday: 5, from: 540, until: 900, place: null },
      ]),
      promised(appointmentRecord(device.member, aino, friday, 600), "held"),
      absenceRecord(device.member, span(friday, 11, 12)),
      busyRecord(device.member, "Outlook", [span(friday, 12, 12.5)]),
      promised(
        allotmentRecord(device.member, device.store.identity.device, friday, {
          from: 780,
          to: 840,
          label: "asema",
        }),
        "held",
      ),
    );
    openScreen(`/appointments?view=day&date=${friday}`, device);
    expect(await items(/Huomenna, perjantai 27\. marraskuuta/)).toEqual([
      "Vapaa 9.00–10.00",
      "10.00–10.45 Aino K. vahvistettu Kuhmon kaupungin työpaja",
      "Poissa klo 11.00–12.00",
      "Muu kalenteri: Outlook klo 12.00–12.30",
      "Vapaa 12.30–13.00",
      "Varattu tälle laitteelle: asema klo 13.00–14.00",
      "Taattu 13.00–14.00 · asema",
      "Vapaa 14.00–15.00",
    ]);
  });

  it("opens an appointment, and a booking at a free time with the length and place of what is held", async () => {
    await bring(
      device,
      appointmentRecord(device.member, aino, friday, 600),
      promised(
        allotmentRecord(device.member, device.store.identity.device, friday, {
          from: 780,
          to: 840,
          label: "",
        }),
        "held",
      ),
    );
    const { user, path } = openScreen(`/appointments?view=day&date=${friday}`, device);
    const held = await screen.findByRole("link", { name: /^Taattu 13\.00/ });
    expect(held.getAttribute("href")).toContain("/book?date=2026-11-27&minute=780&place=");
    expect(held.getAttribute("href")).toContain("&length=30");
    await user.click(await screen.findByRole("link", { name: /^Vapaa 8\.00/ }));
    expect(path()).toBe("/book?date=2026-11-27&minute=480");
    expect(await screen.findByRole("button", { name: "Varaa pe 27.11. klo 8.00" })).toBeDefined();
  });

  it("books at the quarter of an hour that was pointed at, and by the keys at the start", async () => {
    openScreen(`/appointments?view=day&date=${friday}`, device);
    const free = await screen.findByRole("link", { name: /^Vapaa 8\.00–17\.00/ });
    // Nine hours are 900 pixels high here.
    free.getBoundingClientRect = () => new DOMRect(0, 100, 300, 900);
    fireEvent.pointerDown(free, { clientY: 100 + 330 });
    expect(free.getAttribute("href")).toBe("/book?date=2026-11-27&minute=675");
    expect(free.textContent).toContain("Varaa klo 11.15");
    fireEvent.keyDown(free, { key: "Enter" });
    expect(free.getAttribute("href")).toBe("/book?date=2026-11-27&minute=480");
  });

  it("shows nothing as free that is over, and says when a day is a holiday or not worked", async () => {
    const clock = { now: () => fromLocal(thursday as LocalDate, 14 * 60 + 5) };
    const { user } = openScreen(`/appointments?view=day&date=${thursday}`, {
      ...device,
      platform: { clock },
    });
    expect(await items(/Tänään/)).toEqual(["Vapaa 14.15–17.00"]);
    await user.click(screen.getByRole("button", { name: "Edellinen päivä" }));
    expect(await items(/Eilen/)).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "Valitse päivä" }));
    fireEvent.change(screen.getByLabelText("Valitse päivä", { selector: "input" }), {
      target: { value: "2026-12-24" },
    });
    expect(await screen.findByText("Viikko 52 · Jouluaatto")).toBeDefined();
  });

  it("goes on and back by buttons, arrow keys and Home, which take the focus to the day", async () => {
    const { user, path } = openScreen(`/appointments?view=day&date=${thursday}`, device);
    await user.click(screen.getByRole("button", { name: "Seuraava päivä" }));
    expect(screen.getByRole("heading", { level: 2, name: /^Huomenna/ })).toBeDefined();
    await user.keyboard("{ArrowRight}");
    const heading = screen.getByRole("heading", { level: 2, name: /^Lauantai 28\.11\./ });
    expect(document.activeElement).toBe(heading);
    await waitFor(() => expect(path()).toContain("date=2026-11-28"));
    await user.keyboard("{ArrowLeft}{ArrowLeft}{ArrowLeft}");
    expect(screen.getByRole("heading", { level: 2, name: /^Eilen/ })).toBeDefined();
    await user.keyboard("{Home}");
    expect(screen.getByRole("heading", { level: 2, name: /^Tänään/ })).toBeDefined();
  });

  it("keeps the focus on a time while others come in", async () => {
    await bring(device, appointmentRecord(device.member, aino, friday, 600));
    openScreen(`/appointments?view=day&date=${friday}`, device);
    const link = screen.getByRole("link", { name: /Aino K\./ });
    link.focus();
    await bring(device, appointmentRecord(device.member, veikko, friday, 720));
    expect(await screen.findByRole("link", { name: /Veikko/ })).toBeDefined();
    expect(document.activeElement).toBe(link);
    await bring(
      device,
      appointmentRecord(device.member, veikko, friday, 480),
      appointmentRecord(device.member, null, friday, 540),
    );
    expect(await screen.findByRole("link", { name: /Ei asiakasta/ })).toBeDefined();
    expect(document.activeElement).toBe(link);
  });

  it("marks a tentative and a clashing time in words", async () => {
    const other = appointmentRecord(device.member, veikko, friday, 600);
    await bring(
      device,
      appointmentRecord(device.member, aino, friday, 780),
      promised(other, "clash", appointmentRecord(device.member, aino, friday, 600)),
    );
    openScreen(`/appointments?view=day&date=${friday}`, device);
    expect(screen.getByRole("link", { name: /Aino K\. alustava/ })).toBeDefined();
    expect(screen.getByRole("link", { name: /Veikko päällekkäinen aika/ })).toBeDefined();
  });
});

describe("whose times", () => {
  it("are a colleague's, who is booked for from their free times", async () => {
    await bring(
      device,
      appointmentRecord(pekka, veikko, friday, 480, { minutes: 60 }),
      appointmentRecord(device.member, aino, friday, 600),
    );
    const { user, path } = openScreen(`/appointments?view=day&date=${friday}`, device);
    await user.selectOptions(
      screen.getByRole("combobox", { name: "Kenen ajat" }),
      "Pekka Esimerkki",
    );
    expect(await items(/Huomenna/)).toEqual([
      "8.00–9.00 Veikko alustava Kuhmon kaupungin työpaja",
      "Vapaa 9.00–17.00",
    ]);
    await user.click(await screen.findByRole("link", { name: /^Vapaa 9\.00/ }));
    expect(path()).toBe(`/book?date=2026-11-27&minute=540&adviser=${pekka}`);
  });

  it("are those at a place, with whose they are, and remembered with the view", async () => {
    await bring(
      device,
      appointmentRecord(pekka, veikko, friday, 480, { place: kajaaniPlace }),
      appointmentRecord(device.member, aino, friday, 600),
    );
    const first = openScreen(`/appointments?view=day&date=${friday}`, device);
    await first.user.selectOptions(
      screen.getByRole("combobox", { name: "Kenen ajat" }),
      "Kajaanin toimisto",
    );
    expect(await items(/Huomenna/)).toEqual([
      "8.00–8.45 Veikko Pekka alustava",
      "Vapaa 8.45–17.00",
    ]);
    first.close();
    openScreen("/appointments", device);
    // The day is remembered as well: it is still the same one.
    expect((await items(/Huomenna/))[0]).toContain("Veikko");
  });
});

describe("the week", () => {
  it("has a list a day on a wide window, and is the day on a narrow one", async () => {
    await bring(
      device,
      appointmentRecord(device.member, aino, thursday, 600),
      appointmentRecord(device.member, veikko, friday, 600),
    );
    setWindowWide(true);
    const { user, close } = openScreen(`/appointments?view=week&date=${thursday}`, device);
    expect(screen.getByRole("heading", { level: 2, name: "Viikko 48" })).toBeDefined();
    expect(screen.getAllByRole("heading", { level: 3 })).toHaveLength(5);
    expect((await items(/pe 27\.11\./))[1]).toContain("Veikko");
    await user.click(screen.getByRole("button", { name: "Seuraava viikko" }));
    expect(screen.getByRole("heading", { level: 2, name: "Viikko 49" })).toBeDefined();
    await user.keyboard("{ArrowRight}");
    expect(screen.getByRole("heading", { level: 2, name: "Viikko 50" })).toBeDefined();
    close();
    setWindowWide(false);
    openScreen(`/appointments?view=week&date=${thursday}`, device);
    expect(screen.queryByRole("radio", { name: "Viikko" })).toBeNull();
    expect((await items(/Tänään/))[1]).toContain("Aino K.");
  });

  it("of a team leaves an empty weekend out, and so has more room for names", async () => {
    await bring(device, appointmentRecord(pekka, veikko, "2026-12-05", 600));
    setWindowWide(true);
    const { user } = openScreen(`/appointments?view=week&who=team&date=${thursday}`, device);
    expect(screen.getAllByRole("heading", { level: 3 })).toHaveLength(5);
    await user.click(screen.getByRole("button", { name: "Seuraava viikko" }));
    expect(screen.getAllByRole("heading", { level: 3 })).toHaveLength(7);
    expect((await items(/la 5\.12\./))[0]).toContain("Veikko");
  });

  it("shows the weekend when something is on it, and names its holidays", async () => {
    await bring(device, appointmentRecord(device.member, aino, "2026-12-26", 600));
    setWindowWide(true);
    const { user } = openScreen("/appointments?view=week&date=2026-12-24", device);
    expect(screen.getAllByRole("heading", { level: 3 }).map((day) => day.textContent)).toEqual([
      "ma 21.12.",
      "ti 22.12.",
      "ke 23.12.",
      "to 24.12.Jouluaatto",
      "pe 25.12.Joulupäivä",
      "la 26.12.Tapaninpäivä",
      "su 27.12.",
    ]);
    await user.click(screen.getByRole("button", { name: "pe 25.12." }));
    expect(screen.getByRole("heading", { level: 2, name: /^Perjantai 25\.12\./ })).toBeDefined();
  });
});
