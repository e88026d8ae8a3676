import Check from "lucide-solid/icons/check";
import X from "lucide-solid/icons/x";
import { createSignal, Show } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { toLocalDate } from "#domain/local-time.ts";
import type { RosterClient } from "#domain/kinds/roster.ts";
import { createNow, useEnvironment } from "#features/environment.tsx";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import { writeFields } from "#features/parts/values/write-fields.ts";
import { showNotSaved } from "#features/parts/values/not-saved-toast.ts";
import { useLocale } from "#i18n/locale.ts";
import { wordOf } from "#i18n/words.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { MinutesSheet } from "./minutes-sheet.tsx";
import "./attendee-row.css";

/** One person of a roster: came or not, by a press that the same press takes back; the name opens the minutes. */
export const AttendeeRow = (props: {
  readonly group: RecordId;
  readonly attendee: RosterClient & { readonly name: string };
  /** The person's own time, if there is one. */
  readonly followUp: AppointmentRecord | undefined;
}) => {
  const { store, toasts } = useEnvironment();
  const { texts, formats } = useLocale();
  const now = createNow();
  const [isOpen, setOpen] = createSignal(false);
  const words = () => texts().after.roster;
  const name = () => props.attendee.name;
  const mark = async (came: "arrived" | "no-show") => {
    const { records, came: present } = props.attendee;
    const next = present === came ? "expected" : came;
    const outcome = await writeFields(store, records[0], { came: next });
    if (!outcome.ok) showNotSaved(toasts, texts(), outcome.failure);
  };
  const subtitle = () => {
    const { came, minutes } = props.attendee;
    const length = minutes === null ? "" : formats().length(minutes);
    return [wordOf(texts().words.came, came), length].filter(Boolean).join(" · ");
  };
  const ownTime = () => {
    const { followUp } = props;
    if (followUp === undefined) return null;
    const { start } = followUp.values.slot;
    const day = formats().dayShort(toLocalDate(start), toLocalDate(now()));
    return { text: words().has(day, formats().time(start)), id: followUp.id };
  };
  const markName = (came: "arrived" | "no-show") => words().marked(name(), words().marks[came]);
  return (
    <ListRow
      title={name()}
      subtitle={subtitle()}
      onClick={() => setOpen(true)}
      trailing={
        <>
          <IconButton
            label={markName("arrived")}
            pressed={props.attendee.came === "arrived"}
            onClick={() => void mark("arrived")}
          >
            <Check />
          </IconButton>
          <IconButton
            label={markName("no-show")}
            pressed={props.attendee.came === "no-show"}
            onClick={() => void mark("no-show")}
          >
            <X />
          </IconButton>
        </>
      }
    >
      <div class="attendee-next">
        <Show
          when={ownTime()}
          fallback={
            <ButtonLink
              kind="quiet"
              href={`/book?follows=${props.group}&client=${props.attendee.client}`}
              label={words().followUpFor(name())}
            >
              {words().followUp}
            </ButtonLink>
          }
        >
          {(time) => (
            <ButtonLink kind="quiet" href={`/appointments/${time().id}`}>
              {time().text}
            </ButtonLink>
          )}
        </Show>
      </div>
      <Show when={isOpen()}>
        <MinutesSheet attendee={props.attendee} onClose={() => setOpen(false)} />
      </Show>
    </ListRow>
  );
};
