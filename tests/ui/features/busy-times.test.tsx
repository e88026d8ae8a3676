import { screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import { readBusy } from "#domain/busy/read-busy.ts";
import { texts } from "#i18n/fi/all.ts";
import type { CalendarFailureCode } from "#domain/failure.ts";
import type { RecordId } from "#domain/ids.ts";
import { dayMs } from "#domain/instant.ts";
import { busyKind } from "#domain/kinds/busy.ts";
import { fail, ok } from "#domain/result.ts";
import { makeBusyCalendars, type ReadBusy } from "#sync/busy-calendars.ts";
import type { BusySource, BusySources } from "#sync/busy-sources.ts";
import type { TestDevice } from "../../support/device.ts";
import { thursdayMorning } from "../../support/platform.ts";
import { enrolAdviser } from "../../support/ui/device.ts";
import { openScreen } from "../../support/ui/screens.tsx";

const calendarOf = (...starts: readonly string[]) =>
  [
    "BEGIN:VCALENDAR",
    ...starts.flatMap((start) => [
      "BEGIN:VEVENT",
      `UID:${start}`,
      "SUMMARY:Hammaslääkäri",
      `DTSTART:${start}`,
      "DURATION:PT1H",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
    "",
  ].join("\r\n");
const url = "https://kalenteri.example/salainen.ics";

let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
});

/** An endpoint that reads one calendar; `state` is what it finds there. */
const makeSources = (
  text = calendarOf("20261201T080000Z"),
  read: ReadBusy = async (given, window) => readBusy(given, window),
) => {
  const state = { text, failure: null as CalendarFailureCode | null, isAway: false };
  let kept: BusySource[] = [];
  const asked: string[] = [];
  const answer = async (read: string | null) => {
    if (state.isAway) return fail({ code: "network.offline" as const });
    if (read !== null && state.failure !== null) return fail({ code: state.failure });
    return ok({ sources: kept, text: read });
  };
  const sources: BusySources = {
    list: () => answer(null),
    add: (id, address) => {
      asked.push(address);
      if (state.failure === null) {
        kept = [...kept, { id, host: "kalenteri.example", read: thursdayMorning, failed: null }];
      }
      return answer(state.text);
    },
    read: (id, due) => {
      asked.push(`${id} ${due}`);
      kept = kept.map((source) => ({ ...source, failed: state.failure }));
      return answer(state.text);
    },
    remove: (id) => {
      if (!state.isAway) kept = kept.filter((source) => source.id !== id);
      return answer(null);
    },
  };
  const busyCalendars = makeBusyCalendars({
    store: device.store,
    clock: device.platform.clock,
    sources,
    readBusy: read,
  });
  return { state, asked, kept: () => kept, busyCalendars };
};

const open = (found = makeSources()) => {
  const { busyCalendars } = found;
  const opened = openScreen("/busy-times", device, undefined, {
    busyCalendars,
  });
  const addAddress = async (name = "Työ") => {
    await opened.user.type(screen.getByLabelText(/^Kalenterin nimi/), name);
    await opened.user.type(screen.getByLabelText("Kalenterin osoite"), url);
    await opened.user.click(screen.getByRole("button", { name: "Lue kalenteri" }));
  };
  return { ...found, ...opened, addAddress };
};

const records = () => [...device.store.ledger.all(busyKind).values()];
const starts = () =>
  records().flatMap(({ values }) => values.spans.map(({ start }) => new Date(start).toISOString()));

describe("the page of other calendars", () => {
  it("reads an address and writes down when one is busy, and nothing else", async () => {
    const { addAddress, asked } = open();
    await addAddress();
    expect(await screen.findByText("Varatut ajat luettu.")).toBeTruthy();
    expect(asked).toEqual([url]);
    expect(starts()).toEqual(["2026-12-01T08:00:00.000Z"]);
    const [record] = records();
    expect(record?.values).toMatchObject({ label: "Työ", adviser: device.member });
    expect(JSON.stringify(device.store.ledger.shown(record?.id as RecordId))).not.toMatch(
      /Hammas|salainen/,
    );
    expect(
      await screen.findByText(/^kalenteri\.example · luettu 9\.00 · 1 varattu aika$/),
    ).toBeTruthy();
  });

  it("reads it again into the same record, and says what stands in the way", async () => {
    const { addAddress, user, state } = open();
    await addAddress();
    state.text = calendarOf("20261202T080000Z", "20261203T080000Z");
    await user.click(await screen.findByRole("button", { name: "Lue uudelleen" }));
    await waitFor(() => expect(starts()).toHaveLength(2));
    expect(records()).toHaveLength(1);
    state.failure = "calendar.refused";
    await user.click(screen.getByRole("button", { name: "Lue uudelleen" }));
    expect((await screen.findByRole("alert")).textContent).toContain("ei antanut kalenteria");
    expect(screen.getByRole("alert").textContent).toContain("Aiemmin luetut ajat ovat tallessa.");
    const row = await screen.findByText(/^Viimeisin lukeminen ei onnistunut: /);
    expect(row.textContent).toContain("Aiemmin luetut ajat ovat tallessa.");
    expect(starts()).toHaveLength(2);
  });

  it("says nothing of times from before where there are none", async () => {
    const { addAddress, user, state } = open();
    state.failure = "calendar.unreachable";
    await addAddress();
    expect(await screen.findByText("Kalenterin palvelimeen ei saatu yhteyttä.")).toBeDefined();
    state.failure = null;
    state.text = calendarOf();
    await user.click(screen.getByRole("button", { name: "Lue kalenteri" }));
    await screen.findByText(/ · 0 varattua aikaa$/);
    state.failure = "calendar.unreachable";
    await user.click(await screen.findByRole("button", { name: "Lue uudelleen" }));
    const row = await screen.findByText(/^Viimeisin lukeminen ei onnistunut: /);
    expect(row.textContent).not.toContain("tallessa");
    expect(screen.getByRole("alert").textContent).not.toContain("tallessa");
  });

  it("says at the field why an address was refused, and takes one there", async () => {
    const { addAddress, state } = open();
    state.failure = "calendar.address_refused";
    await addAddress();
    const field = screen.getByLabelText<HTMLInputElement>("Kalenterin osoite");
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(field.getAttribute("aria-invalid")).toBe("true");
    const said = field.getAttribute("aria-describedby")?.split(" ")[0] ?? "";
    expect(document.getElementById(said)?.textContent).toBe(
      texts.failures["calendar.address_refused"],
    );
    expect(screen.queryByRole("alert")).toBeNull();
    expect(field.value).toBe(url);
  });

  it("keeps no address of which nothing could be read", async () => {
    const hourly = calendarOf("20261127T000000Z").replace("PT1H", "PT5M\r\nRRULE:FREQ=HOURLY");
    const found = makeSources(hourly);
    const { addAddress } = open(found);
    await addAddress();
    expect(await screen.findByText(/liian suuri/)).toBeDefined();
    expect(found.kept()).toEqual([]);
    expect(records()).toEqual([]);
  });

  it("keeps no address of a calendar that its reader breaks under, and says so", async () => {
    const found = makeSources(undefined, () => Promise.reject(new Error("out of memory")));
    const { addAddress } = open(found);
    await addAddress();
    expect((await screen.findByRole("alert")).textContent).toContain("Yritä uudelleen");
    expect(found.kept()).toEqual([]);
  });

  it("reads a file without a network, and a newer one into the same record", async () => {
    const found = makeSources();
    const { user } = open(found);
    await user.type(screen.getByLabelText(/^Kalenterin nimi/), "Puhelin");
    await user.click(screen.getByRole("radio", { name: "Tiedostosta" }));
    found.state.isAway = true;
    const fileOf = (text: string) => new File([text], "oma.ics", { type: "text/calendar" });
    await user.upload(
      screen.getByLabelText("Kalenteritiedosto"),
      fileOf(calendarOf("20261201T080000Z")),
    );
    await user.click(screen.getByRole("button", { name: "Lue kalenteri" }));
    await waitFor(() => expect(starts()).toEqual(["2026-12-01T08:00:00.000Z"]));
    expect(await screen.findByText(/^tiedostosta · luettu/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Lue uusi tiedosto" }));
    const row = screen.getByText("Puhelin").closest("li") as HTMLElement;
    await user.upload(
      within(row).getByLabelText("Kalenteritiedosto"),
      fileOf(calendarOf("20261204T080000Z")),
    );
    await waitFor(() => expect(starts()).toEqual(["2026-12-04T08:00:00.000Z"]));
    expect(records()).toHaveLength(1);
  });

  it("has no file chosen once it was read: another press does not read it in twice", async () => {
    const { user } = open();
    await user.click(screen.getByRole("radio", { name: "Tiedostosta" }));
    const file = new File([calendarOf("20261201T080000Z")], "oma.ics", { type: "text/calendar" });
    await user.upload(screen.getByLabelText("Kalenteritiedosto"), file);
    await user.click(screen.getByRole("button", { name: "Lue kalenteri" }));
    await screen.findByText("Varatut ajat luettu.");
    expect(screen.queryByText("oma.ics")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Lue kalenteri" }));
    expect(screen.getByText("Valitse ensin tiedosto.")).toBeTruthy();
    expect(records()).toHaveLength(1);
  });

  it("asks before a calendar is removed, and removes its address with it", async () => {
    const { addAddress, user, kept, state } = open();
    await addAddress();
    await screen.findByText(/kalenteri\.example/);
    const remove = async () => {
      await user.click(await screen.findByRole("button", { name: "Poista" }));
      const dialog = await screen.findByRole("alertdialog", { name: "Poistetaanko kalenteri?" });
      await user.click(within(dialog).getByRole("button", { name: "Poista" }));
    };
    state.isAway = true;
    await remove();
    expect((await screen.findByRole("alert")).textContent).toContain("tarvitaan yhteys");
    expect(records()).toHaveLength(1);
    state.isAway = false;
    await remove();
    await waitFor(() => expect(records()).toEqual([]));
    expect(kept()).toEqual([]);
    expect(await screen.findByText("Yhtään kalenteria ei ole vielä luettu.")).toBeTruthy();
  });

  it("wants something to read, and no personal identity code for a name", async () => {
    const { user, asked } = open();
    await user.click(screen.getByRole("button", { name: "Lue kalenteri" }));
    expect(screen.getByText("Kirjoita osoite.")).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "Tiedostosta" }));
    await user.click(screen.getByRole("button", { name: "Lue kalenteri" }));
    expect(screen.getByText("Valitse ensin tiedosto.")).toBeTruthy();
    await user.type(screen.getByLabelText(/^Kalenterin nimi/), "131052-308T");
    await user.click(screen.getByRole("button", { name: "Lue kalenteri" }));
    expect(screen.getByText(/Tekstissä on henkilötunnus/)).toBeTruthy();
    expect(asked).toEqual([]);
  });

  it("are read again by themselves where nobody has for most of a day, files aside", async () => {
    const { busyCalendars, asked, state } = makeSources();
    const home = device.team;
    await busyCalendars.addAddress({ label: "Työ", home }, url);
    await busyCalendars.addFile({ label: "Puhelin", home }, calendarOf("20261201T100000Z"));
    await busyCalendars.refresh();
    expect(asked).toEqual([url]);
    (device.platform.clock as unknown as { advance(ms: number): void }).advance(dayMs);
    state.text = calendarOf("20261209T080000Z");
    await busyCalendars.refresh();
    const work = records().find(({ values }) => values.label === "Työ");
    expect(asked).toEqual([url, `${work?.id} true`]);
    expect(starts().sort()).toEqual(["2026-12-01T10:00:00.000Z", "2026-12-09T08:00:00.000Z"]);
  });
});
