import { MemoryRouter, Route, createMemoryHistory } from "@solidjs/router";
import { render, screen } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { StoppedNotice } from "#app/stopped-notice.tsx";
import { EnvironmentProvider } from "#features/environment.tsx";
import { LocaleProvider } from "#i18n/locale.ts";
import type { SyncStatus } from "#sync/status.ts";
import { enrolTestDevice, testTeam } from "../../support/device.ts";
import { expectOk } from "../../support/result.ts";
import { makeTestEnvironment } from "../../support/ui/environment.ts";
import { makeTestLocale } from "../../support/ui/screens.tsx";

const open = async (status: SyncStatus, isUnsent: boolean, path = "/") => {
  const device = await enrolTestDevice();
  const { store } = device;
  if (isUnsent) {
    const record = store.newRecordId();
    const fields = { name: "Veikko", phone: "" };
    expectOk(await store.write([{ verb: "new", record, kind: "client", home: testTeam, fields }]));
  }
  const { environment, setStatus } = makeTestEnvironment(device);
  setStatus(status);
  const history = createMemoryHistory();
  history.set({ value: path, replace: true });
  render(() => (
    <LocaleProvider locale={makeTestLocale()}>
      <EnvironmentProvider environment={environment}>
        <MemoryRouter history={history}>
          <Route path="*" component={StoppedNotice} />
        </MemoryRouter>
      </EnvironmentProvider>
    </LocaleProvider>
  ));
};
const wayToBackup = () => screen.queryByRole("link", { name: "Tee varmuuskopio" });
const wayToRegister = () => screen.queryByRole("link", { name: "Rekisteröi laite uudelleen" });

describe("an exchange that stopped for good", () => {
  it("is told in a sentence, with the way to a backup of what cannot be sent", async () => {
    await open({ kind: "stopped", reason: "device.revoked" }, true);
    expect(screen.getByText(/Tämä laite on poistettu käytöstä/)).toBeDefined();
    expect(wayToBackup()?.getAttribute("href")).toBe("/backup");
    expect(wayToRegister()).toBeNull();
  });

  it("does not lead to the page it stands on", async () => {
    await open({ kind: "stopped", reason: "device.revoked" }, true, "/backup");
    expect(screen.getByText(/Tämä laite on poistettu käytöstä/)).toBeDefined();
    expect(wayToBackup()).toBeNull();
  });

  it("asks for no backup where everything was sent", async () => {
    await open({ kind: "stopped", reason: "device.revoked" }, false);
    expect(screen.getByText(/Tämä laite on poistettu käytöstä/)).toBeDefined();
    expect(wayToBackup()).toBeNull();
  });

  it("is not told of one that only waits", async () => {
    const retryAt = (await enrolTestDevice()).platform.clock.now();
    await open({ kind: "waiting", reason: "network.offline", retryAt }, true);
    expect(screen.queryByText(/laite/)).toBeNull();
    expect(wayToBackup()).toBeNull();
    expect(wayToRegister()).toBeNull();
  });
});

describe("a device that the endpoint does not know", () => {
  const unknown = async (path?: string) => {
    const retryAt = (await enrolTestDevice()).platform.clock.now();
    await open({ kind: "waiting", reason: "device.unknown", retryAt }, false, path);
  };

  it("is told so on every screen, with the way to register again", async () => {
    await unknown("/settings");
    expect(screen.getByText(/ei tunne tätä laitetta\. Se, mitä olet tehnyt/)).toBeDefined();
    expect(wayToRegister()?.getAttribute("href")).toBe("/enrol");
  });

  it("is not told so a second time where it is registered", async () => {
    await unknown("/enrol");
    expect(screen.queryByText(/ei tunne/)).toBeNull();
  });
});
