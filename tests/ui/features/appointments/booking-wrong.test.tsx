import { screen, waitFor } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import type { TestDevice } from "../../../support/device.ts";
import { enrolAdviser } from "../../../support/ui/device.ts";
import { openScreen } from "../../../support/ui/screens.tsx";

let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
});

const appointments = () => [...device.store.ledger.all(appointmentKind).values()];
/** The form is whole once its last field is there. */
const who = async () => {
  await screen.findByRole("textbox", { name: /Lisätiedot/ });
  return screen.getByRole("combobox", { name: "Kenelle" });
};

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
