import { screen, waitFor } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { toLocal } from "#domain/local-time.ts";
import type { TestDevice } from "../../../support/device.ts";
import { bring, enrolAdviser } from "../../../support/ui/device.ts";
import {
  appointmentRecord,
  clientRecord,
  kajaaniPlace,
  kuhmoPlace,
} from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";

let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
});

const appointments = () => [...device.store.ledger.all(appointmentKind).values()];
const clients = () => [...device.store.ledger.all(clientKind).values()];
const who = () => screen.findByRole("combobox", { name: "Kenelle" });

describe("booking", () => {
  it("takes a name and a press from the start page for a new client", async () => {
    const { user, path } = openScreen("/", device);
    await user.click(screen.getByRole("link", { name: "Varaa aika" }));
    await user.type(await who(), "Veikko");
    await user.click(screen.getByRole("button", { name: "Varaa to 26.11. klo 9.00" }));
    expect(await screen.findByText("Aika varattu to 26.11. klo 9.00")).toBeDefined();
    await waitFor(() => expect(path()).toBe("/"));
    expect(await screen.findByRole("link", { name: "9.00 Veikko" })).toBeDefined();
    const [made] = appointments();
    expect(clients().map(({ values }) => values.name)).toEqual(["Veikko"]);
    expect(made?.values.client).toBe(clients()[0]?.id);
    expect(toLocal(made?.values.slot.start ?? (0 as never))).toEqual({
      date: "2026-11-26",
      minute: 9 * 60,
    });
    expect(device.store.ledger.unsentSaves()).toBe(1);
  });

  it("finds a known client by typing, fills the number in and makes nobody new", async () => {
    const vaino = clientRecord("Väinö Tuttu", "+358401234567");
    await bring(device, vaino, clientRecord("Aino K."));
    const { user } = openScreen("/book", device);
    await user.type(await who(), "vai");
    await user.click(await screen.findByRole("option", { name: /Väinö Tuttu/ }));
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: /Puhelin/ }).value).toBe(
      "040 123 4567",
    );
    await user.click(screen.getByRole("button", { name: /^Varaa to/ }));
    await screen.findByText(/Aika varattu/);
    expect(clients()).toHaveLength(2);
    expect(appointments()[0]?.values.client).toBe(vaino.id);
  });

  it("corrects a known client's number in the same save", async () => {
    await bring(device, clientRecord("Väinö Tuttu", "+358401234567"));
    const { user } = openScreen("/book", device);
    await user.type(await who(), "vai");
    await user.click(await screen.findByRole("option", { name: /Väinö Tuttu/ }));
    const phone = screen.getByRole("textbox", { name: /Puhelin/ });
    await user.clear(phone);
    await user.type(phone, "050 765 4321");
    await user.click(screen.getByRole("button", { name: /^Varaa to/ }));
    await screen.findByText(/Aika varattu/);
    expect(clients()[0]?.values.phone).toBe("+358507654321");
    expect(device.store.ledger.unsentSaves()).toBe(1);
  });

  it("lets go of the known client when another name is typed", async () => {
    await bring(device, clientRecord("Väinö Tuttu", "+358401234567"));
    const { user } = openScreen("/book", device);
    const field = await who();
    await user.type(field, "vai");
    await user.click(await screen.findByRole("option", { name: /Väinö Tuttu/ }));
    await user.clear(field);
    await user.type(field, "Uusi");
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: /Puhelin/ }).value).toBe("");
    await user.click(screen.getByRole("button", { name: /^Varaa to/ }));
    await screen.findByText(/Aika varattu/);
    expect(clients().map(({ values }) => values.name)).toEqual(["Väinö Tuttu", "Uusi"]);
  });

  it("undoes what it made, the new client too", async () => {
    const { user } = openScreen("/book", device);
    await user.type(await who(), "Veikko");
    await user.click(screen.getByRole("button", { name: /^Varaa to/ }));
    await user.click(await screen.findByRole("button", { name: "Kumoa" }));
    expect(await screen.findByText("Varaus kumottu.")).toBeDefined();
    expect(appointments()).toEqual([]);
    expect(clients()).toEqual([]);
  });

  it("says before its first exchange why it has to wait, and keeps what is typed", async () => {
    const { enrolTestDevice } = await import("../../../support/device.ts");
    const fresh = await enrolTestDevice(5);
    await fresh.store.exchange.takeHeader({ fates: new Map(), scopes: new Map(), echo: [] });
    const { user } = openScreen("/book", fresh);
    await user.type(await who(), "Veikko");
    await user.click(screen.getByRole("button", { name: /^Varaa to/ }));
    expect(await screen.findByText("Tiimiäsi ei ole vielä haettu")).toBeDefined();
    expect((await who()) as HTMLInputElement).toHaveProperty("value", "Veikko");
  });
});

describe("the times a booking offers", () => {
  it("mark what the adviser already has, and still let it be chosen with a warning", async () => {
    const aino = clientRecord("Aino K.");
    await bring(device, aino, appointmentRecord(device.member, aino, "2026-11-26", 10 * 60));
    const { user } = openScreen("/book", device);
    await user.type(await who(), "Veikko");
    await user.click(
      screen.getByRole("radio", { name: /^10\.00\s*, varattu: Aino K\. 10\.00–10\.45/ }),
    );
    expect(await screen.findByText("Sinulla on jo varaus samaan aikaan")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Varaa to 26.11. klo 10.00" }));
    await screen.findByText(/Aika varattu/);
    expect(appointments()).toHaveLength(2);
  });

  it("start from the first that is free", async () => {
    await bring(device, appointmentRecord(device.member, null, "2026-11-26", 9 * 60));
    openScreen("/book", device);
    expect(await screen.findByRole("button", { name: "Varaa to 26.11. klo 9.45" })).toBeDefined();
  });

  it("do not count a colleague's time as taken", async () => {
    const colleague = "colleague-colleague-12" as never;
    await bring(device, appointmentRecord(colleague, null, "2026-11-26", 9 * 60));
    openScreen("/book", device);
    expect(await screen.findByRole("button", { name: "Varaa to 26.11. klo 9.00" })).toBeDefined();
  });

  it("take any time that is typed, also by Enter", async () => {
    const { user } = openScreen("/book", device);
    await user.type(await who(), "Veikko");
    const field = screen.getByRole<HTMLInputElement>("textbox", { name: /Muu kellonaika/ });
    await user.type(field, "18.20");
    // What Enter does in a browser: the form is sent while the field still has the focus.
    field.form?.requestSubmit();
    await screen.findByText("Aika varattu to 26.11. klo 18.20");
  });

  it("take any other day", async () => {
    const { user } = openScreen("/book", device);
    await user.type(await who(), "Veikko");
    await user.click(screen.getByRole("radio", { name: "huomenna, perjantai 27. marraskuuta" }));
    expect(screen.getByRole("button", { name: "Varaa pe 27.11. klo 9.00" })).toBeDefined();
  });

  it("open at the time that was pressed on the start page", async () => {
    openScreen("/book?date=2026-11-30&minute=810", device);
    expect(await screen.findByRole("button", { name: "Varaa ma 30.11. klo 13.30" })).toBeDefined();
  });
});

describe("the defaults of a booking", () => {
  it("are those of the last one on this device", async () => {
    const { user, go, path } = openScreen("/book", device);
    await user.type(await who(), "Veikko");
    await user.click(screen.getByRole("radio", { name: "Kajaanin toimisto" }));
    await user.click(screen.getByRole("button", { name: /^Muuta/ }));
    await user.click(screen.getByRole("radio", { name: "Työnhaun ohjaus" }));
    await user.click(screen.getByRole("radio", { name: "60 min" }));
    await user.click(screen.getByRole("radio", { name: "englanti" }));
    await user.click(screen.getByRole("button", { name: /^Varaa to/ }));
    await waitFor(() => expect(path()).toBe("/"));
    await screen.findByRole("heading", { name: "Tänään" });
    go("/book");
    expect(await screen.findByText("Työnhaun ohjaus, 60 min, englanti")).toBeDefined();
    expect(screen.getByText("kuten edellinen varaus")).toBeDefined();
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Kajaanin toimisto" }).checked).toBe(
      true,
    );
    expect(appointments()[0]?.values.slot.place).toBe(kajaaniPlace.id);
  });

  it("come from the calendar on a device that has booked nothing yet", async () => {
    await bring(
      device,
      appointmentRecord(device.member, null, "2026-11-20", 600, {
        minutes: 90,
        fields: { guidance: "vocational" },
      }),
    );
    openScreen("/book", device);
    expect(await screen.findByText("Ammatinvalinnanohjaus, 90 min, suomi")).toBeDefined();
    expect(
      screen.getByRole<HTMLInputElement>("radio", { name: "Kuhmon kaupungin työpaja" }).checked,
    ).toBe(true);
    expect(kuhmoPlace.id).toBeDefined();
  });
});

describe("a field that is wrong", () => {
  const press = async (user: ReturnType<typeof openScreen>["user"]) =>
    user.click(screen.getByRole("button", { name: /^Varaa/ }));

  it("is named beside it and takes the focus; nothing typed is lost", async () => {
    const { user } = openScreen("/book", device);
    await who();
    await user.type(screen.getByRole("textbox", { name: /Lisätiedot/ }), "Kyyti ratkaistava.");
    await press(user);
    const name = screen.getByRole("combobox", { name: "Kenelle", description: /Täytä tämä kohta/ });
    await waitFor(() => expect(document.activeElement).toBe(name));
    expect(screen.getByRole("textbox", { name: /Lisätiedot/ })).toHaveProperty(
      "value",
      "Kyyti ratkaistava.",
    );
    await user.type(name, "V");
    expect(screen.queryByText("Täytä tämä kohta.")).toBeNull();
    expect(appointments()).toEqual([]);
  });

  it.each([
    ["a number that is none", /Puhelin/, "puh", "Numero ei näytä puhelinnumerolta"],
    [
      "a personal identity code in the note",
      /Lisätiedot/,
      "tunnus 131052-308T",
      "Tekstissä on henkilötunnus",
    ],
  ])("is named for %s", async (_name, field, typed, sentence) => {
    const { user } = openScreen("/book", device);
    await user.type(await who(), "Veikko");
    await user.type(screen.getByRole("textbox", { name: field }), typed);
    await press(user);
    const wrong = screen.getByRole("textbox", { name: field, description: new RegExp(sentence) });
    await waitFor(() => expect(document.activeElement).toBe(wrong));
    expect(wrong).toHaveProperty("value", typed);
  });

  it("is named for a personal identity code as a name", async () => {
    const { user } = openScreen("/book", device);
    await user.type(await who(), "131052-308T");
    await press(user);
    expect(
      screen.getByRole("combobox", { name: "Kenelle", description: /henkilötunnus/ }),
    ).toBeDefined();
  });

  it("stops the save when a typed time cannot be read", async () => {
    const { user } = openScreen("/book", device);
    await user.type(await who(), "Veikko");
    const field = screen.getByRole("textbox", { name: /Muu kellonaika/ });
    await user.type(field, "puolilta päivin");
    await press(user);
    expect(screen.getByText("Kirjoita aika muodossa 13.30.")).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(appointments()).toEqual([]);
  });

  it.each([
    ["an end before the start", "8.00", /päättyy ennen kuin se alkaa/],
    ["an end too near", "9.02", /viisi minuuttia/],
    ["an end that is no time", "25", /muodossa 13\.30/],
  ])("opens the folded part for %s", async (_name, end, sentence) => {
    const { user } = openScreen("/book", device);
    await user.type(await who(), "Veikko");
    await user.click(screen.getByRole("button", { name: /^Muuta/ }));
    const field = screen.getByRole("textbox", { name: "Päättyy" });
    await user.clear(field);
    await user.type(field, end);
    await user.click(screen.getByRole("button", { name: /^Valmis/ }));
    await press(user);
    const wrong = await screen.findByRole("textbox", { name: "Päättyy", description: sentence });
    await waitFor(() => expect(document.activeElement).toBe(wrong));
    expect(wrong).toHaveProperty("value", end);
  });
});
