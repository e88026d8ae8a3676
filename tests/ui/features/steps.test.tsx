import { screen, waitFor } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import type { RecordState } from "#domain/record.ts";
import type { TestDevice } from "../../support/device.ts";
import { bring, enrolAdviser } from "../../support/ui/device.ts";
import { adviserState, appointmentRecord, clientRecord } from "../../support/ui/network-records.ts";
import { openScreen } from "../../support/ui/screens.tsx";
import { colleague } from "../../support/ui/shared-appointment.ts";

const aino = clientRecord("Aino K.");
let device: TestDevice;
let meeting: RecordState;
const agreed = (what: string, due: string, by = "adviser") => ({
  fields: { status: "done", next: { what, by, due } },
});
beforeEach(async () => {
  device = await enrolAdviser();
  meeting = appointmentRecord(
    device.member,
    aino,
    "2026-11-20",
    600,
    agreed("Soita", "2026-11-25"),
  );
  await bring(
    device,
    aino,
    meeting,
    appointmentRecord(device.member, aino, "2026-11-20", 720, agreed("Kirjoita", "2026-12-01")),
    appointmentRecord(
      device.member,
      aino,
      "2026-11-20",
      840,
      agreed("Hae", "2026-11-21", "client"),
    ),
    appointmentRecord(colleague, aino, "2026-11-20", 600, agreed("Kysy", "2026-11-24")),
    adviserState(colleague, "Pekka Esimerkki"),
  );
});
const next = () => device.store.ledger.get(appointmentKind, meeting.id)?.values.next;

describe("what an adviser has promised", () => {
  it("is counted quietly on the start page once it is overdue", async () => {
    const { user } = openScreen("/", device);
    await user.click(await screen.findByRole("link", { name: "1 askel myöhässä" }));
    expect(await screen.findByRole("heading", { level: 2, name: "Myöhässä" })).toBeDefined();
    expect(screen.getByRole("link", { name: "Soita" }).getAttribute("href")).toBe(
      `/appointments/${meeting.id}`,
    );
    expect(screen.getByText("Aino K. · viimeistään ke 25.11.")).toBeDefined();
    expect(screen.getByRole("heading", { level: 2, name: "Tulossa" })).toBeDefined();
    expect(screen.queryByText("Hae")).toBeNull();
    expect(screen.queryByText("Kysy")).toBeNull();
  });

  it("is done in one press, and undone in one", async () => {
    const { user } = openScreen("/steps", device);
    await user.click(screen.getByRole("button", { name: "Tehty: Soita" }));
    await waitFor(() => expect(next()?.done).toBe(true));
    expect(screen.queryByRole("link", { name: "Soita" })).toBeNull();
    await user.click(await screen.findByRole("button", { name: "Kumoa" }));
    await waitFor(() => expect(next()?.done).toBeUndefined());
    expect(await screen.findByRole("link", { name: "Soita" })).toBeDefined();
  });

  it("keeps the keyboard in the list when a row leaves it", async () => {
    const more = appointmentRecord(
      device.member,
      aino,
      "2026-11-20",
      900,
      agreed("Lue", "2026-11-25"),
    );
    await bring(device, more);
    const { user } = openScreen("/steps", device);
    screen.getByRole("button", { name: "Tehty: Soita" }).focus();
    await user.keyboard("{Enter}");
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole("button", { name: "Tehty: Lue" })),
    );
    expect(next()?.done).toBe(true);
  });

  it("is one's own too where one leads a colleague's meeting with them", async () => {
    const coLeaders = { [device.member]: { member: device.member } };
    const led = { ...agreed("Tilaa tila", "2026-11-24").fields, coLeaders };
    await bring(device, appointmentRecord(colleague, aino, "2026-11-19", 600, { fields: led }));
    openScreen("/steps", device);
    expect(screen.getByRole("link", { name: "Tilaa tila" })).toBeDefined();
    expect(screen.getByText("Aino K. · viimeistään ti 24.11. · Pekka Esimerkki")).toBeDefined();
  });

  it("is shown for the team as well, with whose it is", async () => {
    const { user } = openScreen("/steps", device);
    await user.click(screen.getByRole("radio", { name: "Koko tiimi" }));
    expect(screen.getByText("Aino K. · viimeistään ti 24.11. · Pekka Esimerkki")).toBeDefined();
  });
});
