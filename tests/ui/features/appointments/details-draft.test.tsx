import { screen, waitFor } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import type { RecordState } from "#domain/record.ts";
import type { TestDevice } from "../../../support/device.ts";
import { bring } from "../../../support/ui/device.ts";
import { openScreen } from "../../../support/ui/screens.tsx";
import { openSharedAppointment } from "../../../support/ui/shared-appointment.ts";

let device: TestDevice;
let appointment: RecordState;
beforeEach(async () => {
  ({ device, appointment } = await openSharedAppointment("Ensimmäinen lause."));
});

const open = () => openScreen(`/appointments/${appointment.id}`, device);
const note = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: /Lisätiedot/ });
const kept = () => device.store.drafts.read(`appointment.${appointment.id}`);

describe("unsaved changes of an appointment", () => {
  it("come back after the page was left, and are written against what was seen then", async () => {
    const first = open();
    await first.user.type(note(), " Kesken.");
    first.close();
    await waitFor(async () => expect(kept()).not.toBeNull());
    await bring(device, {
      ...appointment,
      ver: 2,
      fields: { ...appointment.fields, note: "Toisen lause." },
    });
    const { user } = open();
    expect(await screen.findByText("Tallentamattomat muutoksesi ovat vielä tässä.")).toBeDefined();
    expect(note().value).toBe("Ensimmäinen lause. Kesken.");
    expect(screen.getByText(/Joku muutti samaan aikaan: lisätiedot/)).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Tallenna muutokset" }));
    await screen.findByText(/^Muutokset tallennettu:/);
    expect(device.store.exchange.unsent()).toMatchObject([
      { verb: "text", seen: { ver: 1 }, base: "Ensimmäinen lause." },
    ]);
    await waitFor(async () => expect(kept()).toBeNull());
  });

  it("can be thrown away", async () => {
    const first = open();
    await first.user.type(note(), " Kesken.");
    first.close();
    await waitFor(async () => expect(kept()).not.toBeNull());
    const { user } = open();
    await user.click(await screen.findByRole("button", { name: "Hylkää muutokset" }));
    expect(note().value).toBe("Ensimmäinen lause.");
    expect(screen.queryByRole("button", { name: "Tallenna muutokset" })).toBeNull();
    await waitFor(async () => expect(kept()).toBeNull());
  });

  it("are forgotten when what was typed is taken back", async () => {
    const { user } = open();
    await user.type(note(), "!");
    await waitFor(async () => expect(kept()).not.toBeNull());
    await user.type(note(), "{Backspace}");
    await waitFor(async () => expect(kept()).toBeNull());
  });
});
