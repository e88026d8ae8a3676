import { render, screen } from "@solidjs/testing-library";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { UnlockPage, type UnlockPageProps } from "#features/unlock/page.tsx";
import { LocaleProvider } from "#i18n/locale.ts";
import { passphrase } from "../../support/device.ts";
import { makeTestLocale } from "../../support/ui/screens.tsx";

const open = (props: Partial<UnlockPageProps> = {}) => {
  const unlock = vi.fn<UnlockPageProps["unlock"]>();
  render(() => (
    <LocaleProvider locale={makeTestLocale()}>
      <UnlockPage unlock={unlock} {...props} />
    </LocaleProvider>
  ));
  return unlock;
};
const field = () => screen.getByLabelText<HTMLInputElement>("Tunnuslause");
const press = () => screen.getByRole("button", { name: "Avaa" });

afterEach(() => vi.useRealTimers());

describe("unlocking", () => {
  it("waits for the passphrase in its field", () => {
    open();
    expect(document.activeElement).toBe(field());
    expect(field().autocomplete).toBe("current-password");
  });

  it("says beside the field when the passphrase is wrong, and marks it for typing over", async () => {
    const user = userEvent.setup();
    const unlock = open();
    unlock.mockResolvedValue({ ok: false, failure: { code: "passphrase.wrong" } });
    await user.type(field(), "joku ihan muu lause");
    await user.click(press());
    expect(
      await screen.findByLabelText("Tunnuslause", { selector: "[aria-invalid=true]" }),
    ).toBeDefined();
    expect(screen.getByText(/Tunnuslause ei täsmää\. Tiedot ovat tallessa/)).toBeDefined();
    expect(document.activeElement).toBe(field());
    await user.keyboard("oikea");
    expect(field().value).toBe("oikea");
    await user.click(press());
    expect(unlock).toHaveBeenLastCalledWith("oikea");
  });

  it("asks for a passphrase when there is none", async () => {
    const user = userEvent.setup();
    const unlock = open();
    await user.click(press());
    expect(screen.getByText("Kirjoita tunnuslause.")).toBeDefined();
    expect(unlock).not.toHaveBeenCalled();
  });

  it("counts down while it has to be waited", async () => {
    vi.useFakeTimers();
    const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
    const unlock = open();
    unlock.mockResolvedValue({ ok: false, failure: { code: "passphrase.wait", waitMs: 62_000 } });
    await user.type(field(), "väärä lause taas");
    await user.click(press());
    expect(await screen.findByText(/uudelleen 1 min 2 s kuluttua/)).toBeDefined();
    vi.advanceTimersByTime(3_000);
    expect(screen.getByText(/uudelleen 59 s kuluttua/)).toBeDefined();
    vi.advanceTimersByTime(60_000);
    expect(screen.getByText("Voit yrittää nyt uudelleen.")).toBeDefined();
    expect(field().hasAttribute("aria-invalid")).toBe(false);
  });

  it("says that it works while it does", async () => {
    const user = userEvent.setup();
    const unlock = open();
    unlock.mockReturnValue(new Promise(() => undefined));
    await user.type(field(), passphrase);
    await user.click(press());
    expect(screen.getByRole("button", { name: "Avataan" }).getAttribute("aria-disabled")).toBe(
      "true",
    );
    await user.click(screen.getByRole("button", { name: "Avataan" }));
    expect(unlock).toHaveBeenCalledOnce();
  });

  it("tells about a damaged disk above the form, and about unsent work", async () => {
    const user = userEvent.setup();
    const unlock = open({ hasUnsent: true });
    expect(screen.getByText(/Lähettämättömät muutokset ovat tallessa/)).toBeDefined();
    unlock.mockResolvedValue({ ok: false, failure: { code: "storage.lost" } });
    await user.type(field(), passphrase);
    await user.click(press());
    expect((await screen.findByRole("alert")).textContent).toContain("Laitteen muistiin ei päästy");
    expect(field().value).toBe(passphrase);
  });

  it("does not promise a revoked device that anything leaves it", () => {
    open({ hasUnsent: true, isRevoked: true });
    expect(screen.getByText(/poistettu käytöstä, ja tiedot on poistettu siltä/)).toBeDefined();
    expect(screen.getByText(/eivät lähde tältä laitteelta\. Avaa Katve ja tee/)).toBeDefined();
    expect(screen.queryByText(/lähtevät, kun/)).toBeNull();
    expect(screen.queryByText(/Tiedot ovat tällä laitteella/)).toBeNull();
  });

  it("speaks of no unsent changes on a revoked device that has none", () => {
    open({ hasUnsent: false, isRevoked: true });
    expect(screen.getByText(/tiedot on poistettu siltä/)).toBeDefined();
    expect(screen.queryByText(/varmuuskopio/)).toBeNull();
  });

  it("speaks another language at once", async () => {
    const user = userEvent.setup();
    open();
    await user.type(field(), "kesken");
    await user.click(screen.getByRole("radio", { name: "Svenska" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Öppna Katve" })).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>("Lösenfras").value).toBe("kesken");
    expect(document.documentElement.lang).toBe("sv");
  });
});
