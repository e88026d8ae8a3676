import { type Accessor, createEffect, createMemo } from "solid-js";
import {
  type CalendarEvent,
  type EventContent,
  eventContent,
  eventUid,
} from "#domain/calendar/event.ts";
import { eventStatusOf } from "#domain/calendar/event-status.ts";
import type { RecordId } from "#domain/ids.ts";
import type { Slot } from "#domain/times/slot.ts";
import {
  type AppointmentRecord,
  type Around,
  roomName,
} from "#features/parts/times/appointment-view.ts";
import { correctedNow } from "#features/parts/values/corrected-now.ts";
import { useEnvironment } from "#features/environment.tsx";
import type { ClientWords } from "#i18n/client-words.ts";
import { createTimeWord, type TimeWord } from "#features/parts/appointment-form/time-word.ts";
import { noteHanded, sequenceOf } from "./handed.ts";

/** Why one should think twice before one hands the time over; `null`: nothing speaks against it. */
export type Doubt = "cancelled" | "over" | "clash" | "contested" | "tentative" | null;

/** The event of an appointment in its client's words, following every change; each one that is shown is remembered. */
export const createHandedEvent = (
  record: Accessor<AppointmentRecord>,
  around: Accessor<Around>,
  words: Accessor<ClientWords>,
): { readonly event: Accessor<CalendarEvent>; readonly doubt: Accessor<Doubt> } => {
  const { store, clock } = useEnvironment();
  const { word, conflict } = createTimeWord(record);
  const doubt = createMemo((): Doubt => {
    const { status } = record().values;
    if (status === "cancelled") return "cancelled";
    // The two have met: nothing is uncertain about the time any more.
    if (eventStatusOf(status, false) === "confirmed") return word() === "over" ? "over" : null;
    return word() !== "over" && word() !== "clash" && conflict() !== undefined
      ? "contested"
      : doubts[word()];
  });
  const content = createMemo(
    (): EventContent => {
      const { channel, slot } = record().values;
      const facts = {
        start: slot.start,
        end: slot.end,
        status: eventStatusOf(record().values.status, doubt() === null || doubt() === "over"),
        place: placeOf(channel, slot, around(), words()),
        adviser: nameOf(slot.adviser, around().advisers),
      };
      return eventContent(facts, { ...words(), with: withWhom(channel, words()) });
    },
    undefined,
    { equals: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  const event = createMemo((): CalendarEvent => ({
    ...content(),
    uid: eventUid(record().id),
    sequence: sequenceOf(store, record().id, content()),
    at: correctedNow(clock, store),
  }));
  createEffect(() => noteHanded(store, record().id, content(), event()));
  return { event, doubt };
};

const doubts: Readonly<Record<TimeWord, Doubt>> = {
  over: "over",
  clash: "clash",
  contested: "contested",
  tentative: "tentative",
  guaranteed: null,
  doubled: null,
  held: null,
};

/** How the adviser is named: whom the client meets, or who is in touch without being seen. */
const withWhom = (channel: string, words: ClientWords): ClientWords["with"] => {
  if (channel === "phone") return words.calls;
  return channel === "email" ? words.writes : words.with;
};

/** Where the client goes, down to the room; how the two are in touch where nobody goes anywhere. */
const placeOf = (
  channel: string,
  slot: Slot,
  { places }: Pick<Around, "places">,
  words: ClientWords,
): string => {
  if (channel === "phone" || channel === "email" || channel === "online") return words[channel];
  const place = slot.place === null ? undefined : places.get(slot.place)?.values;
  return [nameOf(slot.place, places), roomName(place, slot)].filter(Boolean).join(", ");
};

/** The name of a record; nothing where it is not on this device, for a guess would go into somebody's calendar. */
const nameOf = (
  id: string | null,
  records: ReadonlyMap<RecordId, { readonly values: { readonly name: string } }>,
): string => records.get(id as RecordId)?.values.name ?? "";
