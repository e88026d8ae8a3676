import {
  type Accessor,
  createContext,
  createMemo,
  createSignal,
  type JSX,
  onCleanup,
  untrack,
  useContext,
} from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import type { Clock, Instant } from "#domain/instant.ts";
import type { Kind } from "#domain/kind.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import type { Readable, RecordState } from "#domain/record.ts";
import type { Ledger } from "#store/ledger.ts";
import type { Store } from "#store/store.ts";
import type { TrayEntry } from "#store/tray.ts";
import type { BusyCalendars } from "#sync/busy-calendars.ts";
import type { CalendarFeeds } from "#sync/calendar-feeds.ts";
import type { AskChangedFields, AskEarlier } from "#sync/earlier.ts";
import type { Registration } from "#sync/register-again.ts";
import type { SyncStatus } from "#sync/status.ts";
import type { Toasts } from "#ui/toasts.ts";
import { type AppointmentRecord, sortStanding } from "#features/parts/times/appointment-view.ts";
import { AreaWords } from "#features/parts/values/area-words.tsx";

/** What every screen behind the lock shares. */
export type Environment = {
  readonly store: Store;
  readonly clock: Clock;
  /** How the exchange stands. */
  readonly status: Accessor<SyncStatus>;
  /** Ask the endpoint, which alone keeps earlier values. */
  readonly askEarlier: AskEarlier;
  readonly askChangedFields: AskChangedFields;
  /** The member's other calendars, as far as they say when the member is busy. */
  readonly busyCalendars: BusyCalendars;
  /** The calendars that the member's own calendar programs read: the endpoint alone keeps them. */
  readonly calendarFeeds: CalendarFeeds;
  /** This device's place at the endpoint, and the way back to it. */
  readonly registration: Registration;
  /** Short messages; the shell shows them. */
  readonly toasts: Toasts;
  /** Starts an exchange now, because a person asked. */
  readonly exchangeNow: () => void;
  /** Locks the vault and returns to the passphrase. */
  readonly lock: () => void;
};

/** An unsent edit whose record is not at the endpoint any more, and the save it belongs to. */
export type AwaitingEdit = ReturnType<Store["exchange"]["awaiting"]>[number];

type Shared = {
  readonly environment: Environment;
  /** Sorted once for all screens: sorting thousands at every press would be felt. */
  readonly standing: Accessor<readonly AppointmentRecord[]>;
};

const SharedContext = createContext<Shared>();

/** Shares one environment with the screens inside; it is not exchanged for another while they live. */
export const EnvironmentProvider = (props: {
  readonly environment: Environment;
  readonly children: JSX.Element;
}) => {
  const environment = untrack(() => props.environment);
  const shared = { environment, standing: createStanding(environment) };
  return (
    <SharedContext.Provider value={shared}>
      <AreaWords ledger={environment.store.ledger}>{props.children}</AreaWords>
    </SharedContext.Provider>
  );
};

const useShared = (): Shared => {
  const shared = useContext(SharedContext);
  if (shared === undefined) throw new Error("a screen was shown outside its environment");
  return shared;
};

export const useEnvironment = (): Environment => useShared().environment;

/** Every standing appointment by its start, following every change. */
export const useStanding = (): Accessor<readonly AppointmentRecord[]> => useShared().standing;

const createStanding = (environment: Environment): Shared["standing"] => {
  const { ledger } = environment.store;
  const records = createLedgerValue(ledger, appointmentKind.name, () =>
    ledger.all(appointmentKind),
  );
  return createMemo<readonly AppointmentRecord[]>((before) => sortStanding(records(), before), []);
};

/** The living records of a kind, following every change of the ledger. */
export const createRecords = <K extends Kind>(
  kind: K,
): Accessor<ReadonlyMap<RecordId, Readable<K>>> => {
  const { ledger } = useEnvironment().store;
  return createLedgerValue(ledger, kind.name, () => ledger.all(kind));
};

/** One record as it is shown, of whatever kind, following every change of the ledger. */
export const createShown = (record: Accessor<RecordId | null>): Accessor<RecordState | null> => {
  const { ledger } = useEnvironment().store;
  const [changes, setChanges] = createSignal(0);
  onCleanup(ledger.subscribe(() => setChanges((count) => count + 1)));
  return createMemo(() => {
    changes();
    const id = record();
    return id === null ? null : ledger.shown(id);
  });
};

/** Whether a record was erased on somebody's request, as far as this device has heard, following every change. */
export const createErased = (record: Accessor<RecordId>): Accessor<boolean> => {
  const erased = createErasedAmong(() => [record()]);
  return createMemo(() => erased().size > 0);
};

/** Those of some records that were erased, as far as this device has heard, following every change. */
export const createErasedAmong = (
  records: Accessor<readonly (RecordId | null)[]>,
): Accessor<ReadonlySet<RecordId>> => {
  const { store } = useEnvironment();
  const [changes, setChanges] = createSignal(0);
  onCleanup(store.ledger.subscribe(() => setChanges((count) => count + 1)));
  return createMemo(() => {
    changes();
    return new Set(records().filter((id): id is RecordId => id !== null && store.isErased(id)));
  });
};

/** How many saves have not reached the endpoint, following every change. */
export const createUnsentSaves = (): Accessor<number> => {
  const { ledger } = useEnvironment().store;
  return createLedgerValue(ledger, null, () => ledger.unsentSaves());
};

/** The unsent edits that wait for another device to bring their record back, following every change. */
export const createAwaiting = (): Accessor<readonly AwaitingEdit[]> => {
  const { ledger, exchange } = useEnvironment().store;
  return createLedgerValue(ledger, null, () => exchange.awaiting());
};

/** What the endpoint refused, read again after every change; `null` when the disk could not be read. */
export const createTray = (): {
  readonly entries: Accessor<readonly TrayEntry[] | null>;
  readonly refresh: () => Promise<void>;
} => {
  const { tray, ledger } = useEnvironment().store;
  const [entries, setEntries] = createSignal<readonly TrayEntry[] | null>([]);
  const refresh = async () => {
    const read = await tray.read();
    // An entry never changes: what is on the screen stays as it is, with the focus in it.
    setEntries((before) =>
      read.ok
        ? read.value.map((entry) => before?.find(({ op }) => op.id === entry.op.id) ?? entry)
        : null,
    );
  };
  void refresh();
  onCleanup(ledger.subscribe(() => void refresh()));
  return { entries, refresh };
};

/** The time, renewed every half minute: enough for what a screen says about today. */
export const createNow = (): Accessor<Instant> => {
  const { clock } = useEnvironment();
  const [now, setNow] = createSignal(clock.now());
  const timer = setInterval(() => setNow(() => clock.now()), 30_000);
  onCleanup(() => clearInterval(timer));
  return now;
};

const createLedgerValue = <T,>(ledger: Ledger, kind: string | null, read: () => T): Accessor<T> => {
  const [value, setValue] = createSignal<T>(read(), { equals: (one, other) => one === other });
  onCleanup(
    ledger.subscribe((kinds) => {
      if (kind === null || kinds.has(kind)) setValue(() => read());
    }),
  );
  return value;
};
