import { screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import { addDays } from "#domain/local-time.ts";
import type { LocalDate } from "#domain/instant.ts";
import type { TestDevice } from "../../../support/device.ts";
import { bring, enrolAdviser } from "../../../support/ui/device.ts";
import {
  adviserState,
  appointmentRecord,
  clientRecord,
} from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";

const colleague = "colleague-colleague-12" as never;
let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
});

describe("the list of times", () => {
  it("shows the own ones, and the team's with their advisers when asked", async () => {
    const aino = clientRecord("Aino K.");
    const veikko = clientRecord("Veikko");
    await bring(
      device,
      aino,
      veikko,
      adviserState(colleague, "Pekka Esimerkki"),
      appointmentRecord(device.member, aino, "2026-11-26", 600),
      appointmentRecord(colleague, veikko, "2026-11-27", 600),
    );
    const { user } = openScreen("/appointments", device);
    expect(screen.getByRole("heading", { level: 2, name: "Tänään" })).toBeDefined();
    expect(screen.queryByRole("link", { name: /Veikko/ })).toBeNull();
    await user.selectOptions(screen.getByRole("combobox", { name: "Kenen ajat" }), "Koko tiimi");
    const row = screen.getByRole("link", { name: /Veikko/ }).closest("li");
    expect(row?.textContent).toContain("Pekka Esimerkki");
  });

  it("names a meeting without a title by its form, once", async () => {
    const aino = clientRecord("Aino K.");
    await bring(
      device,
      appointmentRecord(device.member, aino, "2026-11-27", 600, {
        fields: { client: null, form: "drop-in" },
      }),
    );
    openScreen("/appointments", device);
    expect(await screen.findAllByText("Päivystys ilman ajanvarausta")).toHaveLength(1);
  });

  it("keeps past and cancelled times behind a disclosure, the latest first", async () => {
    const aino = clientRecord("Aino K.");
    const veikko = clientRecord("Veikko");
    await bring(
      device,
      aino,
      veikko,
      appointmentRecord(device.member, aino, "2026-11-20", 600),
      appointmentRecord(device.member, veikko, "2026-11-28", 600, {
        fields: { status: "cancelled" },
      }),
    );
    openScreen("/appointments", device);
    expect(screen.getByText("Ei tulevia aikoja")).toBeDefined();
    expect(screen.queryByRole("link", { name: /Aino/ })).toBeNull();
    const details = screen.getByText("Menneet ja perutut").closest("details");
    details?.setAttribute("open", "");
    const links = await screen.findAllByRole("link", { name: /^10\.00/ });
    expect(links.map((link) => link.textContent)).toEqual(["Veikko", "Aino K."]);
    expect(links[0]?.closest("li")?.textContent).toContain("peruttu");
  });

  it("draws fifty of many and more on request", async () => {
    const many = Array.from({ length: 120 }, (_, index) =>
      appointmentRecord(device.member, null, addDays("2026-11-27" as LocalDate, index), 600),
    );
    await bring(device, ...many);
    const { user } = openScreen("/appointments", device);
    const rows = () => within(screen.getByRole("main")).getAllByRole("listitem");
    expect(rows().length).toBeLessThan(50);
    await waitFor(() => expect(rows()).toHaveLength(50));
    await user.click(screen.getByRole("button", { name: "Näytä lisää (70)" }));
    expect(rows()).toHaveLength(100);
  });
});
