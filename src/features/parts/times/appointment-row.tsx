import { type Accessor, Show } from "solid-js";
import { adviserKind } from "#domain/kinds/adviser.ts";
import { areaKind } from "#domain/kinds/area.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { organisationKind } from "#domain/kinds/organisation.ts";
import { placeKind } from "#domain/kinds/place.ts";
import type { RecordId } from "#domain/ids.ts";
import { toLocalDate } from "#domain/local-time.ts";
import { wasAt } from "#domain/meeting/moved.ts";
import { useStartLocale } from "#i18n/locale.ts";
import { wordOf } from "#i18n/words.ts";
import { Badge } from "#ui/badge.tsx";
import { ListRow } from "#ui/list-row.tsx";
import {
  adviserName,
  type AppointmentRecord,
  type Around,
  clientName,
  guidanceWord,
  languageWord,
  lengthInMinutes,
  whereText,
} from "./appointment-view.ts";
import { createRecords, useEnvironment } from "#features/environment.tsx";
import { StateBadge } from "./state-badge.tsx";
import { TimeMark } from "./time-mark.tsx";

/** The records around appointments, following every change. */
export const createAround = (): Accessor<Around> => {
  const clients = createRecords(clientKind);
  const places = createRecords(placeKind);
  const advisers = createRecords(adviserKind);
  const organisations = createRecords(organisationKind);
  const areas = createRecords(areaKind);
  // What is not looked at is not followed either: a new client must not draw the places anew.
  const around: Around = {
    get clients() {
      return clients();
    },
    get places() {
      return places();
    },
    get advisers() {
      return advisers();
    },
    get organisations() {
      return organisations();
    },
    get areas() {
      return areas();
    },
  };
  return () => around;
};

/** One appointment in a list, leading to its page. */
export const AppointmentRow = (props: {
  readonly appointment: AppointmentRecord;
  readonly around: Around;
  /** Records that somebody has to look at because two people changed them. */
  readonly contested: ReadonlySet<RecordId>;
  readonly withAdviser?: boolean;
  readonly isQuiet?: boolean;
}) => {
  const { texts, formats } = useStartLocale();
  const { store } = useEnvironment();
  const values = () => props.appointment.values;
  const title = () => clientName(values(), props.around, texts());
  /** Nothing of the usual form, nor of one that is the title already. */
  const formWord = () => {
    const { form } = values();
    const word = form === "individual" ? "" : wordOf(texts().words.form, form);
    return word === title() ? "" : word;
  };
  const movedFrom = () => {
    const before = wasAt(values());
    if (before === null) return "";
    const day = formats().dayShort(toLocalDate(before), toLocalDate(values().slot.start));
    return texts().states.movedFrom(day, formats().time(before));
  };
  const subtitle = () =>
    [
      values().channel === "phone" ? "" : whereText(values(), props.around, texts()),
      values().language === "fi" ? "" : languageWord(values().language, texts()),
      props.withAdviser === true ? adviserName(values().slot.adviser, props.around, texts()) : "",
      movedFrom(),
    ]
      .filter(Boolean)
      .join(" · ");
  const isUnsent = () => {
    // The record is a new object after each change, so reading it here follows the outbox too.
    const { id } = props.appointment;
    return store.ledger.isUnsent(id);
  };
  return (
    <ListRow
      href={`/appointments/${props.appointment.id}`}
      lead={formats().time(values().slot.start)}
      leadNote={formats().length(lengthInMinutes(values()))}
      title={title()}
      subtitle={subtitle() || undefined}
      tone={props.isQuiet === true || values().status === "cancelled" ? "quiet" : "plain"}
      badges={
        <>
          <StateBadge appointment={props.appointment} />
          <Show when={props.contested.has(props.appointment.id)}>
            <Badge tone="broken">{texts().common.conflict}</Badge>
          </Show>
          <Show when={isUnsent()}>
            <Badge tone="waiting">{texts().common.unsent}</Badge>
          </Show>
          <Show when={values().channel === "phone"}>
            <Badge tone="neutral">{texts().common.phone}</Badge>
          </Show>
          <Show when={formWord()}>{(word) => <Badge tone="info">{word()}</Badge>}</Show>
          <Badge tone="info">{guidanceWord(values().guidance, texts())}</Badge>
          <Show when={props.isQuiet !== true && values().status === "booked"}>
            <TimeMark appointment={props.appointment} />
          </Show>
        </>
      }
    />
  );
};
