import { screen, waitFor, within } from "@solidjs/testing-library";
// As in use, where it comes while the form is filled in.
import "#features/appointments/booking/repeat/repeat-fields.tsx";
import { beforeEach, describe, expect, it } from "vitest";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { seriesKind } from "#domain/kinds/series.ts";
import { toLocal } from "#domain/local-time.ts";
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

let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
});

const appointments = () =>
  [...device.store.ledger.all(appointmentKind).values()].sort(
    (one, other) => one.values.slot.start - other.values.slot.start,
  );
const starts = () =>
  appointments().map(({ values }) => {
    const { date, minute } = toLocal(values.slot.start);
    return `${date} ${minute / 60}`;
  });

/** Opens the booking form for Veikko. */
const open = async () => {
  const opened = openScreen("/book", device);
  const { user } = opened;
  await screen.findByRole("textbox", { name: /Lisätiedot/ });
  await user.type(screen.getByRole("combobox", { name: "Kenelle" }), "Veikko");
  const count = async (times: string) => {
    const field = await screen.findByRole("textbox", { name: "Montako aikaa" });
    await user.clear(field);
    await user.type(field, times);
  };
  return { ...opened, count };
};

describe("booking times that repeat", () => {
  it("books each of them as a time of its own, in one save that one press takes back", async () => {
    const { user, count } = await open();
    await user.click(screen.getByRole("radio", { name: "Viikoittain" }));
    await count("3");
    await user.click(await screen.findByRole("button", { name: "Varaa 3 aikaa" }));
    expect(await screen.findByText("3 aikaa varattu, ensimmäinen to 26.11. klo 9.00")).toBeTruthy();
    expect(starts()).toEqual(["2026-11-26 9", "2026-12-03 9", "2026-12-10 9"]);
    const [series] = [...device.store.ledger.all(seriesKind).values()];
    expect(series?.values).toEqual({
      title: "",
      rule: "FREQ=WEEKLY;COUNT=3;BYDAY=TH",
      from: "2026-11-26",
    });
    for (const { values } of appointments()) {
      expect(values).toMatchObject({ series: series?.id, occurrence: values.slot.start });
      expect(values.client).toBe(appointments()[0]?.values.client);
      // Somebody waited for the first one; the others nobody asked for by themselves.
      const isFirst = values.slot.start === appointments()[0]?.values.slot.start;
      expect(values.asked).toBe(isFirst ? "2026-11-26" : null);
    }
    expect(device.store.ledger.unsentSaves()).toBe(1);
    await user.click(screen.getByRole("button", { name: "Kumoa" }));
    await screen.findByText("Varaus kumottu.");
    expect(appointments()).toEqual([]);
    expect([...device.store.ledger.all(seriesKind).values()]).toEqual([]);
    expect([...device.store.ledger.all(clientKind).values()]).toEqual([]);
  });

  it("leaves out holidays and what is taken, says why, and books them where somebody wants that", async () => {
    const outi = clientRecord("Outi");
    const taken = appointmentRecord(device.member, outi, "2026-12-03", 540);
    await bring(device, outi, taken);
    const { user, count } = await open();
    await user.click(screen.getByRole("radio", { name: "Viikoittain" }));
    await count("5");
    const preview = await screen.findByRole("group", { name: "Varattavat ajat" });
    expect(
      within(preview).getByText("Varataan 3 aikaa, 2 jää pois, ellet valitse niitä."),
    ).toBeTruthy();
    expect(within(preview).getByText("Jouluaatto")).toBeTruthy();
    expect(within(preview).getByText(/^Päällekkäin: Outi/)).toBeTruthy();
    const third = within(preview).getByRole("checkbox", { name: /^to 3\.12\./ });
    expect((third as HTMLInputElement).checked).toBe(false);
    await user.click(third);
    await user.click(within(preview).getByRole("checkbox", { name: /^to 10\.12\./ }));
    await user.click(screen.getByRole("button", { name: "Varaa 3 aikaa" }));
    await waitFor(() => expect(appointments()).toHaveLength(4));
    expect(starts()).toEqual(["2026-11-26 9", "2026-12-03 9", "2026-12-03 9", "2026-12-17 9"]);
  });

  it("leaves out a room that a colleague has then, and only says of a drive that does not fit", async () => {
    const rooms = { r1: { name: "Huone 1", private: true } };
    const inKuhmo = appointmentRecord(colleague, null, "2026-12-03", 600);
    const inRoom = { ...(inKuhmo.fields["slot"] as object), room: "r1" };
    await bring(
      device,
      adviserState(colleague, "Oiva Esimerkki"),
      changedBy(kuhmoPlace, { rooms }),
      changedBy(areaState, { travel: { "205-290": 80 } }),
      changedBy(inKuhmo, { slot: inRoom }),
      appointmentRecord(device.member, null, "2026-12-10", 660, { place: kajaaniPlace }),
    );
    const { user, count } = await open();
    await user.click(screen.getByRole("radio", { name: "Kuhmon kaupungin työpaja" }));
    await user.click(screen.getByRole("radio", { name: "Huone 1, yksityinen" }));
    await user.click(screen.getByRole("radio", { name: "10.00" }));
    await user.click(screen.getByRole("radio", { name: "Viikoittain" }));
    await count("3");
    const preview = await screen.findByRole("group", { name: "Varattavat ajat" });
    expect(
      within(preview).getByText("Varataan 2 aikaa, 1 jää pois, ellet valitse sitä."),
    ).toBeTruthy();
    expect(within(preview).getByText("Huone varattu: Oiva Esimerkki 10.00–10.45")).toBeTruthy();
    expect(within(preview).getByText(/^Seuraava aika: Kajaani klo 11\.00–11\.45\./)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Varaa 2 aikaa" }));
    await waitFor(() => expect(appointments()).toHaveLength(4));
    expect(starts()).toEqual(["2026-11-26 10", "2026-12-03 10", "2026-12-10 10", "2026-12-10 11"]);
  });

  it("follows the day and hour that are chosen, and the weekdays", async () => {
    const { user, count } = await open();
    await user.click(screen.getByRole("radio", { name: "Viikoittain" }));
    await count("2");
    await user.click(screen.getByRole("checkbox", { name: "to" }));
    await user.click(screen.getByRole("checkbox", { name: "ma" }));
    await user.click(screen.getByRole("radio", { name: "10.30" }));
    await user.click(screen.getByRole("button", { name: "Varaa 2 aikaa" }));
    await waitFor(() => expect(starts()).toEqual(["2026-11-30 10.5", "2026-12-07 10.5"]));
  });

  it("takes no number that is none, and nothing where no time is left", async () => {
    const { user, count } = await open();
    await user.click(screen.getByRole("radio", { name: "Kuukausittain" }));
    await count("999");
    expect(screen.getByText("Kirjoita luku 1–104.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /^Varaa/ }));
    expect(appointments()).toEqual([]);
    await count("1");
    await user.click(await screen.findByRole("checkbox", { name: /^to 26\.11\./ }));
    await user.click(screen.getByRole("button", { name: "Valitse ainakin yksi aika." }));
    expect(appointments()).toEqual([]);
  });

  it("is gone on with as it was left", async () => {
    const { user, count, close } = await open();
    await user.click(screen.getByRole("radio", { name: "Päivittäin" }));
    await count("4");
    await waitFor(() =>
      expect(device.store.drafts.read("booking")).toMatchObject({ repeat: { count: "4" } }),
    );
    close();
    openScreen("/book", device);
    expect(await screen.findByRole("button", { name: "Varaa 4 aikaa" })).toBeTruthy();
  });
});
