import type { RecordId, ScopeId } from "#domain/ids.ts";
import { appointmentKind, type WrittenAppointment } from "#domain/kinds/appointment.ts";
import { seriesKind } from "#domain/kinds/series.ts";
import type { Slot } from "#domain/times/slot.ts";
import type { Edit } from "#store/write.ts";
import type { BookingEdits } from "../save.ts";
import type { SeriesPlan } from "./repetition.ts";

/** What the times of a series are made with. */
type Making = {
  readonly home: ScopeId;
  readonly makeId: () => RecordId;
  readonly settle: (slot: Slot) => Slot;
};

/** The same booking at each of the times of a plan: one save, with the series itself. Who is on a roster is on the first one's. */
export const repeated = (
  made: BookingEdits,
  { rule, times }: SeriesPlan,
  { home, makeId, settle }: Making,
): BookingEdits => {
  const booked = made.edits.find(
    (edit) => edit.verb === "new" && edit.record === made.appointment,
  ) as Extract<Edit, { verb: "new" }> | undefined;
  const [first, ...others] = times;
  if (booked === undefined || first === undefined) return made;
  const series = makeId();
  const appointment = booked.fields as WrittenAppointment;
  // Who asked, and after what, is told of the first one alone: the others nobody waited for.
  const { asked: _asked, follows: _follows, ...later } = appointment;
  const editAt = (
    record: RecordId,
    { start, end }: Pick<Slot, "start" | "end">,
    said: WrittenAppointment = later,
  ): Edit => ({
    verb: "new",
    record,
    kind: appointmentKind.name,
    home,
    fields: {
      ...said,
      slot: settle({ ...appointment.slot, start, end }),
      series,
      occurrence: start,
    },
  });
  const fields = { title: appointment.title ?? "", rule, from: first.date };
  const more = others.map((time) => editAt(makeId(), time));
  return {
    ...made,
    edits: [
      { verb: "new", record: series, kind: seriesKind.name, home, fields },
      ...made.edits.map((edit) =>
        edit === booked ? editAt(made.appointment, first, appointment) : edit,
      ),
      ...more,
    ],
    repeats: [...more.flatMap((edit) => (edit.verb === "new" ? edit.record : [])), series],
  };
};
