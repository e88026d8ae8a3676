import { useSearchParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import type { Span } from "#domain/times/day-plan.ts";
import { isLocalDate } from "#domain/instant.ts";
import { allotmentKind } from "#domain/kinds/allotment.ts";
import { areaKind } from "#domain/kinds/area.ts";
import { offeredGuidance } from "#domain/kinds/guidance-kinds.ts";
import type { MinuteOfDay } from "#domain/local-time.ts";
import { standingFrom } from "#features/parts/times/appointment-view.ts";
import { useEnvironment, useStanding } from "#features/environment.tsx";
import { createHeldTimes } from "#features/parts/times/held-times.ts";
import { createWorkCalendar } from "#features/parts/times/work-calendars.ts";
import { bookingDraftId, parseBookingDraft } from "./stored.ts";
import { BookingForm } from "./form.tsx";
import { readHabit } from "#features/parts/appointment-form/habit.ts";
import { firstHeldToday, startingForm } from "./defaults.ts";

/** Booking a time: the form opens with what was left unfinished, or with the choices of the last booking. */
export const BookingPage = () => {
  const { store, clock } = useEnvironment();
  const sorted = useStanding();
  const [query] = useSearchParams();
  const habit = readHabit(store);
  const heldTimes = createHeldTimes(() => store.identity.member);
  const work = createWorkCalendar(() => store.identity.member);
  const [opening, setOpening] = createSignal({
    round: 1,
    draft: parseBookingDraft(store.drafts.read(bookingDraftId)),
  });

  const starting = () => {
    const now = clock.now();
    const { device, member: adviser } = store.identity;
    const standing = standingFrom(sorted(), now, adviser);
    const taken = standing.map(({ values }) => values.slot);
    const at = timeOfQuery(query["date"], query["minute"]);
    const starts = at === null ? [] : heldTimes.startsOn(at.date, standing, now);
    const held =
      at === null
        ? firstHeldToday(store.ledger.all(allotmentKind).values(), device, taken, now)
        : { ...at, ...starts.find(({ minute }) => minute === at.minute) };
    const isHeld = (span: Span) => heldTimes.inTheWay(span) !== null;
    const [area] = [...store.ledger.all(areaKind).values()];
    const guidance = offeredGuidance(area?.values.guidance);
    return startingForm({ adviser, habit, taken, isHeld, work: work(), now, guidance, at: held });
  };
  return (
    <Show when={opening()} keyed>
      {({ round, draft }) => (
        <BookingForm
          draft={draft}
          habit={habit}
          starting={starting()}
          onStartOver={() => setOpening({ round: round + 1, draft: null })}
        />
      )}
    </Show>
  );
};

const timeOfQuery = (date: unknown, minute: unknown) => {
  const start: MinuteOfDay = Number(minute ?? Number.NaN);
  const isMinute = Number.isInteger(start) && start >= 0 && start < 24 * 60;
  return isLocalDate(date) && isMinute ? { date, minute: start } : null;
};
