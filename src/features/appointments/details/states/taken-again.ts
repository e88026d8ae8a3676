import { createRoot, getOwner } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { appointmentKind, isStanding } from "#domain/kinds/appointment.ts";
import { standingOf } from "#domain/times/promise.ts";
import { useEnvironment } from "#features/environment.tsx";
import { takenText } from "#features/parts/appointment-form/taken-text.ts";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { createLookout } from "#features/parts/times/lookout.ts";
import { useLocale } from "#i18n/locale.ts";

/**
 * Says of an appointment that somebody has its time already, as it stands when asked; empty for none, for one that takes no
 * time, and once it is over. It may be asked when its screen is left: a message stays.
 */
export const useTakenAgain = (around: () => Around): ((id: RecordId) => string) => {
  const { store, clock } = useEnvironment();
  const { ledger, identity } = store;
  const { texts } = useLocale();
  const owner = getOwner();
  return (id) => {
    const record = ledger.get(appointmentKind, id);
    if (record === undefined || !isStanding(record.values)) return "";
    const { slot, promise } = record.values;
    if (slot.end <= clock.now()) return "";
    // While the endpoint holds it, it has not heard that it was called off: the time was never given up.
    const standing = standingOf(slot, promise) === "held" ? slot : undefined;
    // Looked at anew each time: what a screen follows, it follows until it is left.
    const against = createRoot((dispose) => {
      const found = createLookout(around)(slot, new Set([id]), standing);
      dispose();
      return found;
    }, owner);
    if (against === null) return "";
    return takenText(against, slot.adviser === identity.member, texts()) ?? "";
  };
};
