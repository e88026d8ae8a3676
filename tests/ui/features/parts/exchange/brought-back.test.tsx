import { render, screen, waitFor } from "@solidjs/testing-library";
import { IDBFactory } from "fake-indexeddb";
import { describe, expect, it } from "vitest";
import { toInstant } from "#domain/instant.ts";
import { EnvironmentProvider } from "#features/environment.tsx";
import { BroughtBackNotice } from "#features/parts/exchange/brought-back-notice.tsx";
import { LocaleProvider } from "#i18n/locale.ts";
import type { Store } from "#store/store.ts";
import { enrolTestDevice, makeProfile, passphrase } from "../../../../support/device.ts";
import { makeTestPlatform } from "../../../../support/platform.ts";
import { expectOk } from "../../../../support/result.ts";
import { makeTestEnvironment } from "../../../../support/ui/environment.ts";
import { makeTestLocale } from "../../../../support/ui/screens.tsx";

const platform = makeTestPlatform(1);
const spare = new IDBFactory();
const browser = () => makeProfile(1, platform, new IDBFactory(), () => Promise.resolve(spare));

const show = (store: Store) => {
  const { environment } = makeTestEnvironment({ store, platform });
  const { unmount } = render(() => (
    <LocaleProvider locale={makeTestLocale()}>
      <EnvironmentProvider environment={environment}>
        <BroughtBackNotice />
      </EnvironmentProvider>
    </LocaleProvider>
  ));
  return unmount;
};

const told = () => screen.queryByText("Selain oli kadottanut tiedot tältä laitteelta");

describe("somebody whose browser lost its disk", () => {
  it("is told what is kept, until an exchange has brought the rest", async () => {
    const { store } = await enrolTestDevice(1, browser());
    const close = show(store);
    expect(told()).toBeNull();
    close();
    store.close();

    const after = expectOk(await browser().door.unlock(passphrase));
    show(after);
    expect(told()).not.toBeNull();
    expect(screen.getByText(/joita et ollut lähettänyt, ovat tallessa/)).toBeTruthy();
    const at = toInstant(platform.clock.now());
    expectOk(await after.exchange.noteComplete({ at, endpointAt: at, clockAheadMs: 0 }));
    await waitFor(() => expect(told()).toBeNull());
  });
});
