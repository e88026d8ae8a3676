import { createMemo, createSignal, For, Show } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { type Place, placeKind } from "#domain/kinds/place.ts";
import { createRecords } from "#features/environment.tsx";
import { roomsOf } from "#features/parts/appointment-form/form-places.ts";
import { useLocale } from "#i18n/locale.ts";
import { ListRow } from "#ui/list-row.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { RoomsSheet } from "./rooms-sheet.tsx";

/** The places of the area, each with its rooms. */
export const RoomsSection = (props: { readonly canEdit: boolean }) => {
  const { texts } = useLocale();
  const records = createRecords(placeKind);
  const [opened, setOpened] = createSignal<RecordId | null>(null);
  const places = createMemo(() =>
    [...records().values()]
      // Whoever only reads is told of rooms, not of places without any.
      .filter(({ values }) => props.canEdit || roomsOf(values).length > 0)
      .sort((one, other) => (one.values.name < other.values.name ? -1 : 1)),
  );
  const wordsOf = (place: Place) =>
    roomsOf(place)
      .map((room) => (room.private ? texts().meeting.roomPrivate(room.name) : room.name))
      .join(" · ");
  const openedPlace = createMemo(() => {
    const id = opened();
    return id === null ? undefined : records().get(id);
  });
  return (
    <section class="stack" data-gap="tight" aria-labelledby="area-rooms">
      <SectionTitle id="area-rooms">{texts().area.rooms}</SectionTitle>
      <p>{places().length === 0 ? texts().area.noRooms : texts().area.roomsText}</p>
      <RowList look="joined">
        <For each={places()}>
          {({ id, values }) => (
            <ListRow
              title={values.name}
              subtitle={wordsOf(values) || texts().area.noRooms}
              onClick={props.canEdit ? () => setOpened(id) : undefined}
            />
          )}
        </For>
      </RowList>
      <Show when={opened()} keyed>
        <Show when={openedPlace()}>
          {(place) => <RoomsSheet place={place()} onClose={() => setOpened(null)} />}
        </Show>
      </Show>
    </section>
  );
};
