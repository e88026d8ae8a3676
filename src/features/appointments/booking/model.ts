import { useLocation, useNavigate } from "@solidjs/router";
import { type Accessor, createMemo, createSignal } from "solid-js";
import { parseBooking } from "#domain/times/booking.ts";
import type { FailureCode, FieldFailure } from "#domain/failure.ts";
import type { MemberId, RecordId } from "#domain/ids.ts";
import { adviserKind } from "#domain/kinds/adviser.ts";
import type { WrittenAppointment } from "#domain/kinds/appointment.ts";
import { toLocalDate } from "#domain/local-time.ts";
import type { WorkCalendar } from "#domain/availability/work-calendar.ts";
import type { Slot } from "#domain/times/slot.ts";
import { askedOn } from "#domain/meeting/waited.ts";
import { useLocale } from "#i18n/locale.ts";
import {
  adviserName,
  type AppointmentRecord,
  standingFrom,
} from "#features/parts/times/appointment-view.ts";
import { correctedNow } from "#features/parts/values/corrected-now.ts";
import { habitDraftId } from "#features/draft-names.ts";
import { useEnvironment, useStanding } from "#features/environment.tsx";
import type { Store } from "#store/store.ts";
import { type BookingDraft, bookingDraftId, isWorthKeeping } from "./stored.ts";
import { bookingEdits, type BookingEdits, type PhoneChange } from "./save.ts";
import { createRepetition, type Repetition, type SeriesPlan } from "./repeat/repetition.ts";
import { repeated } from "./repeat/series-edits.ts";
import { type Origin, standingOrigin, waitAgainEdits, waitEndingEdits } from "./origin.ts";
import { isAsBooked, undoBooking } from "./undo.ts";
import { makeChooseAdviser } from "./adviser-choice.ts";
import { adviserOf } from "#features/parts/appointment-form/appointment-form.ts";
import { writingFailure } from "#domain/fields/writing.ts";
import { partsOfForm } from "#domain/kinds/appointment-forms.ts";
import { bookedRoster, type BookingFields } from "./booking-form.ts";
import { createDraft } from "#features/parts/appointment-form/draft.ts";
import { createErasedPeople } from "#features/parts/appointment-form/erased-people.ts";
import { createFormState, type FormState } from "#features/parts/appointment-form/form-state.ts";
import { createKnownClient, type KnownClient } from "./known-client.ts";
import { habitOf } from "#features/parts/appointment-form/habit.ts";
import { createHeldTimes, type HeldTimes } from "#features/parts/times/held-times.ts";
import { createWorkCalendar } from "#features/parts/times/work-calendars.ts";
import {
  checkKnownClient,
  isClientHere,
} from "#features/parts/appointment-form/known-client-check.ts";
import { teamScopeOf } from "#features/parts/appointment-form/team-scope.ts";

export type BookingModel = {
  readonly form: FormState<BookingFields>;
  /** Books for this adviser of the team. */
  readonly chooseAdviser: (adviser: MemberId) => void;
  readonly known: KnownClient;
  /** Somebody on the roster was erased since, and is not on it any more. */
  readonly isRosterErased: Accessor<boolean>;
  /** The coming times of whom it is for. */
  readonly taken: Accessor<readonly AppointmentRecord[]>;
  readonly held: HeldTimes;
  readonly work: Accessor<WorkCalendar>;
  readonly repetition: Repetition;
  readonly failure: Accessor<FailureCode | "no-team" | null>;
  readonly isBusy: Accessor<boolean>;
  readonly isDraftLost: Accessor<boolean>;
  /** `clashes` says what the time is taken over, empty for nothing. `wrong`: the form names what is wrong. */
  save(clashes: string): Promise<"saved" | "wrong" | "not-saved">;
  /** Throws away what was written, with the way back, and leaves. */
  cancel(): Promise<void>;
  /** The same, and begins anew. */
  startOver(): Promise<void>;
};

/** The booking form without its looks: what is typed, what is kept, what is written. */
export const createBooking = (
  restored: BookingDraft | null,
  starting: BookingFields,
  origin: Origin | null = null,
): BookingModel => {
  const { store, clock, toasts } = useEnvironment();
  const { texts, formats } = useLocale();
  const navigate = useNavigate();
  const location = useLocation();
  const { member } = store.identity;
  const form = createFormState(restored === null ? starting : ofHere(restored.form, store));
  const known = createKnownClient(form, store, restored?.filledPhone ?? starting.phone);
  const isRosterErased = createErasedPeople(
    () => form.values.roster.map(({ client }) => client),
    (erased) =>
      form.change({
        roster: form.values.roster.filter(({ client }) => client === null || !erased.has(client)),
      }),
  );
  const [failure, setFailure] = createSignal<FailureCode | "no-team" | null>(null);
  const [isBusy, setBusy] = createSignal(false);
  const [isDraftLost, setDraftLost] = createSignal(false);
  const sorted = useStanding();
  // A form that is being saved is about to go: drawing it once more would only hold the next screen back.
  const taken = createMemo<readonly AppointmentRecord[]>(
    (before) => (isBusy() ? before : standingFrom(sorted(), clock.now(), adviserOf(form.values))),
    [],
  );

  const held = createHeldTimes(() => adviserOf(form.values));
  const work = createWorkCalendar(() => adviserOf(form.values));
  const chooseAdviser = makeChooseAdviser(form, { taken, held, work }, () => clock.now());

  const repetition = createRepetition(restored?.repeat ?? null);
  const draftId = origin?.draftId ?? bookingDraftId;
  const { here, back } = origin ?? { here: "/book", back: "/" };
  const content = (): BookingDraft | null => {
    const repeat = repetition.form().every === "never" ? null : repetition.form();
    return isWorthKeeping(form.values, starting) || repeat !== null
      ? { form: { ...form.values }, filledPhone: known.filledPhone(), repeat }
      : null;
  };
  const draft = createDraft(store.drafts, draftId, content, () => setDraftLost(true));

  const undo = async (made: BookingEdits, phoneChange: PhoneChange | null) => {
    const undone = await undoBooking(store, made, phoneChange, () =>
      waitAgainEdits(store, origin?.waiting ?? null, made.appointment),
    );
    const { booking } = texts().appointments;
    if (!undone.ok) {
      const { code } = undone.failure;
      const why = code === "changed-since" ? booking.changedSince : texts().failures[code];
      toasts.show({ text: `${booking.notUndone} ${why}`, tone: "broken" });
      return;
    }
    toasts.show({ text: booking.undone });
    // Nobody is left standing on the page of what is gone.
    if (location.pathname === `/appointments/${made.appointment}`) navigate("/");
  };
  const nameOf = (adviser: MemberId | null) =>
    adviserName(adviser, { advisers: store.ledger.all(adviserKind) }, texts());
  const tellSaved = (
    { slot }: WrittenAppointment,
    made: BookingEdits,
    phoneChange: PhoneChange | null,
    clashes: string,
  ) => {
    const day = formats().dayShort(toLocalDate(slot.start), toLocalDate(clock.now()));
    const { saved, savedFor } = texts().appointments.booking;
    const time = formats().time(slot.start);
    const colleague = slot.adviser === member ? undefined : nameOf(slot.adviser);
    const one = colleague === undefined ? saved(day, time) : savedFor(day, time, colleague);
    const { repeats } = made;
    const toast = toasts.show({
      // The series itself stands in the place of the first time, and what its times meet was gone through one by one.
      text:
        repeats.length === 0
          ? [one, clashes].filter(Boolean).join(" · ")
          : texts().series.booked(repeats.length, day, time),
      tone: repeats.length === 0 && clashes !== "" ? "waiting" : "certain",
      action: { label: texts().common.undo, run: () => void undo(made, phoneChange) },
    });
    // An offer that would be refused is taken away; who has the message already hears why.
    const stop = store.ledger.subscribe(() => {
      const isOffered = toasts.shown().some(({ id }) => id === toast);
      if (isOffered && isAsBooked(store.ledger, made, phoneChange)) return;
      toasts.dismiss(toast);
      stop();
    });
  };

  /** Opens the form anew, also where it is open already. */
  const open = (address: string, replace: boolean) => {
    navigate(address, { replace, scroll: false, state: { opening: store.newRecordId() } });
  };
  const throwAway = async () => {
    const left = content();
    await draft.finish();
    if (left === null) return;
    const { discarded, restore } = texts().appointments.booking;
    const run = () => {
      const isThere = location.pathname === "/book";
      void store.drafts.save(draftId, left).then(() => open(here, isThere));
    };
    toasts.show({ text: discarded, action: { label: restore, run } });
  };

  return {
    form,
    chooseAdviser,
    known,
    isRosterErased,
    taken,
    held,
    work,
    repetition,
    failure,
    isBusy,
    isDraftLost,
    async save(clashes) {
      const parsed = parseBooking({ ...form.values }, adviserOf(form.values) ?? member);
      const parts = partsOfForm(form.values.form);
      const { client } = form.values;
      const roster = parts.roster ? bookedRoster(form.values) : [];
      const wrongName = roster
        .map(({ name }) => writingFailure(name))
        .find((code) => code !== null);
      const failures: FieldFailure[] = [
        ...(client === null || !parts.client
          ? []
          : checkKnownClient(form.values, isClientHere(store, client))),
        ...(parsed.ok ? [] : parsed.failure),
        ...(wrongName === undefined ? [] : [{ field: "rosterName", code: wrongName }]),
      ];
      form.setFailures(failures);
      // Said anew at every press, so that it comes into sight again.
      setFailure(null);
      if (!parsed.ok || failures.length > 0 || !repetition.isReady()) return "wrong";
      const home = teamScopeOf(store);
      if (home === null) {
        setFailure("no-team");
        return "not-saved";
      }
      const phoneChange = parts.client ? known.phoneChange() : null;
      const { appointment, newClient } = parsed.value;
      const from = standingOrigin(origin, store);
      const { slot } = appointment;
      const booking = {
        newClient,
        appointment: {
          ...appointment,
          slot: held.settle(appointment.slot),
          asked: from?.asked ?? askedOn(toLocalDate(correctedNow(clock, store)), slot.start),
          ...(from === null || from.follows === null ? {} : { follows: from.follows }),
        },
      };
      const makeId = () => store.newRecordId();
      const once = bookingEdits(booking, roster, home, makeId, phoneChange);
      const plan = repetition.plan();
      const settle = (slot: Slot) => held.settle(slot);
      const all = plan === null ? once : repeated(once, plan, { home, makeId, settle });
      const ending = waitEndingEdits(store, from?.waiting ?? null, all.appointment);
      const made = { ...all, edits: [...all.edits, ...ending] };
      setBusy(true);
      const written = await store.write(made.edits, draftId);
      if (!written.ok) {
        setBusy(false);
        setFailure(written.failure.code);
        return "not-saved";
      }
      // It is on the disk: what is tidied up after it must not keep anybody waiting, such as what was typed meanwhile.
      void draft.finish();
      void store.drafts.save(habitDraftId, habitOf({ values: appointment }));
      tellSaved(firstOf(appointment, plan), made, phoneChange, clashes);
      // The form is no place to come back to: it would be one press from booking twice.
      navigate(back, { replace: true });
      return "saved";
    },
    async cancel() {
      await throwAway();
      navigate(back);
    },
    async startOver() {
      await throwAway();
      open(location.pathname + location.search, true);
    },
  };
};

/** The appointment at the first of its times. */
const firstOf = (appointment: WrittenAppointment, plan: SeriesPlan | null): WrittenAppointment => {
  const first = plan?.times[0];
  if (first === undefined) return appointment;
  const { start, end } = first;
  return { ...appointment, slot: { ...appointment.slot, start, end } };
};

/** An unfinished booking as it can be gone on with here: for its own adviser when whom it was for is not known any more. */
const ofHere = (form: BookingFields, { ledger, identity }: Store): BookingFields => {
  const isKnown = ledger.get(adviserKind, form.adviser as RecordId) !== undefined;
  return isKnown ? form : { ...form, adviser: identity.member };
};
