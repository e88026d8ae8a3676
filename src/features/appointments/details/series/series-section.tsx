import { createMemo, createSignal, Show } from "solid-js";
import { toLocalDate } from "#domain/local-time.ts";
import type { Cancelling } from "#domain/kinds/appointment.ts";
import { hasRoster, stateFields } from "#domain/meeting/states.ts";
import type { Change } from "#domain/series/following.ts";
import type { Edit } from "#store/write.ts";
import { useLocale } from "#i18n/locale.ts";
import { createNow, useEnvironment } from "#features/environment.tsx";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import { Button } from "#ui/button.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { CancelSheet } from "../cancel-sheet.tsx";
import { createSeriesTimes } from "./series-times.ts";
import { useTakeBack } from "./take-back.ts";
import { backFrom, editsOf, type ManyChanges } from "./write-many.ts";
import "#features/parts/screen/choices.css";
import { showNotSaved } from "#features/parts/values/not-saved-toast.ts";

/** Of a time of a series: which one it is, the way to the next, and calling it off with all that follow. */
export const SeriesSection = (props: { readonly record: AppointmentRecord }) => {
  const { texts, formats } = useLocale();
  const now = createNow();
  const { store, toasts } = useEnvironment();
  const takeBack = useTakeBack();
  const { all, following } = createSeriesTimes(() => props.record);
  const [isAsking, setAsking] = createSignal(false);
  const words = () => texts().series;
  const nth = () => all().findIndex(({ id }) => id === props.record.id) + 1;
  const next = () => following()[0];
  /** This one is called off with them as long as it is ahead. */
  const ending = createMemo(() => {
    const { status, slot } = props.record.values;
    const isAhead = status === "booked" && slot.start > now();
    return [...(isAhead ? [props.record] : []), ...following()];
  });
  const nextWords = (record: AppointmentRecord) => {
    const { start } = record.values.slot;
    const day = formats().dayShort(toLocalDate(start), toLocalDate(now()));
    return words().next(day, formats().time(start));
  };
  const write = async (edits: readonly Edit[], message: string, back: ManyChanges) => {
    const written = await store.write(edits);
    if (!written.ok) {
      showNotSaved(toasts, texts(), written.failure);
      return;
    }
    const { broughtBack } = words();
    // Seen now: what a colleague changes before the press is not taken back unseen.
    const way = { edits: editsOf(store.ledger, back), left: (here: readonly Edit[]) => here };
    const run = () => void takeBack(way, { all: broughtBack, rest: broughtBack });
    toasts.show({ text: message, action: { label: texts().common.undo, run } });
  };
  const cancel = (cancelling: Cancelling) => {
    setAsking(false);
    const changes: ManyChanges = new Map(
      ending().map(({ id, values }) => [
        id,
        Object.entries(stateFields(values, "cancelled", cancelling)).map(
          ([field, value]): Change => ({ field, value }),
        ),
      ]),
    );
    const back = backFrom(store.ledger, changes);
    void write(editsOf(store.ledger, changes), words().cancelled(changes.size), back);
  };
  return (
    <Show when={all().length > 1 && nth() > 0}>
      <section class="stack" data-gap="tight" aria-labelledby="series">
        <SectionTitle id="series">{words().section}</SectionTitle>
        <p>
          {words().place(nth(), all().length)}{" "}
          {following().length === 0 ? words().noneFollow : words().following(following().length)}
        </p>
        <div class="choices">
          <Show when={next()}>
            {(record) => (
              <ButtonLink href={`/appointments/${record().id}`}>{nextWords(record())}</ButtonLink>
            )}
          </Show>
          <Show when={following().length > 0}>
            <Button onClick={() => setAsking(true)}>{words().cancelFollowing}</Button>
          </Show>
        </div>
        <Show when={isAsking()}>
          <CancelSheet
            title={words().cancelTitle(ending().length)}
            text={words().cancelText}
            confirmLabel={words().cancelFollowing}
            isOfMany={hasRoster(props.record.values)}
            onClose={() => setAsking(false)}
            onCancel={cancel}
          />
        </Show>
      </section>
    </Show>
  );
};
