import * as v from "valibot";
import type { CalendarEvent, EventContent } from "#domain/calendar/event.ts";
import { type HandedOver, nextSequence } from "#domain/calendar/sequence.ts";
import type { RecordId } from "#domain/ids.ts";
import type { Store } from "#store/store.ts";
import { handedDraftId } from "#features/draft-names.ts";

const handedSchema = v.object({
  sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  said: v.string(),
});

const readHanded = ({ drafts }: Store, appointment: RecordId): HandedOver | null => {
  const parsed = v.safeParse(handedSchema, drafts.read(handedDraftId(appointment)));
  return parsed.success ? parsed.output : null;
};

/** Which version of the event this one is. */
export const sequenceOf = (store: Store, appointment: RecordId, content: EventContent): number =>
  nextSequence(
    store.ledger.editsOf(appointment),
    JSON.stringify(content),
    readHanded(store, appointment),
  );

/** Remembers what was handed over, sealed on the device. It goes with the appointment when that is erased. */
export const noteHanded = (
  store: Store,
  appointment: RecordId,
  content: EventContent,
  { sequence }: Pick<CalendarEvent, "sequence">,
): void => {
  const last = readHanded(store, appointment);
  const said = JSON.stringify(content);
  if (last?.sequence === sequence && last.said === said) return;
  // Where it cannot be kept, the number still counts the edits.
  void store.drafts.save(handedDraftId(appointment), { sequence, said });
};
