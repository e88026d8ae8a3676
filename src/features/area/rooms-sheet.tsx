import { createMemo, For, untrack } from "solid-js";
import { isSameJson } from "#domain/json.ts";
import type { FieldFailure } from "#domain/failure.ts";
import { writingFailure } from "#domain/fields/writing.ts";
import type { placeKind, Room } from "#domain/kinds/place.ts";
import type { Readable } from "#domain/record.ts";
import { ok } from "#domain/result.ts";
import { useEnvironment } from "#features/environment.tsx";
import { type RoomChoice, roomsOf } from "#features/parts/appointment-form/form-places.ts";
import { createFormState } from "#features/parts/appointment-form/form-state.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { TextField } from "#ui/text-field.tsx";
import { EditSheet, type Saving } from "./edit-sheet.tsx";
import { changeItems, type ItemChange } from "./item-changes.ts";
import "./rooms-sheet.css";

/** The rooms of one place: their names, and in which of them nobody else hears what is said. */
export const RoomsSheet = (props: {
  readonly place: Readable<typeof placeKind>;
  readonly onClose: () => void;
}) => {
  const { store } = useEnvironment();
  const { texts } = useLocale();
  const place = untrack(() => props.place);
  const sight = store.ledger.sightOf(place.id);
  const form = createFormState<{ readonly rooms: readonly RoomChoice[] }>({
    rooms: roomsOf(place.values),
  });
  const items = createMemo(() => form.values.rooms.map(({ id }) => id));
  const roomOf = (item: string) =>
    form.values.rooms.find(({ id }) => id === item) ?? { id: item, name: "", private: false };
  const put = (item: string, change: Partial<Room>) =>
    form.change({
      rooms: form.values.rooms.map((room) => (room.id === item ? { ...room, ...change } : room)),
    });
  const save = async (): Saving => {
    // An empty line is a room that nobody has named: it goes.
    const rooms = form.values.rooms
      .map((room) => ({ ...room, name: room.name.trim() }))
      .filter(({ name }) => name !== "");
    const failures = rooms.flatMap(({ id, name }): FieldFailure[] => {
      const code = writingFailure(name);
      return code === null ? [] : [{ field: id, code }];
    });
    form.setFailures(failures);
    if (failures.length > 0 || sight === null) return null;
    const changes = roomChanges(place.values.rooms, rooms);
    const nothing = ok(() => store.write([]));
    const outcome = changes.length === 0 ? nothing : await changeItems(store, sight, changes);
    return { outcome, what: texts().area.roomsOf(place.values.name) };
  };
  const sentenceOf = (item: string) => {
    const code = form.failures()[item];
    return code === undefined ? undefined : texts().failures[code];
  };
  return (
    <EditSheet
      id="rooms"
      title={texts().area.roomsOf(place.values.name)}
      onSave={save}
      onClose={() => props.onClose()}
    >
      <For each={items()}>
        {(item, index) => (
          <div class="room" role="group" aria-label={texts().area.roomName(index() + 1)}>
            <TextField
              label={texts().area.roomName(index() + 1)}
              error={sentenceOf(item)}
              autocapitalize="sentences"
              enterKeyHint="next"
              value={roomOf(item).name}
              onInput={(name) => put(item, { name })}
            />
            <Checkbox
              label={texts().area.roomPrivate}
              checked={roomOf(item).private}
              onChange={(isPrivate) => put(item, { private: isPrivate })}
            />
            <Button
              kind="quiet"
              onClick={() =>
                form.change({ rooms: form.values.rooms.filter(({ id }) => id !== item) })
              }
            >
              {texts().area.removeRoom(index() + 1)}
            </Button>
          </div>
        )}
      </For>
      <Button
        onClick={() =>
          form.change({
            rooms: [...form.values.rooms, { id: store.newRecordId(), name: "", private: false }],
          })
        }
      >
        {texts().area.addRoom}
      </Button>
    </EditSheet>
  );
};

/** Each room changes by itself, so that two coordinators may write different ones. */
const roomChanges = (
  before: Readable<typeof placeKind>["values"]["rooms"],
  after: readonly RoomChoice[],
): ItemChange[] => {
  const kept = new Set(after.map(({ id }) => id));
  const gone = Object.keys(before).filter((id) => !kept.has(id));
  const changed = after
    .map(({ id, name, private: isPrivate }) => ({
      id,
      room: { ...before[id], name, private: isPrivate },
    }))
    .filter(({ id, room }) => !isSameJson(before[id], room));
  return [
    ...gone.map((id) => ({ path: `rooms.${id}`, value: undefined })),
    ...changed.map(({ id, room }) => ({ path: `rooms.${id}`, value: room })),
  ];
};
