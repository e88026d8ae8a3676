import { createMemo } from "solid-js";
import { partsOfForm } from "#domain/kinds/appointment-forms.ts";
import { parseCapacity } from "#domain/times/meeting.ts";
import { useLocale } from "#i18n/locale.ts";
import { ErasedNotice } from "#features/parts/appointment-form/erased-notice.tsx";
import type { FormState } from "#features/parts/appointment-form/form-state.ts";
import { rosterTitle } from "#features/parts/appointment-form/roster-title.ts";
import { RosterFields } from "#features/parts/appointment-form/roster-fields.tsx";
import type { BookingFields } from "./booking-form.ts";

/** Who takes part in a meeting that is being booked. Nobody is written before the meeting is. */
export const BookingRoster = (props: {
  readonly form: FormState<BookingFields>;
  /** Somebody was erased, and therefore left the list. */
  readonly isErased: boolean;
}) => {
  const { texts } = useLocale();
  const form = () => props.form.values;
  const entries = createMemo(() =>
    form().roster.map(({ client, name }, index) => ({ key: String(index), client, name })),
  );
  const capacity = () => {
    if (!partsOfForm(form().form).capacity) return null;
    const capacity = parseCapacity(form().capacity);
    return capacity === "wrong" ? null : capacity;
  };
  return (
    <>
      <ErasedNotice of="listed" isShown={props.isErased} />
      <RosterFields
        title={rosterTitle(form().form, texts())}
        entries={entries()}
        capacity={capacity()}
        typed={form().rosterName}
        failure={props.form.failures()["rosterName"]}
        onType={(rosterName) => props.form.change({ rosterName })}
        onAdd={(client, name) =>
          props.form.change({ roster: [...form().roster, { client, name }], rosterName: "" })
        }
        onRemove={({ key }) =>
          props.form.change({ roster: form().roster.filter((_, index) => String(index) !== key) })
        }
      />
    </>
  );
};
