import { render, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { describe, expect, it } from "vitest";
import { StoppedNotice } from "#app/stopped-notice.tsx";
import { fail } from "#domain/result.ts";
import { EnvironmentProvider } from "#features/environment.tsx";
import { LocaleProvider } from "#i18n/locale.ts";
import type { SyncStatus } from "#sync/status.ts";
import { createToasts } from "#ui/toasts.ts";
import { enrolTestDevice, testTeam } from "../../support/device.ts";
import { expectOk } from "../../support/result.ts";
import { makeTestLocale } from "../../support/ui/screens.tsx";

const open = async (status: SyncStatus, isUnsent: boolean) => {
  const { store, platform } = await enrolTestDevice();
  if (isUnsent) {
    const record = store.newRecordId();
    const fields = { name: "Veikko", phone: "" };
    expectOk(await store.write([{ verb: "new", record, kind: "client", home: testTeam, fields }]));
  }
  const environment = {
    store,
    clock: platform.clock,
    status: createSignal(status)[0],
    askEarlier: async () => fail({ code: "network.offline" } as const),
    toasts: createToasts(),
    exchangeNow: () => undefined,
    lock: () => undefined,
  };
  render(() => (
    <LocaleProvider locale={makeTestLocale()}>
      <EnvironmentProvider environment={environment}>
        <StoppedNotice />
      </EnvironmentProvider>
    </LocaleProvider>
  ));
};
const wayToBackup = () => screen.queryByRole("link", { name: "Tee varmuuskopio" });

describe("an exchange that stopped for good", () => {
  it("is told in a sentence, with the way to a backup of what cannot be sent", async () => {
    await open({ kind: "stopped", reason: "device.revoked" }, true);
    expect(screen.getByText(/Tämä laite on poistettu käytöstä/)).toBeDefined();
    expect(wayToBackup()?.getAttribute("href")).toBe("/backup");
  });

  it("asks for no backup where everything was sent", async () => {
    await open({ kind: "stopped", reason: "device.revoked" }, false);
    expect(screen.getByText(/Tämä laite on poistettu käytöstä/)).toBeDefined();
    expect(wayToBackup()).toBeNull();
  });

  it("offers a backup to a device the endpoint does not know, whatever was sent, and says where to take it", async () => {
    const retryAt = (await enrolTestDevice()).platform.clock.now();
    await open({ kind: "waiting", reason: "device.unknown", retryAt }, false);
    expect(screen.getByText(/toisessa selainprofiilissa ja tuo varmuuskopio sinne/)).toBeDefined();
    expect(wayToBackup()?.getAttribute("href")).toBe("/backup");
  });

  it("is not told of one that only waits", async () => {
    const retryAt = (await enrolTestDevice()).platform.clock.now();
    await open({ kind: "waiting", reason: "network.offline", retryAt }, true);
    expect(screen.queryByText(/laite/)).toBeNull();
    expect(wayToBackup()).toBeNull();
  });
});
