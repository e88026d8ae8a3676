import { render, screen } from "@solidjs/testing-library";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { EnrolmentPage, type EnrolmentPageProps } from "#features/enrolment/page.tsx";
import type { LookView } from "#features/enrolment/view.ts";
import { LocaleProvider } from "#i18n/locale.ts";
import { makeSeededChance } from "../../support/platform.ts";
import { makeTestLocale } from "../../support/ui/screens.tsx";

const view: LookView = {
  area: { fi: "Esimerkkialue", sv: "Exempelområdet", en: "Example area" },
  team: "Esimerkkitiimi",
};
const open = (code: string | null = "ABCDE12345", seen: LookView = view) => {
  const look = vi.fn<EnrolmentPageProps["look"]>().mockResolvedValue({ ok: true, value: seen });
  const enrol = vi.fn<EnrolmentPageProps["enrol"]>().mockResolvedValue({ ok: true, value: true });
  const chance = makeSeededChance(3);
  render(() => (
    <LocaleProvider locale={makeTestLocale()}>
      <EnrolmentPage code={code} look={look} enrol={enrol} chance={chance} />
    </LocaleProvider>
  ));
  return { user: userEvent.setup(), look, enrol };
};
const name = () => screen.findByRole<HTMLInputElement>("textbox", { name: "Nimesi" });
const passphrase = () => screen.getByLabelText<HTMLInputElement>("Tunnuslause");
const press = () => screen.getByRole("button", { name: "Ota käyttöön" });

describe("enrolment by a link", () => {
  it("shows what the code lets in to, and enrols", async () => {
    const { user, look, enrol } = open();
    expect(look).toHaveBeenCalledWith("ABCDE12345");
    await user.type(await name(), "Aino Esimerkki");
    expect(screen.getByText("Esimerkkitiimi, Esimerkkialue")).toBeDefined();
    expect(screen.getByText(/ei voi kukaan hakea takaisin/)).toBeDefined();
    expect(screen.queryByRole("checkbox")).toBeNull();
    expect(passphrase().autocomplete).toBe("new-password");
    await user.type(passphrase(), "hiljainen harmaa hirvi");
    await user.click(press());
    expect(enrol).toHaveBeenCalledWith({
      code: "ABCDE12345",
      name: "Aino Esimerkki",
      passphrase: "hiljainen harmaa hirvi",
      hasBackup: false,
    });
  });

  it("fills in a name that is known", async () => {
    open("ABCDE12345", { ...view, name: "Aino Esimerkki" });
    expect((await name()).value).toBe("Aino Esimerkki");
  });

  it("asks somebody who is known, and nobody else, for the backup of an old device", async () => {
    const { user, enrol } = open("ABCDE12345", { ...view, name: "Aino Esimerkki" });
    await name();
    await user.click(screen.getByRole("checkbox", { name: /vanhan laitteeni varmuuskopio/ }));
    await user.type(passphrase(), "hiljainen harmaa hirvi");
    await user.click(press());
    expect(enrol).toHaveBeenCalledWith(expect.objectContaining({ hasBackup: true }));
  });

  it("suggests a passphrase that can be seen and copied", async () => {
    const { user } = open();
    await name();
    await user.click(screen.getByRole("button", { name: "Ehdota tunnuslausetta" }));
    const suggested = passphrase().value;
    expect(suggested).toMatch(/^[a-z]{4,6}(?:-[a-z]{4,6}){4}$/);
    expect(screen.getByText(suggested)).toBeDefined();
    expect(screen.getByText("Erittäin hyvä")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Kopioi" }));
    expect(await screen.findByText("Kopioitu.")).toBeDefined();
    expect(await navigator.clipboard.readText()).toBe(suggested);
    await user.click(screen.getByRole("button", { name: "Ehdota toista" }));
    const other = passphrase().value;
    expect(other).not.toBe(suggested);
    expect(screen.getByText(other)).toBeDefined();
    await user.type(passphrase(), "x");
    expect(screen.queryByText(other)).toBeNull();
    expect(screen.queryByRole("button", { name: "Kopioi" })).toBeNull();
  });

  it("takes a pasted passphrase and shows its strength", async () => {
    const { user } = open();
    await name();
    await user.click(passphrase());
    await user.paste("kissakissa12");
    expect(passphrase().value).toBe("kissakissa12");
    expect(screen.getByText("Hyvin helppo arvata")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Näytä tunnuslause" }));
    expect(passphrase().type).toBe("text");
  });

  it("names what is missing beside it and keeps the rest", async () => {
    const { user, enrol } = open();
    await name();
    await user.type(passphrase(), "lyhyt");
    await user.click(press());
    expect(screen.getByRole("textbox", { name: "Nimesi", description: /Täytä/ })).toBeDefined();
    expect(screen.getByText(/vähintään 12 merkkiä tai neljä sanaa\.$/)).toBeDefined();
    expect(passphrase().value).toBe("lyhyt");
    await vi.waitFor(async () => expect(document.activeElement).toBe(await name()));
    expect(enrol).not.toHaveBeenCalled();
    await user.type(await name(), "A");
    expect(screen.queryByText("Täytä tämä kohta.")).toBeNull();
    expect(passphrase().getAttribute("aria-invalid")).toBe("true");
    await user.type(passphrase(), "x");
    expect(passphrase().hasAttribute("aria-invalid")).toBe(false);
  });

  it.each([
    ["network.offline", /tarvitaan hetkeksi yhteys/],
    ["storage.full", /Laitteen muisti on täynnä/],
    ["requests.too_many", /liikaa lyhyessä ajassa/],
  ] as const)("tells about %s and keeps what is typed", async (code, sentence) => {
    const { user, enrol } = open();
    enrol.mockResolvedValue({ ok: false, failure: code });
    await user.type(await name(), "Aino");
    await user.type(passphrase(), "hiljainen harmaa hirvi");
    await user.click(press());
    expect((await screen.findByRole("alert")).textContent).toMatch(sentence);
    expect((await name()).value).toBe("Aino");
    expect(passphrase().value).toBe("hiljainen harmaa hirvi");
  });

  it("goes back to the code when it has been used meanwhile, and keeps the name", async () => {
    const { user, enrol } = open();
    enrol.mockResolvedValue({ ok: false, failure: "code.used" });
    await user.type(await name(), "Aino");
    await user.type(passphrase(), "hiljainen harmaa hirvi");
    await user.click(press());
    const field = await screen.findByRole("textbox", {
      name: "Liittymiskoodi",
      description: /jo käytetty/,
    });
    expect(field).toHaveProperty("value", "ABCDE12345");
    await user.clear(field);
    await user.type(field, "UUSIKOODI1");
    expect(screen.queryByText(/jo käytetty/)).toBeNull();
    await user.click(screen.getByRole("button", { name: "Jatka" }));
    expect((await name()).value).toBe("Aino");
  });
});

describe("enrolment by a typed code", () => {
  it("asks for the code first", async () => {
    const { user, look } = open(null);
    expect(look).not.toHaveBeenCalled();
    await user.type(screen.getByRole("textbox", { name: "Liittymiskoodi" }), "abcde 12345{Enter}");
    expect(look).toHaveBeenCalledWith("abcde 12345");
    expect(await name()).toBeDefined();
  });

  it.each([
    ["code.unknown", /Koodia ei tunneta/],
    ["code.used", /jo käytetty/],
    ["code.expired", /vanhentunut/],
  ] as const)("names %s beside the code, which stays", async (code, sentence) => {
    const { user, look } = open(null);
    look.mockResolvedValue({ ok: false, failure: code });
    await user.type(screen.getByRole("textbox", { name: "Liittymiskoodi" }), "VAARA{Enter}");
    const field = await screen.findByRole("textbox", {
      name: "Liittymiskoodi",
      description: sentence,
    });
    expect(field).toHaveProperty("value", "VAARA");
  });

  it("asks to fill in a missing code", async () => {
    const { user, look } = open(null);
    await user.click(screen.getByRole("button", { name: "Jatka" }));
    expect(
      screen.getByRole("textbox", { name: "Liittymiskoodi", description: /Täytä/ }),
    ).toBeDefined();
    expect(look).not.toHaveBeenCalled();
  });

  it("can be tried again when there was no connection", async () => {
    const { user, look } = open("ABCDE12345");
    look.mockResolvedValue({ ok: true, value: view });
    await name();
    await user.click(screen.getByRole("button", { name: "Vaihda koodi" }));
    look.mockResolvedValueOnce({ ok: false, failure: "network.cut" });
    await user.click(screen.getByRole("button", { name: "Jatka" }));
    expect((await screen.findByRole("alert")).textContent).toMatch(/tarvitaan hetkeksi yhteys/);
    await user.click(screen.getByRole("button", { name: "Yritä uudelleen" }));
    expect(await name()).toBeDefined();
  });
});
