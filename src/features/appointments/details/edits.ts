import { movedFromOf } from "#domain/meeting/moved.ts";
import { type Booking, parseBooking, parseTimes, type SlotTimes } from "#domain/times/booking.ts";
import type { Items } from "#domain/fields/item-fields.ts";
import type { FieldFailure } from "#domain/failure.ts";
import type { MemberId, RecordId, ScopeId } from "#domain/ids.ts";
import type { Json } from "#domain/json.ts";
import type { MovedFrom, Told } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { Slot } from "#domain/times/slot.ts";
import { parsePhone } from "#domain/phone.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import type { Sight } from "#store/sight.ts";
import type { Edit } from "#store/write.ts";
import {
  adviserOf,
  type AppointmentForm,
} from "#features/parts/appointment-form/appointment-form.ts";
import { checkKnownClient } from "#features/parts/appointment-form/known-client-check.ts";
import { slotFields } from "#features/parts/appointment-form/form-times.ts";
import { attendanceEdit } from "#features/parts/appointment-form/roster-edits.ts";
import { partsOfForm } from "#domain/kinds/appointment-forms.ts";
import { meetingEdits } from "./meeting-edits.ts";
import type { Sights } from "./sights.ts";
import { isSameGroup } from "./values.ts";

/** Everything the edits of a changed form are made from. `chosen` is another client than the appointment had. */
export type Changed = {
  readonly form: AppointmentForm;
  readonly base: AppointmentForm;
  readonly sights: Sights;
  /** A changed name is a new client instead of the same one under a corrected name. */
  readonly isNewClient: boolean;
  readonly chosen: { readonly sight: Sight; readonly phone: string } | null;
  readonly home: ScopeId;
  readonly makeId: () => RecordId;
  /** Names the allotment that a slot is given out of, if there is one. */
  readonly settle: (slot: Slot) => Slot;
  readonly isOnRoster: (client: RecordId) => boolean;
  readonly isClientHere: (client: RecordId) => boolean;
  /** Who told the client of the time that was for that one alone. */
  readonly told: Items<Told>;
  /** When the appointment is now: the clock on the wall does not tell every moment. */
  readonly times: SlotTimes;
};

/** Only what was changed is written: a field nobody touched must not win over what somebody else writes meanwhile. */
export const detailsEdits = (
  changed: Changed,
): Result<readonly Edit[], readonly FieldFailure[]> => {
  const { form, base, sights } = changed;
  const isForOne = partsOfForm(form.form).client;
  const wasForOne = partsOfForm(base.form).client;
  // Whoever was one of many, or nobody, has to be said now.
  const isWhoTouched = isForOne && (!wasForOne || !isSameGroup("who", form, base));
  const kept = keptTimes(changed);
  const parsed = parseDetails(changed, isWhoTouched, kept !== null);
  if (!parsed.ok) return parsed;
  const { appointment, newClient } = parsed.value;
  const edits: Edit[] = isWhoTouched ? whoEdits(changed, newClient) : [];
  if (!isForOne && base.client !== null) edits.push(...ontoRoster(changed, base.client));
  edits.push(...meetingEdits(form, base, appointment, sights));
  const set = (field: string, value: Json, { appointment: sight }: { appointment: Sight }) =>
    edits.push({ verb: "set", sight, field, value });
  if (form.channel !== base.channel) set("channel", form.channel, sights.slot);
  if (isSlotChanged(form, base)) {
    const slot = changed.settle({ ...appointment.slot, ...kept, adviser: adviserOf(form) });
    const movedFrom = kept === null ? movedFromIn(changed, slot) : undefined;
    set("slot", slot, sights.slot);
    if (movedFrom !== undefined) set("movedFrom", movedFrom, sights.slot);
  }
  if (form.guidance !== base.guidance) set("guidance", form.guidance, sights.guidance);
  if (form.language !== base.language) set("language", form.language, sights.language);
  if (form.note !== base.note) {
    const sight = sights.note.appointment;
    edits.push({ verb: "text", sight, field: "note", value: appointment.note });
  }
  return ok(edits);
};

/** What the form holds of the hours. */
const hours = ["date", "start", "end"] as const;
/** A day and hours that any form may have, where what is there is not read. */
const anyHours = { date: "2026-01-01", start: "9:00", end: "10:00" } as const;

/** Whether the form shows the appointment's own hours: nobody moves them unseen by it. */
const isShowing = (shown: AppointmentForm, times: SlotTimes): boolean => {
  const own = slotFields(times);
  return times.end > times.start && hours.every((field) => own[field] === shown[field]);
};

/**
 * The hours of a time that keeps them, as they are: of an hour that comes twice, past midnight, or from another version,
 * a form cannot say them again. `null` where they are to be what the form says.
 */
const keptTimes = ({ form, base, times }: Changed): SlotTimes | null => {
  if (!isSlotChanged(form, base)) return times;
  return hours.every((field) => form[field] === base[field]) && isShowing(base, times)
    ? { start: times.start, end: times.end }
    : null;
};

const movedFromIn = ({ base, times }: Changed, slot: Slot): MovedFrom | undefined => {
  const adviser = adviserOf(base);
  if (isShowing(base, times)) return movedFromOf({ ...times, adviser }, slot);
  const before = parseTimes(base);
  return before.ok ? movedFromOf({ ...before.value, adviser }, slot) : undefined;
};

/** The client of a time that is not for one alone any more is the first on its roster, where it has one, and knows what it was told. */
const ontoRoster = (
  { form, sights, home, makeId, isOnRoster, told }: Changed,
  client: RecordId,
): Edit[] => {
  const { appointment: sight } = sights.who;
  const edits: Edit[] = [{ verb: "set", sight, field: "client", value: null }];
  if (!partsOfForm(form.form).roster || isOnRoster(client)) return edits;
  return [...edits, attendanceEdit(makeId(), home, sight.record, client, { told })];
};

const parseDetails = (
  { form, base, isNewClient, isClientHere }: Changed,
  isWhoTouched: boolean,
  keepsTimes: boolean,
): Result<Booking, readonly FieldFailure[]> => {
  // An appointment may have lost its client; the other fields can be changed all the same.
  const placeholder = base.client ?? ("" as RecordId);
  const client = isWhoTouched ? (isNewClient ? null : form.client) : placeholder;
  const written = { ...form, ...(keepsTimes ? anyHours : {}), client };
  const parsed = parseBooking(written, form.adviser as MemberId);
  const known = isWhoTouched && client !== null ? checkKnownClient(form, isClientHere(client)) : [];
  if (known.length === 0) return parsed;
  return fail([...known, ...(parsed.ok ? [] : parsed.failure)]);
};

const whoEdits = (
  { form, base, sights, chosen, home, makeId, told }: Changed,
  newClient: Booking["newClient"],
): Edit[] => {
  const { appointment, client } = sights.who;
  /** What somebody was told of the time, the next client was not. */
  const link = (record: RecordId): Edit[] => [
    { verb: "set", sight: appointment, field: "client", value: record },
    ...Object.keys(told).map((by): Edit => ({
      verb: "rem",
      sight: appointment,
      field: `told.${by}`,
    })),
  ];
  if (newClient !== null) {
    const record = makeId();
    const fields = { ...newClient, note: "" };
    return [{ verb: "new", record, kind: clientKind.name, home, fields }, ...link(record)];
  }
  const edits: Edit[] = [];
  const isOther = form.client !== null && form.client !== base.client;
  if (isOther && form.client !== null) edits.push(...link(form.client));
  const sight = isOther ? (chosen?.sight ?? null) : client;
  if (sight === null) return edits;
  if (!isOther && form.name.trim() !== base.name) {
    edits.push({ verb: "set", sight, field: "name", value: form.name.trim() });
  }
  const phone = parsePhone(form.phone);
  const before = parsePhone(isOther ? (chosen?.phone ?? "") : base.phone);
  if (phone.ok && before.ok && phone.value !== before.value) {
    edits.push({ verb: "set", sight, field: "phone", value: phone.value });
  }
  return edits;
};

const isSlotChanged = (form: AppointmentForm, base: AppointmentForm): boolean =>
  (["date", "start", "end", "place", "room", "adviser"] as const).some(
    (field) => form[field] !== base[field],
  );
