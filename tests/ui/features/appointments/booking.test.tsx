import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
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
/** The form is whole once its last field is there. */
const who = async () => {
  await screen.findByRole("textbox", { name: /Lisätiedot/ });
  return screen.getByRole("combobox", { name: "Kenelle" });
};

describe("booking", () => {
  it("takes a name and a press from the start page for a new client", async () => {
    const { user, path } = openScreen("/", device);
    await user.click(screen.getByRole("link", { name: "Varaa aika" }));
    await user.type(await who(), "Veikko");
    await user.click(screen.getByRole("button", { name: "Varaa to 26.11. klo 9.00" }));
    expect(await screen.findByText("Aika varattu to 26.11. klo 9.00")).toBeDefined();
    await waitFor(() => expect(path()).toBe("/"));
    const row = await screen.findByRole("link", { name: "9.00 Veikko" });
    // Nobody was asked where: that it is none of the places is seen.
    expect(within(row.closest("li") ?? document.body).getByText("Muualla")).toBeDefined();
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

describe("Enter in the form", () => {
  it("goes on to the next field and books nothing", async () => {
    const { user } = openScreen("/book", device);
    await user.type(await who(), "Veikko{Enter}");
    const phone = screen.getByRole("textbox", { name: /Puhelin/ });
    expect(document.activeElement).toBe(phone);
    await user.keyboard("0401234567{Enter}");
    const place = document.activeElement as HTMLInputElement;
    expect(place.type).toBe("radio");
    await user.keyboard("{Enter}");
    expect(document.activeElement).toBe(
      screen.getByRole("radio", { name: /^tänään, torstai 26\. marraskuuta/ }),
    );
    expect(appointments()).toEqual([]);
  });

  it("takes the typed time along", async () => {
    const { user } = openScreen("/book", device);
    await user.type(await who(), "Veikko");
    await user.type(screen.getByRole("textbox", { name: /Muu kellonaika/ }), "18{Enter}");
    expect(appointments()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Varaa to 26.11. klo 18.00" }));
    await screen.findByText("Aika varattu to 26.11. klo 18.00");
  });

  it("books on the button", async () => {
    const { user } = openScreen("/book", device);
    await user.type(await who(), "Veikko");
    screen.getByRole("button", { name: /^Varaa to/ }).focus();
    await user.keyboard("{Enter}");
    await screen.findByText(/^Aika varattu/);
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

  it("take any time that is typed, also when the form is sent from its field", async () => {
    const { user } = openScreen("/book", device);
    await user.type(await who(), "Veikko");
    const field = screen.getByRole<HTMLInputElement>("textbox", { name: /Muu kellonaika/ });
    await user.type(field, "18");
    field.form?.requestSubmit();
    await screen.findByText("Aika varattu to 26.11. klo 18.00");
  });

  it("warn once of a time that is taken", async () => {
    const aino = clientRecord("Aino K.");
    await bring(device, aino, appointmentRecord(device.member, aino, "2026-11-26", 10 * 60));
    const { user } = openScreen("/book", device);
    await who();
    await user.click(screen.getByRole("radio", { name: /^10\.00/ }));
    const tellers = screen
      .getAllByText(/Aino K\./)
      .filter((element) => !element.matches(".visually-hidden"));
    expect(tellers).toHaveLength(1);
  });

  it("refuse a day too far away and book nothing before it is mended", async () => {
    const { user } = openScreen("/book", device);
    await user.type(await who(), "Veikko");
    await user.click(screen.getByRole("button", { name: "Muu päivä" }));
    const calendar = screen.getByLabelText<HTMLInputElement>("Muu päivä");
    expect([calendar.min, calendar.max]).toEqual(["2025-11-26", "2028-11-26"]);
    fireEvent.change(calendar, { target: { value: "2062-11-27" } });
    const days = () => screen.getByRole("radiogroup", { name: "Milloin" });
    expect(within(days()).getByText(/Sellaista päivää ei ole/)).toBeDefined();
    await user.click(screen.getByRole("button", { name: /^Varaa to/ }));
    expect(appointments()).toEqual([]);
    fireEvent.change(calendar, { target: { value: "2027-01-04" } });
    expect(within(days()).queryByText(/Sellaista päivää ei ole/)).toBeNull();
    expect(
      screen.getByRole<HTMLInputElement>("radio", { name: "maanantai 4. tammikuuta 2027" }).checked,
    ).toBe(true);
    await user.click(screen.getByRole("button", { name: /^Varaa ma 4\.1\.2027 klo/ }));
    await screen.findByText(/^Aika varattu ma 4\.1\.2027/);
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
    expect(await screen.findByText("Työnhaun ohjaus, 60 min, suomi")).toBeDefined();
    expect(screen.getByText("laji ja kesto kuten edellisessä varauksessa")).toBeDefined();
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Kajaanin toimisto" }).checked).toBe(
      true,
    );
    expect(appointments()[0]?.values.slot.place).toBe(kajaaniPlace.id);
  });

  it("take the language from the known client, and Finnish for a new one", async () => {
    const nils = clientRecord("Nils Bekant");
    await bring(device, { ...nils, fields: { ...nils.fields, language: "sv" } });
    const { user } = openScreen("/book", device);
    const field = await who();
    await user.type(field, "nil");
    await user.click(await screen.findByRole("option", { name: /Nils Bekant/ }));
    expect(screen.getByText("Koulutusneuvonta, 45 min, ruotsi")).toBeDefined();
    await user.clear(field);
    await user.type(field, "Uusi");
    expect(screen.getByText("Koulutusneuvonta, 45 min, suomi")).toBeDefined();
  });

  it("write the end as the chips write a time", async () => {
    const { user } = openScreen("/book?date=2026-11-30&minute=480", device);
    await user.click(await screen.findByRole("button", { name: /^Muuta/ }));
    expect(screen.getByRole("textbox", { name: "Päättyy" })).toHaveProperty("value", "8.45");
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
