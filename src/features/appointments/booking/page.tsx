import { useSearchParams } from "@solidjs/router";
import { createSignal, Show, untrack } from "solid-js";
import type { Span } from "#domain/times/day-plan.ts";
import type { MemberId, RecordId } from "#domain/ids.ts";
import { allotmentKind } from "#domain/kinds/allotment.ts";
import { areaKind } from "#domain/kinds/area.ts";
import { offeredGuidance } from "#domain/kinds/guidance-kinds.ts";
import { standingFrom } from "#features/parts/times/appointment-view.ts";
import { useEnvironment, useStanding } from "#features/environment.tsx";
import { createHeldTimes } from "#features/parts/times/held-times.ts";
import { createWorkCalendar } from "#features/parts/times/work-calendars.ts";
import { chosenOf, draftAt, parseBookingStart } from "./opening.ts";
import { bookingDraftId, parseBookingDraft } from "./stored.ts";
import { BookingForm } from "./form.tsx";
import { createTeamAdvisers } from "#features/parts/appointment-form/team-advisers.ts";
import { readHabit } from "#features/parts/appointment-form/habit.ts";
import { firstHeldToday, startingForm } from "./defaults.ts";

/** Booking a time: the form opens with what was left unfinished, or with the choices of the last booking. */
export const BookingPage = () => {
  const { store, clock } = useEnvironment();
  const sorted = useStanding();
  const [query] = useSearchParams();
  const habit = readHabit(store);
  const asked = () => parseBookingStart(query);
  const advisers = createTeamAdvisers();
  /** Whom the address asks for, as far as they are of the team; else oneself. */
  const adviser = () => {
    const wanted = asked()?.adviser as string | undefined;
    return advisers().has(wanted as RecordId) ? (wanted as MemberId) : store.identity.member;
  };
  const heldTimes = createHeldTimes(adviser);
  const work = createWorkCalendar(adviser);
  const [opening, setOpening] = createSignal({
    round: 1,
    draft: untrack(() =>
      draftAt(parseBookingDraft(store.drafts.read(bookingDraftId)), asked(), adviser()),
    ),
  });

  const starting = () => {
    const now = clock.now();
    const { device } = store.identity;
    const standing = standingFrom(sorted(), now, adviser());
    const taken = standing.map(({ values }) => values.slot);
    const at = asked();
    const starts = at === null ? [] : heldTimes.startsOn(at.date, standing, now);
    const held =
      at === null
        ? firstHeldToday(store.ledger.all(allotmentKind).values(), device, taken, now)
        : { ...starts.find(({ minute }) => minute === at.minute), ...chosenOf(at) };
    const isHeld = (span: Span) => heldTimes.inTheWay(span) !== null;
    const [area] = [...store.ledger.all(areaKind).values()];
    const guidance = offeredGuidance(area?.values.guidance);
    const common = { adviser: adviser(), habit, taken, isHeld, work: work(), now };
    return startingForm({ ...common, guidance, at: held });
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
