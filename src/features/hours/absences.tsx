import CircleX from "lucide-solid/icons/circle-x";
import { createMemo, createSignal, For, Show } from "solid-js";
import { absenceKind, type Span } from "#domain/kinds/absence.ts";
import { ok } from "#domain/result.ts";
import { createNow, createRecords, useEnvironment } from "#features/environment.tsx";
import { teamScopeOf } from "#features/parts/appointment-form/team-scope.ts";
import { keepFocus } from "#features/parts/screen/focus.ts";
import { showUndoable } from "#features/parts/values/undo-toast.ts";
import { useLocale } from "#i18n/locale.ts";
import type { Readable } from "#domain/record.ts";
import type { Edit } from "#store/write.ts";
import { Button } from "#ui/button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { AbsenceDialog } from "./absence-dialog.tsx";
import { absenceEdit, absenceText } from "./absence-text.ts";

/** The coming absences of one's own, and a way to write one more. */
export const Absences = () => {
  const { store, toasts } = useEnvironment();
  const { texts, formats } = useLocale();
  const absences = createRecords(absenceKind);
  const now = createNow();
  const [isOpen, setOpen] = createSignal(false);
  const coming = createMemo(() =>
    [...absences().values()]
      .filter(({ values }) => values.adviser === store.identity.member && values.span.end > now())
      .sort((one, other) => one.values.span.start - other.values.span.start),
  );
  const textOf = (span: Span) => absenceText(span, now(), formats(), texts());
  const remove = async ({ id, values }: Readable<typeof absenceKind>) => {
    const said = texts();
    const done = said.hours.absenceRemoved(textOf(values.span));
    const sight = store.ledger.sightOf(id);
    if (sight === null) return;
    const written = await store.write([{ verb: "del", sight }]);
    const home = teamScopeOf(store);
    const again: Edit[] =
      home === null
        ? []
        : [absenceEdit(store.newRecordId(), home, store.identity.member, values.span)];
    const back = written.ok ? ok(() => store.write(again)) : written;
    showUndoable(toasts, said, back, { done, undone: said.hours.absenceBack });
    // The row that was pressed is gone.
    if (written.ok) queueMicrotask(() => keepFocus(null));
  };
  return (
    <section class="stack" data-gap="tight" aria-labelledby="absences">
      <SectionTitle id="absences">{texts().hours.absences}</SectionTitle>
      <Show when={coming().length > 0} fallback={<p>{texts().hours.noAbsences}</p>}>
        <RowList look="joined" label={texts().hours.absences}>
          <For each={coming()}>
            {(absence) => (
              <ListRow
                title={textOf(absence.values.span)}
                trailing={
                  <IconButton
                    label={texts().hours.removeAbsence(textOf(absence.values.span))}
                    onClick={() => void remove(absence)}
                  >
                    <CircleX />
                  </IconButton>
                }
              />
            )}
          </For>
        </RowList>
      </Show>
      <Button onClick={() => setOpen(true)}>{texts().hours.addAbsence}</Button>
      <Show when={isOpen()}>
        <AbsenceDialog onClose={() => setOpen(false)} />
      </Show>
    </section>
  );
};
