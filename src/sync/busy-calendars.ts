import { busyWindow } from "#domain/busy/busy-window.ts";
import type { BusyFailureCode, BusyReading } from "#domain/busy/read-busy.ts";
import type { CalendarFailureCode } from "#domain/failure.ts";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import type { Clock } from "#domain/instant.ts";
import { isSameJson, type Json } from "#domain/json.ts";
import type { Span } from "#domain/kinds/absence.ts";
import { busyKind } from "#domain/kinds/busy.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { busyDueMs } from "#protocol/busy.ts";
import type { Store } from "#store/store.ts";
import type { Edit, WriteFailure } from "#store/write.ts";
import type { BusySource, BusySources } from "./busy-sources.ts";
import type { TransportFailure } from "./transport.ts";

/** Looks for the busy times in a calendar, away from the screen: a calendar from elsewhere may take any time. */
export type ReadBusy = (
  text: string,
  window: Span,
) => Promise<Result<BusyReading, BusyFailureCode>>;

export type BusyCalendarFailure =
  | TransportFailure
  | WriteFailure
  | { readonly code: CalendarFailureCode };

/** How many entries of a calendar could not be read. */
type Brought = Promise<Result<{ readonly unreadable: number }, BusyCalendarFailure>>;

/** What a new calendar is called, and the team that is to know when it is busy. */
export type NewBusyCalendar = { readonly label: string; readonly home: ScopeId };

/**
 * The member's other calendars as `busy` records, which hold stretches of time and nothing else. Files are read on the device
 * alone; addresses are kept and read by the endpoint, which hands the text to the device. Reading again changes the same record.
 */
export type BusyCalendars = {
  /** The addresses the endpoint keeps. */
  sources(): Promise<Result<readonly BusySource[], BusyCalendarFailure>>;
  addFile(calendar: NewBusyCalendar, text: string): Brought;
  addAddress(calendar: NewBusyCalendar, url: string): Brought;
  /** Reads the address of a calendar again. */
  readAgain(record: RecordId): Brought;
  /** Puts what a newer file says in the place of what a calendar said. */
  replace(record: RecordId, text: string): Brought;
  /** Takes a calendar away, with its address where `hasAddress` says there is one. */
  remove(record: RecordId, hasAddress: boolean): Promise<Result<true, BusyCalendarFailure>>;
  /**
   * Reads the calendars at addresses that nobody has read for most of a day. What fails is told on the page of calendars,
   * and tried again another day.
   */
  refresh(): Promise<void>;
};

/** What they are made from. */
export type BusyParts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly sources: BusySources;
  readonly readBusy: ReadBusy;
};

export const makeBusyCalendars = ({
  store,
  clock,
  sources,
  readBusy,
}: BusyParts): BusyCalendars => {
  /** Reads a text and writes what `edits` makes of it. */
  const bring = async (
    text: string,
    edits: (spans: readonly Span[]) => readonly Edit[] | null,
  ): Brought => {
    // A reader that breaks is a defect: its sentence is the one of all defects (README.md), and the next calendar is read.
    const read = await readBusy(text, busyWindow(clock.now())).catch(() =>
      fail("storage.lost" as const),
    );
    if (!read.ok) return fail({ code: read.failure });
    const made = edits(read.value.spans);
    if (made === null) return fail({ code: "record.gone" });
    const written = await store.write(made);
    return written.ok ? ok({ unreadable: read.value.unreadable }) : written;
  };
  const made =
    (record: RecordId, { label, home }: NewBusyCalendar) =>
    (spans: readonly Span[]): readonly Edit[] => {
      const fields = { adviser: store.identity.member, label, spans, readAt: clock.now() };
      return [{ verb: "new", record, kind: busyKind.name, home, fields }];
    };
  const changed = (record: RecordId) => (spans: readonly Span[]) => {
    const sight = store.ledger.sightOf(record);
    const present = store.ledger.get(busyKind, record);
    if (sight === null || present === undefined) return null;
    const set = (field: string, value: Json): Edit => ({ verb: "set", sight, field, value });
    const isSame = isSameJson(present.values.spans, spans);
    return [...(isSame ? [] : [set("spans", spans)]), set("readAt", clock.now())];
  };

  return {
    async sources() {
      const answer = await sources.list();
      return answer.ok ? ok(answer.value.sources) : answer;
    },
    addFile: (calendar, text) => bring(text, made(store.newRecordId(), calendar)),
    async addAddress(calendar, url) {
      const record = store.newRecordId();
      const answer = await sources.add(record, url);
      if (!answer.ok) return answer;
      const brought = await bring(answer.value.text ?? "", made(record, calendar));
      // An address without a record would be read by nobody and stand in nobody's way but the limit's.
      if (!brought.ok) await sources.remove(record);
      return brought;
    },
    async readAgain(record) {
      const answer = await sources.read(record, false);
      return answer.ok ? bring(answer.value.text ?? "", changed(record)) : answer;
    },
    replace: (record, text) => bring(text, changed(record)),
    async remove(record, hasAddress) {
      if (hasAddress) {
        const removed = await sources.remove(record);
        if (!removed.ok) return removed;
      }
      const sight = store.ledger.sightOf(record);
      return sight === null ? ok(true) : store.write([{ verb: "del", sight }]);
    },
    async refresh() {
      const stale = [...store.ledger.all(busyKind).values()].filter(
        ({ values }) =>
          values.adviser === store.identity.member && values.readAt <= clock.now() - busyDueMs,
      );
      const kept = stale.length === 0 ? null : await sources.list();
      if (kept === null || !kept.ok) return;
      const known = new Set(kept.value.sources.map(({ id }) => id));
      for (const { id } of stale.filter((one) => known.has(one.id))) {
        const answer = await sources.read(id, true);
        if (answer.ok && answer.value.text !== null) await bring(answer.value.text, changed(id));
      }
    },
  };
};
