import { createSignal, onCleanup } from "solid-js";
import { PlanReminders } from "#features/parts/reminders/plan-reminders.tsx";
import type { Reminders } from "#features/parts/reminders/reminders.ts";
import type { Appearance } from "#features/parts/screen/appearance.ts";
import { type Environment, EnvironmentProvider } from "#features/environment.tsx";
import { useStartLocale } from "#i18n/locale.ts";
import type { Platform } from "#store/platform.ts";
import type { Store } from "#store/store.ts";
import { makeBusyCalendars, type ReadBusy } from "#sync/busy-calendars.ts";
import { makeBusySources } from "#sync/busy-sources.ts";
import { makeCalendarFeeds } from "#sync/calendar-feeds.ts";
import { makeAskChangedFields, makeAskEarlier } from "#sync/earlier.ts";
import { makeRegistration } from "#sync/register-again.ts";
import type { Transport } from "#sync/transport.ts";
import { createToastsWithin, type Toasts } from "#ui/toasts.ts";
import { watchIdle } from "./auto-lock.ts";
import { deviceLabel } from "./device-label.ts";
import { runExchange } from "./exchange.ts";
import { persistAfterFirstSave } from "./persistence.ts";
import { refreshBusyAfterExchanges } from "./refresh-busy.ts";
import { Routes } from "./routes.tsx";

/** The program behind the lock: the exchange runs, the screens are there, and nobody touching them locks it again. */
export const OpenProgram = (props: {
  readonly store: Store;
  readonly platform: Platform;
  readonly transport: Transport;
  readonly readBusy: ReadBusy;
  readonly appearance: Appearance;
  readonly reminders: Reminders;
  readonly toasts: Toasts;
  readonly lock: () => void;
  readonly rest: () => void;
}) => {
  const { texts } = useStartLocale();
  const toasts = createToastsWithin(props.toasts);
  const exchange = runExchange(props.store, props.transport, props.platform);
  const [status, setStatus] = createSignal(exchange.status());
  onCleanup(exchange.subscribe(() => setStatus(exchange.status())));
  onCleanup(() => exchange.close());
  onCleanup(persistAfterFirstSave(props.store.ledger));
  onCleanup(
    watchIdle(props.platform.clock, {
      onWarning: () => toasts.show({ text: texts().shell.locksSoon, tone: "waiting" }),
      onIdle: () => props.rest(),
    }),
  );
  const session = {
    transport: props.transport,
    signer: props.store.identity,
    chance: props.platform.chance,
  };
  const busyCalendars = makeBusyCalendars({
    store: props.store,
    clock: props.platform.clock,
    sources: makeBusySources(session),
    readBusy: props.readBusy,
  });
  onCleanup(refreshBusyAfterExchanges(exchange, busyCalendars, props.platform.clock));
  const environment: Environment = {
    store: props.store,
    clock: props.platform.clock,
    status,
    askEarlier: makeAskEarlier(session),
    askChangedFields: makeAskChangedFields(session),
    busyCalendars,
    calendarFeeds: makeCalendarFeeds({ ...session, origin: location.origin }),
    registration: makeRegistration({
      transport: props.transport,
      identity: props.store.identity,
      label: deviceLabel(navigator.userAgent),
      clock: props.platform.clock,
      chance: props.platform.chance,
    }),
    toasts,
    exchangeNow: () => exchange.now(),
    lock: () => props.lock(),
  };
  return (
    <EnvironmentProvider environment={environment}>
      <PlanReminders reminders={props.reminders} />
      <Routes appearance={props.appearance} reminders={props.reminders} />
    </EnvironmentProvider>
  );
};
