import { useLocation, useSearchParams } from "@solidjs/router";
import { Show, untrack } from "solid-js";
import type { Span } from "#domain/times/day-plan.ts";
import type { MemberId, RecordId } from "#domain/ids.ts";
import type { Instant, LocalDate } from "#domain/instant.ts";
import { allotmentKind } from "#domain/kinds/allotment.ts";
import { areaKind } from "#domain/kinds/area.ts";
import { offeredGuidance } from "#domain/kinds/guidance-kinds.ts";
import { addDays, fromLocal, toLocalDate } from "#domain/local-time.ts";
import { standingFrom } from "#features/parts/times/appointment-view.ts";
import { useEnvironment, useStanding } from "#features/environment.tsx";
import { createHeldTimes } from "#features/parts/times/held-times.ts";
import { createAround } from "#features/parts/times/appointment-row.tsx";
import { createIsPoor } from "#features/parts/times/poor-times.ts";
import { createWorkCalendar } from "#features/parts/times/work-calendars.ts";
import { chosenOf, draftAt, parseBookingStart } from "./opening.ts";
import { bookingDraftId, parseBookingDraft } from "./stored.ts";
import { BookingForm } from "./form.tsx";
import { createTeamAdvisers } from "#features/parts/appointment-form/team-advisers.ts";
import { readHabit } from "#features/parts/appointment-form/habit.ts";
import { firstHeldToday, startingForm } from "./defaults.ts";
import { plainHabit, readOrigin, withOrigin } from "./origin.ts";

/** Booking a time, by an address that may say when, for whom, and after what: another one, or the same anew, is another booking. */
export const BookingPage = () => {
  const location = useLocation<{ readonly opening?: string }>();
  return (
    <Show when={`${location.search} ${location.state?.opening ?? ""}`} keyed>
      {(_address: string) => <Opening />}
    </Show>
  );
};

/** The form opens with what was left unfinished, or with the choices of the last booking. */
const Opening = () => {
  const { store, clock } = useEnvironment();
  const sorted = useStanding();
  const [query] = useSearchParams();
  const habit = readHabit(store, untrack(sorted));
  const origin = untrack(() => readOrigin(query, store, habit ?? plainHabit));
  const asked = () => parseBookingStart(query);
  const advisers = createTeamAdvisers();
  /** Whom the address asks for, as far as they are of the team; else oneself. */
  const adviser = () => {
    const wanted = asked()?.adviser as string | undefined;
    return advisers().has(wanted as RecordId) ? (wanted as MemberId) : store.identity.member;
  };
  const heldTimes = createHeldTimes(adviser);
  const work = createWorkCalendar(adviser);
  const isPoor = createIsPoor(createAround());
  const draft = untrack(() =>
    draftAt(
      parseBookingDraft(store.drafts.read(origin?.draftId ?? bookingDraftId)),
      asked(),
      adviser(),
    ),
  );

  const starting = () => {
    // The next time is hardly ever today.
    const now = origin === null || origin.follows === null ? clock.now() : tomorrow(clock.now());
    const { device } = store.identity;
    const standing = standingFrom(sorted(), now, adviser());
    const taken = standing.map(({ values }) => values.slot);
    const at = asked();
    const starts = at === null ? [] : heldTimes.startsOn(at.date, standing, now);
    const heldToday = () =>
      firstHeldToday(store.ledger.all(allotmentKind).values(), device, taken, now);
    const held =
      at === null
        ? origin === null
          ? heldToday()
          : null
        : { ...starts.find(({ minute }) => minute === at.minute), ...chosenOf(at) };
    const isHeld = (span: Span) => heldTimes.inTheWay(span) !== null;
    const [area] = [...store.ledger.all(areaKind).values()];
    const guidance = offeredGuidance(area?.values.guidance);
    const common = {
      adviser: adviser(),
      habit: origin?.habit ?? habit,
      taken,
      isHeld,
      isPoor,
      startsOn: (date: LocalDate) => heldTimes.startsOn(date, standing, now),
      work: work(),
      now,
    };
    const form = startingForm({ ...common, guidance, at: held });
    return origin === null ? form : withOrigin(form, origin, store);
  };
  return (
    <BookingForm
      draft={draft}
      habit={habit}
      starting={starting()}
      origin={origin}
      isTimeChosen={draft !== null || asked() !== null}
    />
  );
};

const tomorrow = (now: Instant): Instant => fromLocal(addDays(toLocalDate(now), 1), 0);
