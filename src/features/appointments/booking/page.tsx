import { useSearchParams } from "@solidjs/router";
import { createSignal, onMount, Show } from "solid-js";
import { isLocalDate } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import type { MinuteOfDay } from "#domain/local-time.ts";
import type { Store } from "#store/store.ts";
import { standingFrom } from "#features/appointment-view.ts";
import { useEnvironment, useStanding } from "#features/environment.tsx";
import { bookingDraftId, type BookingDraft, habitDraftId, parseBookingDraft } from "./stored.ts";
import { BookingForm } from "./form.tsx";
import type { Habit } from "../habit.ts";
import { habitOf, parseHabit, startingForm } from "./defaults.ts";

type Opening = { readonly draft: BookingDraft | null; readonly habit: Habit | null };

/** Booking a time: the form opens with what was left unfinished, or with the choices of the last booking. */
export const BookingPage = () => {
  const { store, clock } = useEnvironment();
  const sorted = useStanding();
  const [query] = useSearchParams();
  const [opening, setOpening] = createSignal<Opening | null>(null);
  const [round, setRound] = createSignal(1);
  onMount(() => void readOpening(store).then(setOpening));

  const starting = (habit: Habit | null) =>
    startingForm({
      habit,
      taken: standingFrom(sorted(), clock.now(), store.identity.member).map(
        ({ values }) => values.slot,
      ),
      now: clock.now(),
      at: timeOfQuery(query["date"], query["minute"]),
    });
  const startOver = () => {
    setOpening((read) => ({ draft: null, habit: read?.habit ?? null }));
    setRound((count) => count + 1);
  };
  return (
    <Show when={opening() === null ? 0 : round()} keyed>
      {(_round: number) => (
        <BookingForm
          draft={opening()?.draft ?? null}
          habit={opening()?.habit ?? null}
          starting={starting(opening()?.habit ?? null)}
          onStartOver={startOver}
        />
      )}
    </Show>
  );
};

/** A disk that cannot be read must not keep anybody from booking: then the form opens empty. */
const readOpening = async ({ drafts, ledger, identity }: Store): Promise<Opening> => {
  const [draft, habit] = await Promise.all([
    drafts.read(bookingDraftId),
    drafts.read(habitDraftId),
  ]);
  return {
    draft: draft.ok ? parseBookingDraft(draft.value) : null,
    habit: (habit.ok ? parseHabit(habit.value) : null) ?? latestHabit(ledger, identity.member),
  };
};

/** On a new device the adviser's latest time in the calendar stands in for the last booking. */
const latestHabit = (ledger: Store["ledger"], member: string): Habit | null => {
  let latest;
  for (const record of ledger.all(appointmentKind).values()) {
    const { slot } = record.values;
    if (slot.adviser !== member) continue;
    if (latest === undefined || slot.start > latest.values.slot.start) latest = record;
  }
  return latest === undefined ? null : habitOf(latest);
};

const timeOfQuery = (date: unknown, minute: unknown) => {
  const start: MinuteOfDay = Number(minute ?? Number.NaN);
  const isMinute = Number.isInteger(start) && start >= 0 && start < 24 * 60;
  return isLocalDate(date) && isMinute ? { date, minute: start } : null;
};
