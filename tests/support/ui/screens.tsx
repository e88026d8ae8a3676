import { pages } from "#i18n/fi/pages.ts";
import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { render } from "@solidjs/testing-library";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { ErrorBoundary, type Setter } from "solid-js";
import { createAppearance } from "#features/parts/screen/appearance.ts";
import { AreaPage } from "#features/area/page.tsx";
import { BookingPage } from "#features/appointments/booking/page.tsx";
import { AppointmentPage } from "#features/appointments/details/page.tsx";
import { HandOverPage } from "#features/appointments/hand-over/page.tsx";
import { FinderPage } from "#features/appointments/finder/page.tsx";
import { HoldingPage } from "#features/appointments/holding/page.tsx";
import { AppointmentsPage } from "#features/appointments/calendar/page.tsx";
import { BusyTimesPage } from "#features/busy-times/page.tsx";
import { CalendarFeedPage } from "#features/calendar-feed/page.tsx";
import { CallsPage } from "#features/calls/page.tsx";
import { ConflictsPage } from "#features/conflicts/page.tsx";
import { type Environment, EnvironmentProvider } from "#features/environment.tsx";
import { HoursPage } from "#features/hours/page.tsx";
import { SettingsPage } from "#features/settings/page.tsx";
import type { StoragePort } from "#features/settings/storage-port.ts";
import { BackupPage } from "#features/backup/page.tsx";
import { browserHandOver, type HandOver } from "#features/parts/screen/file-hand-over.ts";
import { StepsPage } from "#features/steps/page.tsx";
import { TrayPage } from "#features/tray/page.tsx";
import { TodayPage } from "#features/today/page.tsx";
import { WaitingPage } from "#features/waiting-list/entry-page.tsx";
import { WaitingListPage } from "#features/waiting-list/page.tsx";
import type { LocaleCode } from "#i18n/language.ts";
import { createLocale, type Locale, LocaleProvider, type Memory } from "#i18n/locale.ts";
import type { Store } from "#store/store.ts";
import type { SyncStatus } from "#sync/status.ts";
import { ToastRegion } from "#ui/toast-region.tsx";
import type { Clock } from "#domain/instant.ts";
import { setWindowWide } from "./window-width.ts";
import { makeTestReminders } from "./reminders.ts";
import { makeTestEnvironment } from "./environment.ts";

/** A memory that forgets with the test. */
export const makeTestMemory = (first: string | null = null): Memory => {
  let kept = first;
  return {
    read: () => kept,
    write(value) {
      kept = value;
    },
  };
};

export const makeTestLocale = (code: LocaleCode = "fi"): Locale =>
  createLocale({ memory: makeTestMemory(code), wanted: [], root: document.documentElement, pages });

/** A program that is open at a screen. */
export type Opened = {
  readonly user: UserEvent;
  readonly locale: Locale;
  readonly setStatus: Setter<SyncStatus>;
  /** Where the program is now. */
  readonly path: () => string;
  readonly go: (path: string) => void;
  /** One place back in the history, or on. */
  readonly back: () => void;
  readonly forward: () => void;
  readonly tries: () => number;
  readonly locks: () => number;
  readonly close: () => void;
};

/** Opens the program's screens over a real store, without shell and exchange. */
export const openScreen = (
  path: string,
  device: { readonly store: Store; readonly platform: { readonly clock: Clock } },
  storage: StoragePort = { persisted: async () => true, persist: async () => true },
  parts: Partial<Environment> = {},
  handOver: HandOver = browserHandOver,
): Opened => {
  if (!("matchMedia" in globalThis)) setWindowWide(false);
  const history = createMemoryHistory();
  history.set({ value: path, replace: true });
  const locale = makeTestLocale();
  const reminders = makeTestReminders();
  const appearance = createAppearance(makeTestMemory(), document.documentElement);
  const { environment, setStatus, tries, locks } = makeTestEnvironment(device, parts);
  const { toasts } = environment;
  const { unmount } = render(() => (
    <LocaleProvider locale={locale}>
      <ErrorBoundary fallback={(error) => <pre>{String(error)}</pre>}>
        <EnvironmentProvider environment={environment}>
          <main>
            <MemoryRouter history={history}>
              <Route path="/" component={TodayPage} />
              <Route path="/book" component={BookingPage} />
              <Route path="/find" component={FinderPage} />
              <Route path="/hold" component={HoldingPage} />
              <Route path="/appointments" component={AppointmentsPage} />
              <Route path="/appointments/:id" component={AppointmentPage} />
              <Route
                path="/appointments/:id/hand-over"
                component={() => <HandOverPage handOver={handOver} />}
              />
              <Route path="/busy-times" component={BusyTimesPage} />
              <Route path="/calendar-feed" component={CalendarFeedPage} />
              <Route path="/waiting" component={WaitingListPage} />
              <Route path="/waiting/:id" component={WaitingPage} />
              <Route path="/calls" component={CallsPage} />
              <Route path="/steps" component={StepsPage} />
              <Route path="/conflicts" component={ConflictsPage} />
              <Route path="/area" component={AreaPage} />
              <Route path="/tray" component={TrayPage} />
              <Route path="/hours" component={HoursPage} />
              <Route path="/backup" component={() => <BackupPage handOver={handOver} />} />
              <Route
                path="/settings"
                component={() => (
                  <SettingsPage appearance={appearance} reminders={reminders} storage={storage} />
                )}
              />
            </MemoryRouter>
          </main>
        </EnvironmentProvider>
      </ErrorBoundary>
      <ToastRegion toasts={toasts} label="Viestit" closeLabel="Sulje viesti" />
    </LocaleProvider>
  ));
  return {
    user: userEvent.setup(),
    locale,
    setStatus,
    path: () => history.get(),
    go: (value) => history.set({ value }),
    back: () => history.back(),
    forward: () => history.forward(),
    tries,
    locks,
    close: unmount,
  };
};
