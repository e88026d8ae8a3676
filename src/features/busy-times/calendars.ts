import { type Accessor, createMemo, createSignal } from "solid-js";
import { calendarMaxLength } from "#domain/busy/calendar-limits.ts";
import { calendarFailureCodes, type FailureCode } from "#domain/failure.ts";
import type { RecordId } from "#domain/ids.ts";
import { busyKind } from "#domain/kinds/busy.ts";
import type { Readable } from "#domain/record.ts";
import { fail, type Result } from "#domain/result.ts";
import { useLocale } from "#i18n/locale.ts";
import type { BusyCalendarFailure, BusyCalendars } from "#sync/busy-calendars.ts";
import type { BusySource } from "#sync/busy-sources.ts";
import { createRecords, useEnvironment } from "../environment.tsx";

/** The member's own calendars, and what is being done about them. */
export type CalendarsModel = {
  readonly records: Accessor<readonly Readable<typeof busyKind>[]>;
  /** Of one that is read from an address: what the endpoint says of it. `null` while it has not answered. */
  readonly sourceOf: (record: RecordId) => BusySource | "file" | null;
  /**
   * Why the last attempt came to nothing, and whether the calendar it was about has times from before. `isOfSource`: a new
   * calendar was not taken in, and the field it came from says so.
   */
  readonly failure: Accessor<{
    readonly code: FailureCode;
    readonly isKept: boolean;
    readonly isOfSource: boolean;
  } | null>;
  readonly isBusy: Accessor<boolean>;
  /** Reads something, says how it went, and tells whether it was read. `into`: the calendar that is read anew. */
  readonly bring: (
    work: (calendars: BusyCalendars) => ReturnType<BusyCalendars["readAgain"]>,
    into?: RecordId,
  ) => Promise<boolean>;
  readonly remove: (record: RecordId) => Promise<boolean>;
};

export const createCalendars = (): CalendarsModel => {
  const { store, busyCalendars, toasts } = useEnvironment();
  const { texts } = useLocale();
  const all = createRecords(busyKind);
  const [sources, setSources] = createSignal<readonly BusySource[] | null>(null);
  const [failure, setFailure] = createSignal<ReturnType<CalendarsModel["failure"]>>(null);
  const [isBusy, setBusy] = createSignal(false);
  const records = createMemo(() =>
    [...all().values()]
      .filter(({ values }) => values.adviser === store.identity.member)
      .sort((one, other) => (one.values.label < other.values.label ? -1 : 1)),
  );
  const sourceOf = (record: RecordId) => {
    const known = sources();
    return known === null ? null : (known.find(({ id }) => id === record) ?? "file");
  };
  const load = async () => {
    const answer = await busyCalendars.sources();
    if (answer.ok) setSources(answer.value);
  };
  const during = async <T>(
    work: () => Promise<Result<T, BusyCalendarFailure>>,
    sentence: (value: T) => string,
    into?: RecordId,
    isNew = false,
  ): Promise<boolean> => {
    if (isBusy()) return false;
    setBusy(true);
    setFailure(null);
    const outcome = await work();
    setBusy(false);
    if (outcome.ok) toasts.show({ text: sentence(outcome.value), tone: "certain" });
    else {
      const before = into === undefined ? undefined : all().get(into);
      const isKept = (before?.values.spans.length ?? 0) > 0;
      const { code } = outcome.failure;
      const isOfSource = isNew && calendarFailureCodes.some((one) => one === code);
      setFailure({ code, isKept, isOfSource });
    }
    void load();
    return outcome.ok;
  };
  void load();
  return {
    records,
    sourceOf,
    failure,
    isBusy,
    bring: (work, into) =>
      during(
        () => work(busyCalendars),
        ({ unreadable }) =>
          unreadable === 0 ? texts().busyTimes.done : texts().busyTimes.unreadable(unreadable),
        into,
        into === undefined,
      ),
    remove: (record) =>
      during(
        () => busyCalendars.remove(record, sourceOf(record) !== "file"),
        () => texts().busyTimes.removed,
      ),
  };
};

/** The text of a file that somebody chose, if it is not larger than any calendar that is read. */
export const textOfFile = async (
  file: File,
): Promise<Result<string, { readonly code: "calendar.too_large" }>> =>
  file.size > calendarMaxLength
    ? fail({ code: "calendar.too_large" })
    : { ok: true, value: await file.text() };
