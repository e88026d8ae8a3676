import { createMemo, createSignal } from "solid-js";
import type { FieldSet } from "#domain/fields/field.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { AppointmentRecord, Around } from "#features/appointment-view.ts";
import { type EarlierField, EarlierSheet } from "#features/earlier-sheet.tsx";
import { fieldWord } from "#features/field-edits.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";

/** What people write; what the endpoint says of a record has no past worth looking at. */
const writtenFields = (fields: FieldSet): string[] =>
  Object.entries(fields).flatMap(([name, { writer }]) => (writer === "endpoint" ? [] : [name]));

/** Opens what stood before in the fields of the appointment and of its client. */
export const EarlierButton = (props: {
  readonly record: AppointmentRecord;
  readonly around: Around;
}) => {
  const { texts } = useLocale();
  const [isOpen, setOpen] = createSignal(false);
  const fields = createMemo((): EarlierField[] => {
    const { id, values } = props.record;
    const { client } = values;
    const word = (field: string) => fieldWord(field, texts());
    const own = writtenFields(appointmentKind.fields).map((field) => ({
      record: id,
      field,
      label: word(field),
    }));
    if (client === null) return own;
    const ofClient = writtenFields(clientKind.fields).map((field) => ({
      record: client,
      field,
      label: texts().earlier.ofClient(word(field)),
    }));
    return [...own, ...ofClient];
  });
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {texts().earlier.open}
      </Button>
      <EarlierSheet
        open={isOpen()}
        fields={fields()}
        around={props.around}
        onClose={() => setOpen(false)}
      />
    </>
  );
};
