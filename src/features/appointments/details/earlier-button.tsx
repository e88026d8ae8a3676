import { createMemo, createSignal, Show } from "solid-js";
import type { FieldSet } from "#domain/fields/field.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { AppointmentRecord, Around } from "#features/parts/times/appointment-view.ts";
import type { EarlierField } from "#features/parts/earlier/earlier-of-field.tsx";
import { EarlierSheet } from "#features/parts/earlier/earlier-sheet.tsx";
import { fieldWord } from "#features/parts/values/field-edits.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";

/** What people write as one value; what the endpoint says of a record has no past worth looking at, and items have each their own. */
const writtenFields = (fields: FieldSet): string[] =>
  Object.entries(fields).flatMap(([name, { writer, item }]) =>
    writer === "endpoint" || item !== undefined ? [] : [name],
  );

/** The version of a record that nobody has changed since it was made; one that the endpoint has not seen has 0. */
const madeAtVer = 1;

/** Opens what stood before in the fields of the appointment and of its client, where anything of them was changed since they were made. */
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
    const clientRecord = client === null ? undefined : props.around.clients.get(client);
    const ofClient = writtenFields(clientKind.fields).flatMap((field) =>
      clientRecord === undefined
        ? []
        : { record: clientRecord.id, field, label: texts().earlier.ofClient(word(field)) },
    );
    const isChanged = (ver: number | undefined) => ver !== undefined && ver > madeAtVer;
    return [
      ...(isChanged(props.record.ver) ? own : []),
      ...(isChanged(clientRecord?.ver) ? ofClient : []),
    ];
  });
  return (
    <Show when={fields().length > 0}>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {texts().earlier.open}
      </Button>
      <EarlierSheet
        open={isOpen()}
        fields={fields()}
        around={props.around}
        onClose={() => setOpen(false)}
      />
    </Show>
  );
};
