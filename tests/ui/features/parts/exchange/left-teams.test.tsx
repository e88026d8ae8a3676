import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { render, screen, waitFor } from "@solidjs/testing-library";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { EnvironmentProvider } from "#features/environment.tsx";
import { LeftTeamsNotice } from "#features/parts/exchange/left-teams-notice.tsx";
import { makeScopeId } from "#domain/ids.ts";
import { LocaleProvider } from "#i18n/locale.ts";
import { passphrase, type TestDevice, testArea, testTeam } from "../../../../support/device.ts";
import { makeSeededChance } from "../../../../support/platform.ts";
import { expectOk } from "../../../../support/result.ts";
import { bring, enrolAdviser } from "../../../../support/ui/device.ts";
import { makeTestEnvironment } from "../../../../support/ui/environment.ts";
import { clientRecord } from "../../../../support/ui/network-records.ts";
import { makeTestLocale } from "../../../../support/ui/screens.tsx";

const otherTeam = makeScopeId(makeSeededChance(8));

let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
});

const open = (store = device.store, path = "/") => {
  const history = createMemoryHistory();
  history.set({ value: path, replace: true });
  const { environment } = makeTestEnvironment({ store, platform: device.platform });
  const { unmount } = render(() => (
    <LocaleProvider locale={makeTestLocale()}>
      <EnvironmentProvider environment={environment}>
        <MemoryRouter history={history}>
          <Route path="*" component={LeftTeamsNotice} />
        </MemoryRouter>
      </EnvironmentProvider>
    </LocaleProvider>
  ));
  return { user: userEvent.setup(), close: unmount };
};

/** An exchange that names these scopes, and refuses whatever was unsent. */
const exchange = async (...scopes: readonly (readonly [typeof testTeam, "team" | "area"])[]) => {
  const { store } = device;
  const unsent = store.exchange.unsent();
  expectOk(
    await store.exchange.takeHeader({
      fates: new Map(unsent.map(({ id }) => [id, { refused: "edit.not_allowed" }])),
      scopes: new Map(scopes.map(([scope, kind]) => [scope, { kind, role: "adviser" }])),
      echo: [],
    }),
  );
};
const withdraw = () => exchange([testArea, "area"]);
const told = () => screen.queryByText("Et ole enää tiimissä: Esimerkkitiimi");
const read = () => screen.getByRole("button", { name: "Selvä" });

describe("somebody who was taken out of a team", () => {
  it("is told that its records are gone, until that was read", async () => {
    const { user, close } = open();
    expect(told()).toBeNull();
    await withdraw();
    await waitFor(() => expect(told()).not.toBeNull());
    expect(screen.getByText(/eivät ole enää tällä laitteella/).textContent).not.toContain(
      "listalla",
    );
    expect(screen.queryByRole("link")).toBeNull();
    await user.click(read());
    expect(told()).toBeNull();
    close();
    open();
    await withdraw();
    expect(told()).toBeNull();
  });

  const withdrawUnsent = async () => {
    const aino = clientRecord("Aino K.");
    await bring(device, aino);
    const sight = device.store.ledger.sightOf(aino.id);
    if (sight === null) throw new Error("the client is here");
    expectOk(await device.store.write([{ verb: "set", sight, field: "phone", value: "+35850" }]));
    await withdraw();
  };

  it("is led to the edits of that team which were not sent", async () => {
    open();
    await withdrawUnsent();
    const way = await screen.findByRole("link", { name: "Katso lista" });
    expect(way.getAttribute("href")).toBe("/tray");
    expect(screen.getByText(/Muutokset, joita et ehtinyt lähettää, ovat tallessa/)).toBeDefined();
  });

  it("is not led to the list on the list", async () => {
    open(device.store, "/tray");
    await withdrawUnsent();
    expect(await screen.findByText(/Muutokset, joita et ehtinyt lähettää/)).toBeDefined();
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("is told on the next visit, where it happened with nobody looking or the vault was locked since", async () => {
    const { close } = open();
    close();
    await withdraw();
    device.store.close();
    open(expectOk(await device.door.unlock(passphrase)));
    expect(told()).not.toBeNull();
  });

  it("and has read of it in one tab is not told again by another", async () => {
    const { user } = open();
    open(expectOk(await device.door.unlock(passphrase)));
    await withdraw();
    const notices = () => screen.queryAllByText("Et ole enää tiimissä: Esimerkkitiimi");
    await waitFor(() => expect(notices()).toHaveLength(2));
    await user.click(screen.getAllByRole("button", { name: "Selvä" })[0] as HTMLElement);
    expect(notices()).toHaveLength(1);
    await exchange([testArea, "area"], [otherTeam, "team"]);
    await waitFor(() => expect(notices()).toHaveLength(0));
    device.store.close();
    const again = expectOk(await device.door.unlock(passphrase));
    expect(again.drafts.read("teams")).toEqual({ present: { [otherTeam]: "" }, left: {} });
  });

  it("and was let in again meanwhile is told nothing", async () => {
    open();
    await withdraw();
    await waitFor(() => expect(told()).not.toBeNull());
    await exchange([testTeam, "team"], [testArea, "area"]);
    await waitFor(() => expect(told()).toBeNull());
  });

  it("is told nothing on a device that is revoked: that has its own words", async () => {
    open();
    expectOk(await device.store.exchange.takeRevocation());
    expect(device.store.ledger.scopes().size).toBe(0);
    expect(told()).toBeNull();
  });
});
