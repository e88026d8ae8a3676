import { screen, waitFor } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { waitingKind } from "#domain/kinds/waiting.ts";
import type { RecordState } from "#domain/record.ts";
import { type TestDevice, testTeam } from "../../../../support/device.ts";
import { expectOk } from "../../../../support/result.ts";
import { bring, enrolAdviser } from "../../../../support/ui/device.ts";
import {
  appointmentRecord,
  clientRecord,
  waitingRecord,
} from "../../../../support/ui/network-records.ts";
import { openScreen } from "../../../../support/ui/screens.tsx";

const aino = clientRecord("Aino Kokko", "+358401234567");
const helka = clientRecord("Helka Virta", "+358407654321");
let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
  await bring(device, aino, helka);
});

const erase = async (...records: readonly RecordState[]) => {
  const ids = records.map(({ id }) => id);
  expectOk(
    await device.store.exchange.takeChunks({
      scope: testTeam,
      put: [],
      drop: [],
      erase: ids,
      cursor: { epoch: "e", seq: 99 },
    }),
  );
};
const unsent = () => device.store.exchange.unsent();
const who = () => screen.findByRole<HTMLInputElement>("combobox", { name: "Kenelle" });
const phone = () => screen.getByRole("textbox", { name: /Puhelin/ });
const whyGone = /^Asiakkaan tiedot poistettiin pysyvästi/;
/** Everything that can be read on the screen, what stands in fields too. */
const shown = () =>
  document.body.textContent +
  [...document.querySelectorAll("input")].map(({ value }) => value).join(" ");
const choose = async (
  { user }: Pick<ReturnType<typeof openScreen>, "user">,
  typed: string,
  name: RegExp,
) => {
  await user.clear(await who());
  await user.type(await who(), typed);
  await user.click(await screen.findByRole("option", { name }));
};

describe("a booking whose client is erased while it is filled in", () => {
  it("lets go of everything of that client, says why, and books nobody under the name", async () => {
    const opened = openScreen("/book", device);
    await choose(opened, "ain", /Aino Kokko/);
    await opened.user.clear(phone());
    await opened.user.type(phone(), "050 1112223");
    await opened.user.type(screen.getByRole("textbox", { name: /Lisätiedot/ }), "Ota kartta");
    await erase(aino);
    expect(await screen.findByText(whyGone)).toBeDefined();
    expect(shown()).not.toMatch(/Aino Kokko|040 123|1112223/);
    await opened.user.click(screen.getByRole("button", { name: /^Varaa to/ }));
    expect(
      await screen.findByRole("combobox", { name: "Kenelle", description: /Täytä/ }),
    ).toBeDefined();
    expect(unsent()).toEqual([]);
    // What says nothing of the client stays, also when the page is left.
    const kept = () => JSON.stringify(device.store.drafts.read("booking"));
    await waitFor(() => expect(kept()).toContain("Ota kartta"));
    expect(kept()).not.toContain(aino.id);
  });

  it("is for another client afterwards, whose number stays as it is", async () => {
    const opened = openScreen("/book", device);
    await choose(opened, "ain", /Aino Kokko/);
    await erase(aino);
    await screen.findByText(whyGone);
    await choose(opened, "hel", /Helka Virta/);
    expect(screen.queryByText(whyGone)).toBeNull();
    await opened.user.click(screen.getByRole("button", { name: /^Varaa to/ }));
    await screen.findByText(/^Aika varattu/);
    expect(unsent()).toHaveLength(1);
    const [made] = device.store.ledger.all(appointmentKind).values();
    expect(made?.values.client).toBe(helka.id);
  });

  it("goes on from nothing of theirs where it is for somebody else then", async () => {
    const entry = waitingRecord(aino, "2026-10-01");
    await bring(device, entry);
    const opened = openScreen(`/book?waiting=${entry.id}`, device);
    expect((await who()).value).toBe("Aino Kokko");
    await erase(aino, entry);
    expect((await who()).value).toBe("");
    await choose(opened, "hel", /Helka Virta/);
    await opened.user.click(screen.getByRole("button", { name: /^Varaa/ }));
    await screen.findByText(/^Aika varattu/);
    const [made] = device.store.ledger.all(appointmentKind).values();
    expect(made?.values).toMatchObject({ client: helka.id, asked: "2026-11-26" });
  });

  it("follows no meeting that was erased with its client", async () => {
    const before = appointmentRecord(device.member, aino, "2026-11-25", 720);
    await bring(device, before);
    const opened = openScreen(`/book?follows=${before.id}`, device);
    expect((await who()).value).toBe("Aino Kokko");
    await erase(aino, before);
    await choose(opened, "hel", /Helka Virta/);
    await opened.user.click(screen.getByRole("button", { name: /^Varaa/ }));
    await screen.findByText(/^Aika varattu/);
    expect(JSON.stringify(unsent())).not.toContain(before.id);
    expect(unsent()).toHaveLength(1);
  });

  it("of a group loses from its list whoever was erased, and says so", async () => {
    const { user } = openScreen("/book", device);
    await user.selectOptions(await screen.findByRole("combobox", { name: "Muoto" }), "Ryhmä");
    await user.type(screen.getByRole("textbox", { name: /Otsikko/ }), "Hakuilta");
    for (const name of ["Aino Kokko", "Helka Virta"]) {
      await user.type(screen.getByRole("combobox", { name: "Lisää asiakas" }), name.slice(0, 3));
      await user.click(await screen.findByRole("option", { name: new RegExp(name) }));
    }
    await erase(aino);
    expect(await screen.findByText(/^Jonkun listalla olleen tiedot/)).toBeDefined();
    expect(shown()).not.toContain("Aino Kokko");
    expect(screen.getByText("Helka Virta")).toBeDefined();
    await user.click(screen.getByRole("button", { name: /^Varaa to/ }));
    await screen.findByText(/^Aika varattu/);
    expect(unsent().map((op) => op.verb === "new" && op.value.kind)).toEqual([
      "appointment",
      "attendance",
    ]);
  });
});

describe("a new entry of the waiting list whose client is erased while it is filled in", () => {
  it("lets go of everything of that client, and says why instead of adding them", async () => {
    const cancelled = appointmentRecord(device.member, aino, "2026-11-25", 720);
    await bring(device, cancelled);
    const { user, path } = openScreen(`/waiting/new?appointment=${cancelled.id}`, device);
    expect((await who()).value).toBe("Aino Kokko");
    await erase(aino, cancelled);
    expect(await screen.findByText(whyGone)).toBeDefined();
    expect(shown()).not.toMatch(/Aino Kokko|123 ?4567/);
    await user.click(screen.getByRole("button", { name: "Lisää jonoon" }));
    await screen.findByRole("combobox", { name: "Kenelle", description: /Täytä/ });
    expect(path()).toContain("/waiting/new");
    expect(unsent()).toEqual([]);
  });

  it("takes another client afterwards", async () => {
    const opened = openScreen("/waiting/new", device);
    await choose(opened, "ain", /Aino Kokko/);
    await erase(aino);
    await screen.findByText(whyGone);
    await choose(opened, "hel", /Helka Virta/);
    await opened.user.click(screen.getByRole("button", { name: "Lisää jonoon" }));
    await screen.findByText("Lisätty jonoon: Helka Virta");
    const [entry] = device.store.ledger.all(waitingKind).values();
    expect(entry?.values.client).toBe(helka.id);
    expect(device.store.ledger.all(clientKind).size).toBe(1);
  });
});

describe("an appointment that is being given to a client who is erased meanwhile", () => {
  const openGiven = async () => {
    const time = appointmentRecord(device.member, helka, "2026-11-27", 720);
    await bring(device, time);
    const opened = openScreen(`/appointments/${time.id}`, device);
    await opened.user.clear(await who());
    await opened.user.type(await who(), "Ain");
    await opened.user.click(await screen.findByRole("option", { name: /Aino Kokko/ }));
    await erase(aino);
    return opened;
  };
  const save = () => screen.getByRole("button", { name: "Tallenna muutokset" });

  it("lets go of everything of that client, says why, and saves nothing without a client", async () => {
    const { user } = await openGiven();
    expect(await screen.findByText(whyGone)).toBeDefined();
    expect(shown()).not.toMatch(/Aino Kokko|040 123/);
    await user.click(save());
    await screen.findByRole("combobox", { name: "Kenelle", description: /Täytä/ });
    expect(unsent()).toEqual([]);
  });

  it("is its own client's again once that one is chosen", async () => {
    const opened = await openGiven();
    expect(await screen.findByText(whyGone)).toBeDefined();
    await choose(opened, "hel", /Helka Virta/);
    expect(screen.queryByText(whyGone)).toBeNull();
    expect(screen.queryByRole("button", { name: "Tallenna muutokset" })).toBeNull();
    expect(unsent()).toEqual([]);
  });
});
