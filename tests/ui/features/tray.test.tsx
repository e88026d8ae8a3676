import { screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import type { RefusalCode } from "#domain/failure.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { RecordState } from "#domain/record.ts";
import type { Edit } from "#store/write.ts";
import type { TestDevice } from "../../support/device.ts";
import { expectOk } from "../../support/result.ts";
import { bring, enrolAdviser } from "../../support/ui/device.ts";
import {
  allotmentRecord,
  appointmentRecord,
  attendanceRecord,
  clientRecord,
} from "../../support/ui/network-records.ts";
import { openScreen } from "../../support/ui/screens.tsx";

const aino = clientRecord("Aino K.");
let device: TestDevice;
let appointment: RecordState;
beforeEach(async () => {
  device = await enrolAdviser();
  appointment = appointmentRecord(device.member, aino, "2026-11-26", 600);
  await bring(device, aino, appointment);
});

const refuse = async (reason: RefusalCode, echo: readonly RecordState[], ...edits: Edit[]) => {
  const { store } = device;
  expectOk(await store.write(edits));
  await refuseUnsent(reason, echo);
};
const refuseUnsent = async (reason: RefusalCode, echo: readonly RecordState[]) => {
  const { store } = device;
  await store.exchange.takeHeader({
    fates: new Map(store.exchange.unsent().map(({ id }) => [id, { refused: reason }])),
    scopes: store.ledger.scopes(),
    echo: echo.map((state) => ({ state, scopes: [state.home] })),
  });
};
const sightOf = (record: RecordState) => {
  const sight = device.store.ledger.sightOf(record.id);
  if (sight === null) throw new Error("the record is there");
  return sight;
};
const noteEdit = (): Edit => ({
  verb: "text",
  sight: sightOf(appointment),
  field: "note",
  value: "Kyyti Kuhmosta\nratkaistava.",
});
const gone = (): RecordState => ({ ...appointment, ver: 2, deleted: true, fields: {} });
const entry = (name: string) => screen.findByRole("article", { name });

describe("what did not get through", () => {
  it("is empty at first, and says so", async () => {
    openScreen("/tray", device);
    expect(await screen.findByText("Listalla ei ole mitään")).toBeDefined();
  });

  it("edited after deletion names what it was about, why, and all it said, to be copied", async () => {
    await refuse("edit.record_deleted", [gone()], noteEdit());
    const { user } = openScreen("/tray", device);
    const card = await entry("Muutos: lisätiedot");
    expect(within(card).getByText("Aino K., to 26.11. klo 10.00–10.45")).toBeDefined();
    expect(within(card).getByText(/Joku ehti poistaa tiedon/)).toBeDefined();
    expect(within(card).getByText(/Kyyti Kuhmosta/)).toBeDefined();
    expect(within(card).getByText("Teit tämän 9.00.")).toBeDefined();
    expect(within(card).getByText(/ei voi lähettää uudelleen/)).toBeDefined();
    expect(within(card).queryByRole("button", { name: "Yritä uudelleen" })).toBeNull();
    expect(within(card).queryByRole("link", { name: "Avaa tieto" })).toBeNull();
    await user.click(within(card).getByRole("button", { name: "Kopioi teksti" }));
    expect(await screen.findByText("Teksti kopioitu.")).toBeDefined();
    expect(await navigator.clipboard.readText()).toBe(
      "Muutos: lisätiedot\nAino K., to 26.11. klo 10.00–10.45\nKyyti Kuhmosta\nratkaistava.",
    );
  });

  it("of times for this device names when, where and what for in words", async () => {
    const stand = allotmentRecord(device.member, device.store.identity.device, "2026-11-27", {
      from: 12 * 60,
      to: 14 * 60,
      label: "Asema",
    });
    const { id: record, kind, home, fields } = stand;
    await refuse("edit.not_allowed", [], { verb: "new", record, kind, home, fields });
    openScreen("/tray", device);
    const card = await entry("Aikoja laitteelle");
    expect(within(card).getByText("Asema, pe 27.11. klo 12.00–14.00")).toBeDefined();
    expect(card.querySelector(".tray-content")?.textContent).toBe(
      [
        "Aika ja paikka: perjantai 27.11. klo 12.00–14.00, Kuhmon kaupungin työpaja, Aino Esimerkki",
        "Yhden ajan kesto: 30 min",
        "Mitä varten: Asema",
      ].join("\n"),
    );
  });

  it("of somebody added to a group names whom", async () => {
    const { id: record, kind, home, fields } = attendanceRecord(appointment, aino);
    await refuse("edit.value_invalid", [], { verb: "new", record, kind, home, fields });
    openScreen("/tray", device);
    const card = await entry("Asiakas listalle");
    expect(card.querySelector(".tray-content")?.textContent).toBe("Asiakas: Aino K.");
  });

  it("of giving times back says that, and which", async () => {
    const stand = allotmentRecord(device.member, device.store.identity.device, "2026-11-27", {
      from: 12 * 60,
      to: 14 * 60,
      label: "",
    });
    await bring(device, stand);
    const sight = sightOf(stand);
    await refuse("edit.not_allowed", [], {
      verb: "set",
      sight,
      field: "status",
      value: "returned",
    });
    openScreen("/tray", device);
    const card = await entry("Muutos: tila");
    expect(
      within(card).getByText("Laitteelle varatut ajat, pe 27.11. klo 12.00–14.00"),
    ).toBeDefined();
    expect(card.querySelector(".tray-content")?.textContent).toBe("vapautettu");
  });

  it("can be tried again where the record still is, and leaves the list", async () => {
    await refuse("edit.value_invalid", [], noteEdit());
    const { user } = openScreen("/tray", device);
    const card = await entry("Muutos: lisätiedot");
    expect(within(card).getByRole("link", { name: "Avaa tieto" }).getAttribute("href")).toBe(
      `/appointments/${appointment.id}`,
    );
    await user.click(within(card).getByRole("button", { name: "Yritä uudelleen" }));
    expect(await screen.findByText("Listalla ei ole mitään")).toBeDefined();
    expect(screen.getByText("Muutos lähetetään uudelleen, kun yhteys on.")).toBeDefined();
    expect(device.store.exchange.unsent()).toMatchObject([{ verb: "text", field: "note" }]);
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 })),
    );
  });

  it("says when it is refused again, in place of saying that it is sent, as long as the list is shown", async () => {
    await refuse("edit.value_invalid", [], noteEdit());
    const { user, go } = openScreen("/tray", device);
    const card = await entry("Muutos: lisätiedot");
    await user.click(within(card).getByRole("button", { name: "Yritä uudelleen" }));
    const sent = await screen.findByText("Muutos lähetetään uudelleen, kun yhteys on.");
    expect(await screen.findByText("Listalla ei ole mitään")).toBeDefined();
    await refuseUnsent("edit.value_invalid", []);
    expect(await screen.findByText(/^Muutosta ei taaskaan voitu ottaa vastaan/)).toBeDefined();
    expect(sent.isConnected).toBe(false);
    expect(await entry("Muutos: lisätiedot")).toBeDefined();
    go("/");
    await waitFor(() => expect(screen.queryByText(/^Muutosta ei taaskaan/)).toBeNull());
  });

  it("names a client who is gone by what was refused of the same save", async () => {
    const phone: Edit = { verb: "set", sight: sightOf(aino), field: "phone", value: "+358401" };
    const noOne = { ...aino, ver: 2, deleted: true, fields: {} };
    await refuse("edit.record_deleted", [gone(), noOne], noteEdit(), phone);
    openScreen("/tray", device);
    const card = await entry("Muutos: lisätiedot");
    expect(within(card).getByText("Aino K., to 26.11. klo 10.00–10.45")).toBeDefined();
  });

  it("of a new client shows every field, and can be made again", async () => {
    await refuse("edit.not_allowed", [], {
      verb: "new",
      record: device.store.newRecordId(),
      kind: clientKind.name,
      home: device.team,
      fields: { name: "Veikko V.", phone: "+358401234567", language: "sv", note: "" },
    });
    const { user } = openScreen("/tray", device);
    const card = await entry("Uusi asiakas");
    expect(card.textContent).toContain("Nimi: Veikko V.\nPuhelin: 040 123 4567\nKieli: ruotsi");
    await user.click(within(card).getByRole("button", { name: "Yritä uudelleen" }));
    await waitFor(() =>
      expect(
        [...device.store.ledger.all(clientKind).values()].map(({ values }) => values.name).sort(),
      ).toEqual(["Aino K.", "Veikko V."]),
    );
  });

  const refuseBooking = async () => {
    const { store, team, member } = device;
    const client = store.newRecordId();
    const { fields } = appointmentRecord(member, { ...aino, id: client }, "2026-11-26", 720);
    const made = { name: "Veikko V.", phone: "", language: "fi", note: "" };
    const home = team;
    await refuse(
      "edit.not_allowed",
      [],
      { verb: "new", record: client, kind: clientKind.name, home, fields: made },
      { verb: "new", record: store.newRecordId(), kind: "appointment", home, fields },
    );
  };

  it("of a booking names its new client, who was refused with it", async () => {
    await refuseBooking();
    openScreen("/tray", device);
    const card = await entry("Uusi aika");
    expect(within(card).getByText("Veikko V., to 26.11. klo 12.00–12.45")).toBeDefined();
    expect(card.textContent).toContain("Asiakas: Veikko V.");
    expect(card.textContent).toContain("Tila: Sovittu");
  });

  it("of a booking takes its new client along when it is tried again", async () => {
    await refuseBooking();
    const { user } = openScreen("/tray", device);
    const card = await entry("Uusi aika");
    await user.click(within(card).getByRole("button", { name: "Yritä uudelleen" }));
    expect(await screen.findByText("Listalla ei ole mitään")).toBeDefined();
  });

  it("says before a new client leaves that a time needs it", async () => {
    await refuseBooking();
    const { user } = openScreen("/tray", device);
    const leave = async (name: string) => {
      const card = await entry(name);
      await user.click(within(card).getByRole("button", { name: "Poista listalta" }));
      return screen.findByRole("alertdialog");
    };
    const ofTime = await leave("Uusi aika");
    expect(ofTime.textContent).not.toContain("tarvitsee tätä");
    await user.click(within(ofTime).getByRole("button", { name: "Älä poista" }));
    expect((await leave("Uusi asiakas")).textContent).toContain("tarvitsee tätä");
  });

  it("that cannot be tried again says why and stays", async () => {
    const sight = sightOf(aino);
    await refuse("edit.value_invalid", [], { verb: "set", sight, field: "name", value: "Aino L." });
    const { user } = openScreen("/tray", device);
    const card = await entry("Muutos: nimi");
    await device.store.exchange.takeChunks({
      scope: device.team,
      put: [],
      drop: [aino.id],
      cursor: { epoch: "e", seq: 99 },
    });
    expect(await within(card).findByText(/ei voi lähettää uudelleen/)).toBeDefined();
    expect(within(card).getByText("Aino L.")).toBeDefined();
    await user.click(within(card).getByRole("button", { name: "Kopioi teksti" }));
    expect(await entry("Muutos: nimi")).toBe(card);
  });

  it("leaves for good only after asking", async () => {
    await refuse("edit.record_deleted", [gone()], noteEdit());
    const { user } = openScreen("/tray", device);
    await user.click(await screen.findByRole("button", { name: "Poista listalta" }));
    const dialog = await screen.findByRole("alertdialog");
    await user.click(within(dialog).getByRole("button", { name: "Älä poista" }));
    expect(await entry("Muutos: lisätiedot")).toBeDefined();
    await user.click(await screen.findByRole("button", { name: "Poista listalta" }));
    await user.click(
      within(await screen.findByRole("alertdialog")).getByRole("button", {
        name: "Poista listalta",
      }),
    );
    await waitFor(() => expect(screen.queryByRole("article")).toBeNull());
    expect(await screen.findByText("Listalla ei ole mitään")).toBeDefined();
  });
});

describe("an edit whose record the endpoint lost", () => {
  /** The team comes anew without the record, as after a restoration, and whoever made it has not been back. */
  const lose = async () => {
    const { exchange } = device.store;
    const anew = { epoch: "palautettu", seq: 1 };
    for (const scope of device.store.ledger.scopes().keys()) {
      expectOk(await exchange.doubt(scope, anew));
      expectOk(await exchange.beginReset(scope));
      expectOk(await exchange.endReset(scope, anew));
    }
    const at = device.platform.clock.now();
    expectOk(await exchange.noteComplete({ at, endpointAt: at, clockAheadMs: 0 }));
  };

  it("is shown whole while it waits for another device, and the start page says so", async () => {
    expectOk(await device.store.write([noteEdit()]));
    await lose();
    const { user } = openScreen("/", device);
    const line = await screen.findByText("1 odottaa tietoa toiselta laitteelta");
    expect(screen.queryByRole("button", { name: "Yritä nyt" })).toBeNull();
    expect(line).toBeDefined();
    await user.click(screen.getAllByRole("link", { name: "Katso" })[0] as HTMLElement);
    expect(await screen.findByRole("heading", { name: "Odottaa toista laitetta" })).toBeDefined();
    const card = await entry("Muutos: lisätiedot");
    expect(within(card).getByText(/Kyyti Kuhmosta/)).toBeDefined();
    await user.click(within(card).getByRole("button", { name: "Kopioi teksti" }));
    expect(await navigator.clipboard.readText()).toContain("Kyyti Kuhmosta\nratkaistava.");
    expect(within(card).queryByRole("button", { name: "Poista listalta" })).toBeNull();
  });
});
