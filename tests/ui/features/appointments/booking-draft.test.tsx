import { screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import type { TestDevice } from "../../../support/device.ts";
import { enrolAdviser } from "../../../support/ui/device.ts";
import { openScreen } from "../../../support/ui/screens.tsx";

let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
});

/** The form is whole once its last field is there. */
const who = async () => {
  await screen.findByRole("textbox", { name: /Lisätiedot/ });
  return screen.getByRole("combobox", { name: "Kenelle" });
};

describe("an unfinished booking", () => {
  it("is kept sealed while it is typed and comes back", async () => {
    const first = openScreen("/book", device);
    await first.user.type(await who(), "Veikko");
    await first.user.type(screen.getByRole("textbox", { name: /Lisätiedot/ }), "Kesken jäi");
    await waitFor(() => {
      const read = device.store.drafts.read("booking");
      expect(JSON.stringify(read)).toContain("Kesken jäi");
    });
    first.close();
    openScreen("/book", device);
    expect(await screen.findByText("Jatketaan siitä, mihin jäit.")).toBeDefined();
    expect(await who()).toHaveProperty("value", "Veikko");
    expect(screen.getByRole("textbox", { name: /Lisätiedot/ })).toHaveProperty(
      "value",
      "Kesken jäi",
    );
  });

  it("is kept at once when the page is left", async () => {
    const first = openScreen("/book", device);
    await first.user.type(await who(), "Veikko");
    first.go("/appointments");
    await waitFor(async () => {
      expect(device.store.drafts.read("booking")).not.toBeNull();
    });
  });

  const startOver = async () => {
    const opened = openScreen("/book", device);
    await opened.user.type(await who(), "Veikko");
    opened.go("/appointments");
    await waitFor(() => expect(device.store.drafts.read("booking")).not.toBeNull());
    opened.go("/book");
    await opened.user.click(await screen.findByRole("button", { name: "Aloita alusta" }));
    await waitFor(async () => expect(await who()).toHaveProperty("value", ""));
    return opened;
  };

  it("is forgotten by starting over, by booking and by cancelling", async () => {
    const opened = await startOver();
    await opened.user.type(await who(), "Toinen");
    await opened.user.click(screen.getByRole("button", { name: "Peru" }));
    // Each of the two that were thrown away has a way back of its own.
    const told = () => screen.getAllByText("Keskeneräinen varaus poistettu.");
    await waitFor(() => expect(told()).toHaveLength(2));
    expect(device.store.drafts.read("booking")).toBeNull();
  });

  it("is gone for good after starting over, unless it is brought back", async () => {
    const opened = await startOver();
    opened.go("/appointments");
    await screen.findByRole("heading", { level: 1, name: "Ajat" });
    opened.go("/book");
    expect(await who()).toHaveProperty("value", "");
    await opened.user.click(screen.getByRole("button", { name: "Palauta" }));
    await waitFor(async () => expect(await who()).toHaveProperty("value", "Veikko"));
  });

  it("is brought back into the form that was begun anew", async () => {
    const opened = await startOver();
    await opened.user.click(await screen.findByRole("button", { name: "Palauta" }));
    await waitFor(async () => expect(await who()).toHaveProperty("value", "Veikko"));
  });

  it("can be brought back after cancelling", async () => {
    const opened = openScreen("/book", device);
    await opened.user.type(await who(), "Veikko");
    await opened.user.click(screen.getByRole("button", { name: "Peru" }));
    await opened.user.click(await screen.findByRole("button", { name: "Palauta" }));
    expect(await who()).toHaveProperty("value", "Veikko");
  });

  it("survives a disk that refuses the save, which says NOT SAVED", async () => {
    const failing = {
      ...device,
      store: {
        ...device.store,
        write: async () => ({ ok: false as const, failure: { code: "storage.full" as const } }),
      },
    };
    const { user } = openScreen("/book", failing);
    await user.type(await who(), "Veikko");
    await user.click(screen.getByRole("button", { name: /^Varaa to/ }));
    const alert = await screen.findByRole("alert");
    expect(within(alert).getByText("EI TALLENNETTU")).toBeDefined();
    expect(alert.textContent).toContain("Laitteen muisti on täynnä");
    expect(await who()).toHaveProperty("value", "Veikko");
  });
});
