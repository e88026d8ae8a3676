import { screen } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { RecordState } from "#domain/record.ts";
import { type TestDevice, testTeam } from "../../../../support/device.ts";
import { expectOk } from "../../../../support/result.ts";
import { bring, enrolAdviser } from "../../../../support/ui/device.ts";
import { appointmentRecord, clientRecord } from "../../../../support/ui/network-records.ts";
import { openScreen } from "../../../../support/ui/screens.tsx";

const aino = clientRecord("Aino Kokko", "+358401234567");
const helka = clientRecord("Helka Virta");
let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
  await bring(device, aino, helka);
});

/** How a client leaves a device without being erased. */
const leavings: readonly {
  readonly how: string;
  readonly put: readonly RecordState[];
  readonly drop: readonly RecordState[];
}[] = [
  { how: "was deleted", put: [{ ...aino, ver: 2, deleted: true, fields: {} }], drop: [] },
  { how: "left the team", put: [], drop: [aino] },
];
const leave = async ({ put, drop }: (typeof leavings)[number]) =>
  expectOk(
    await device.store.exchange.takeChunks({
      scope: testTeam,
      put,
      drop: drop.map(({ id }) => id),
      cursor: { epoch: "e", seq: 99 },
    }),
  );
const unsent = () => device.store.exchange.unsent();
const who = () => screen.findByRole<HTMLInputElement>("combobox", { name: "Kenelle" });
const told = () =>
  screen.findByRole("combobox", { name: "Kenelle", description: /ei enää ole tällä laitteella/ });
const chooseAino = async ({ user }: ReturnType<typeof openScreen>) => {
  await user.clear(await who());
  await user.type(await who(), "ain");
  await user.click(await screen.findByRole("option", { name: /Aino Kokko/ }));
};

describe.each(leavings)("a client who $how under an open form", (leaving) => {
  it("is not booked for, and is a new one when the name is written again", async () => {
    const opened = openScreen("/book", device);
    await chooseAino(opened);
    await leave(leaving);
    const save = () => screen.getByRole("button", { name: /^Varaa to/ });
    await opened.user.click(save());
    await told();
    expect((await who()).value).toBe("Aino Kokko");
    expect(unsent()).toEqual([]);
    await opened.user.clear(await who());
    await opened.user.type(await who(), "Aino Kokko");
    await opened.user.click(save());
    await screen.findByText(/^Aika varattu/);
    const [made] = device.store.ledger.all(appointmentKind).values();
    const client = made?.values.client ?? null;
    expect(client !== null && device.store.ledger.get(clientKind, client)?.values.name).toBe(
      "Aino Kokko",
    );
  });

  it("is not put on the waiting list", async () => {
    const opened = openScreen("/waiting/new", device);
    await chooseAino(opened);
    await leave(leaving);
    await opened.user.click(screen.getByRole("button", { name: "Lisää jonoon" }));
    await told();
    expect(unsent()).toEqual([]);
  });

  it("is not given another's appointment", async () => {
    const time = appointmentRecord(device.member, helka, "2026-11-27", 720);
    await bring(device, time);
    const opened = openScreen(`/appointments/${time.id}`, device);
    await chooseAino(opened);
    await leave(leaving);
    await opened.user.click(screen.getByRole("button", { name: "Tallenna muutokset" }));
    await told();
    expect(unsent()).toEqual([]);
  });
});
