import { screen, waitFor } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import type { ScopeId } from "#domain/ids.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { fail } from "#domain/result.ts";
import { enrolTestDevice, type TestDevice } from "../../../support/device.ts";
import { thursdayMorning } from "../../../support/platform.ts";
import { expectOk } from "../../../support/result.ts";
import { enrolAdviser } from "../../../support/ui/device.ts";
import { openScreen } from "../../../support/ui/screens.tsx";

type ScopeSight = { readonly kind: "team" | "area"; readonly role: "adviser" };
const noTeam = "Et ole missään tiimissä";
let device: TestDevice;
beforeEach(async () => {
  device = await enrolTestDevice(5);
});

const takeScopes = async (...teams: readonly ScopeId[]) =>
  device.store.exchange.takeHeader({
    fates: new Map(),
    scopes: new Map<ScopeId, ScopeSight>([
      [device.area, { kind: "area", role: "adviser" }],
      ...teams.map((team): [ScopeId, ScopeSight] => [team, { kind: "team", role: "adviser" }]),
    ]),
    echo: [],
  });
const noteComplete = async () =>
  expectOk(
    await device.store.exchange.noteComplete({
      at: thursdayMorning,
      endpointAt: thursdayMorning,
      clockAheadMs: 0,
    }),
  );
const pressBook = async (user: ReturnType<typeof openScreen>["user"]) => {
  await screen.findByRole("textbox", { name: /Lisätiedot/ });
  await user.type(screen.getByRole("combobox", { name: "Kenelle" }), "Veikko");
  await user.click(screen.getByRole("button", { name: /^Varaa to/ }));
};
const answer = () => screen.findByRole("alert");

describe("a member of no team", () => {
  beforeEach(async () => {
    await takeScopes();
    await noteComplete();
  });

  it.each(["/book", "/hold"])("hears at once on %s that nothing can be booked", (path) => {
    openScreen(path, device);
    expect(screen.getByText(noTeam)).toBeDefined();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("hears it beside the button at every press, and no more once the team has come", async () => {
    const { user } = openScreen("/book", device);
    await pressBook(user);
    expect((await answer()).textContent).toContain(noTeam);
    expect(document.activeElement?.contains(await answer())).toBe(true);
    const button = screen.getByRole("button", { name: /^Varaa to/ });
    await user.click(button);
    expect(document.activeElement?.contains(await answer())).toBe(true);
    expect((await answer()).compareDocumentPosition(button)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    await takeScopes(device.team);
    await waitFor(() => expect(screen.queryByText(noTeam)).toBeNull());
    await user.click(button);
    expect(await screen.findByText(/Aika varattu/)).toBeDefined();
    expect(device.store.ledger.all(appointmentKind).size).toBe(1);
  });
});

describe("a revoked device", () => {
  beforeEach(async () => {
    await noteComplete();
    expectOk(await device.store.exchange.takeRevocation());
  });

  it("says that it was taken out of use, not that its team will come", async () => {
    const { user } = openScreen("/book", device);
    expect(screen.getByText("Laite on poistettu käytöstä")).toBeDefined();
    await pressBook(user);
    expect((await answer()).textContent).toContain("Laite on poistettu käytöstä");
  });

  it("says it once where the notice above all screens does", () => {
    const { setStatus } = openScreen("/hold", device);
    setStatus({ kind: "stopped", reason: "device.revoked" });
    expect(screen.queryByText("Laite on poistettu käytöstä")).toBeNull();
  });
});

it("a save that the disk refuses takes the focus to what it says, before the button", async () => {
  const whole = await enrolAdviser();
  const write = async () => fail({ code: "storage.full" as const });
  const { user } = openScreen("/book", { ...whole, store: { ...whole.store, write } });
  await pressBook(user);
  const alert = await answer();
  expect(alert.textContent).toContain("EI TALLENNETTU");
  expect(document.activeElement?.contains(alert)).toBe(true);
});
