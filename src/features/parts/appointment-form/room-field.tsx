import { createMemo, Show } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { roomsOf } from "./form-places.ts";
import type { FormState } from "./form-state.ts";

const noRoom = "none";

/** Which room, where the chosen place has some, and whether others hear what is said in it. */
export const RoomField = (props: { readonly form: FormState; readonly around: Around }) => {
  const { texts } = useLocale();
  const rooms = createMemo(() => {
    const { place } = props.form.values;
    return place === null ? [] : roomsOf(props.around.places.get(place)?.values);
  });
  const chosen = () => rooms().find(({ id }) => id === props.form.values.room);
  const hint = () => {
    const room = chosen();
    if (room === undefined) return undefined;
    return room.private ? texts().meeting.privateRoom : texts().meeting.openRoom;
  };
  const options = () => [
    ...rooms().map((room) => ({
      value: room.id,
      label: room.private ? texts().meeting.roomPrivate(room.name) : room.name,
    })),
    { value: noRoom, label: texts().meeting.noRoom },
  ];
  return (
    <Show when={rooms().length > 0}>
      <ChoiceChips
        label={texts().meeting.room}
        hint={hint()}
        options={options()}
        value={chosen()?.id ?? noRoom}
        onChange={(room) => props.form.change({ room: room === noRoom ? "" : room })}
      />
    </Show>
  );
};
