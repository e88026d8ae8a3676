import { Route, Router } from "@solidjs/router";
import type { Reminders } from "#features/parts/reminders/reminders.ts";
import type { Appearance } from "#features/parts/screen/appearance.ts";
import { TodayPage } from "#features/today/page.tsx";
import { useStartLocale } from "#i18n/locale.ts";
import { Invited } from "./invited.tsx";
import { lazyPage } from "./lazy-page.tsx";
import { NotFound } from "./not-found.tsx";
import { Shell } from "./shell.tsx";
import { whenIdle } from "./when-idle.ts";

// The booking form is one tap from the start and must be there at once; it is fetched while the start page is looked at.
const BookingPage = lazyPage(
  async () => (await import("#features/appointments/booking/page.tsx")).BookingPage,
);
const AppointmentsPage = lazyPage(
  async () => (await import("#features/appointments/calendar/page.tsx")).AppointmentsPage,
);
const AppointmentPage = lazyPage(
  async () => (await import("#features/appointments/details/page.tsx")).AppointmentPage,
);
const HandOverPage = lazyPage(
  async () => (await import("#features/appointments/hand-over/page.tsx")).HandOverPage,
);
const ConflictsPage = lazyPage(
  async () => (await import("#features/conflicts/page.tsx")).ConflictsPage,
);
const TrayPage = lazyPage(async () => (await import("#features/tray/page.tsx")).TrayPage);
const BackupPage = lazyPage(async () => (await import("#features/backup/page.tsx")).BackupPage);
const BusyTimesPage = lazyPage(
  async () => (await import("#features/busy-times/page.tsx")).BusyTimesPage,
);
const CalendarFeedPage = lazyPage(
  async () => (await import("#features/calendar-feed/page.tsx")).CalendarFeedPage,
);
const FinderPage = lazyPage(
  async () => (await import("#features/appointments/finder/page.tsx")).FinderPage,
);
const HoldingPage = lazyPage(
  async () => (await import("#features/appointments/holding/page.tsx")).HoldingPage,
);
const HoursPage = lazyPage(async () => (await import("#features/hours/page.tsx")).HoursPage);
const AreaPage = lazyPage(async () => (await import("#features/area/page.tsx")).AreaPage);
const WaitingListPage = lazyPage(
  async () => (await import("#features/waiting-list/page.tsx")).WaitingListPage,
);
const WaitingPage = lazyPage(
  async () => (await import("#features/waiting-list/entry-page.tsx")).WaitingPage,
);
const CallsPage = lazyPage(async () => (await import("#features/calls/page.tsx")).CallsPage);
const StepsPage = lazyPage(async () => (await import("#features/steps/page.tsx")).StepsPage);
const SettingsPage = lazyPage(
  async () => (await import("#features/settings/page.tsx")).SettingsPage,
);

/** Every address of the program. */
export const Routes = (props: {
  readonly appearance: Appearance;
  readonly reminders: Reminders;
}) => {
  const locale = useStartLocale();
  whenIdle(() => {
    void BookingPage.preload();
    // A failure is told when a page needs them.
    locale.loadPages().catch(() => undefined);
  });
  return (
    <Router root={Shell}>
      <Route path="/" component={TodayPage} />
      <Route path="/book" component={BookingPage} />
      <Route path="/find" component={FinderPage} />
      <Route path="/hold" component={HoldingPage} />
      <Route path="/appointments" component={AppointmentsPage} />
      <Route path="/appointments/:id" component={AppointmentPage} />
      <Route path="/appointments/:id/hand-over" component={() => <HandOverPage />} />
      <Route path="/waiting" component={WaitingListPage} />
      <Route path="/waiting/:id" component={WaitingPage} />
      <Route path="/calls" component={CallsPage} />
      <Route path="/steps" component={StepsPage} />
      <Route path="/conflicts" component={ConflictsPage} />
      <Route path="/tray" component={TrayPage} />
      <Route path="/backup" component={() => <BackupPage />} />
      <Route path="/busy-times" component={BusyTimesPage} />
      <Route path="/calendar-feed" component={CalendarFeedPage} />
      <Route path="/hours" component={HoursPage} />
      <Route path="/area" component={AreaPage} />
      <Route
        path="/settings"
        component={() => <SettingsPage appearance={props.appearance} reminders={props.reminders} />}
      />
      <Route path="/enrol" component={Invited} />
      <Route path="*" component={NotFound} />
    </Router>
  );
};
