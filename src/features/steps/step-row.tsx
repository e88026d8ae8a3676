import Check from "lucide-solid/icons/check";
import type { LocalDate } from "#domain/instant.ts";
import type { OwnStep } from "#domain/meeting/next-steps.ts";
import { useEnvironment } from "#features/environment.tsx";
import { keepPlaceInList } from "#features/parts/screen/focus.ts";
import {
  adviserName,
  type AppointmentRecord,
  type Around,
  clientName,
} from "#features/parts/times/appointment-view.ts";
import { leaveWithRecord } from "#features/parts/values/message-about.ts";
import { showUndoable } from "#features/parts/values/undo-toast.ts";
import { writeFields } from "#features/parts/values/write-fields.ts";
import { useLocale } from "#i18n/locale.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { ListRow } from "#ui/list-row.tsx";

/** One promised step, leading to its meeting; one press says that it is done. */
export const StepRow = (props: {
  readonly own: OwnStep<AppointmentRecord>;
  readonly around: Around;
  readonly today: LocalDate;
  readonly withAdviser: boolean;
}) => {
  const { store, toasts } = useEnvironment();
  const { texts, formats } = useLocale();
  const words = () => texts().after.steps;
  const values = () => props.own.of.values;
  const subtitle = () => {
    const { due } = props.own.step;
    const by = due === null ? words().noDay : words().due(formats().dayShort(due, props.today));
    const adviser = adviserName(values().slot.adviser, props.around, texts());
    return [clientName(values(), props.around, texts()), by, props.withAdviser ? adviser : ""]
      .filter(Boolean)
      .join(" · ");
  };
  const tick = async () => {
    const { step, of } = props.own;
    const backToList = keepPlaceInList();
    const outcome = await writeFields(store, of.id, { next: { ...step, done: true } });
    const said = { done: words().done(step.what), undone: words().undone };
    const toast = showUndoable(toasts, texts(), outcome, said);
    leaveWithRecord(toasts, store.ledger, toast, of.id);
    backToList();
  };
  return (
    <ListRow
      title={props.own.step.what}
      subtitle={subtitle()}
      href={`/appointments/${props.own.of.id}`}
      trailing={
        <IconButton label={words().tick(props.own.step.what)} onClick={() => void tick()}>
          <Check />
        </IconButton>
      }
    />
  );
};
