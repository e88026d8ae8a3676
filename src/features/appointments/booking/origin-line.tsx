import { createMemo, Match, Switch } from "solid-js";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { waitingKind } from "#domain/kinds/waiting.ts";
import { toLocalDate } from "#domain/local-time.ts";
import { daysBetween } from "#domain/meeting/waited.ts";
import { createNow, createRecords } from "#features/environment.tsx";
import { useLocale } from "#i18n/locale.ts";
import { Notice } from "#ui/notice.tsx";
import type { Origin } from "./origin.ts";

/** What the booking goes on from: the meeting before it, or how long somebody has waited. */
export const OriginLine = (props: { readonly origin: Origin | null }) => {
  const { texts, formats } = useLocale();
  const now = createNow();
  const meetings = createRecords(appointmentKind);
  const list = createRecords(waitingKind);
  const today = () => toLocalDate(now());
  const meeting = createMemo(() => {
    const id = props.origin?.follows ?? null;
    return id === null ? undefined : meetings().get(id);
  });
  const entry = createMemo(() => {
    const id = props.origin?.waiting ?? null;
    return id === null ? undefined : list().get(id);
  });
  return (
    <Switch>
      <Match when={meeting()}>
        {(found) => {
          const start = () => found().values.slot.start;
          const day = () => formats().dayShort(toLocalDate(start()), today());
          return <p>{texts().after.followsOn(day(), formats().time(start()))}</p>;
        }}
      </Match>
      <Match when={entry()?.values.status !== "waiting" && entry()}>
        <Notice tone="waiting">{texts().waitingList.already}</Notice>
      </Match>
      <Match when={entry()}>
        {(found) => {
          const waited = () => daysBetween(found().values.asked ?? today(), today());
          const words = () => [texts().waitingList.waited(waited()), found().values.note];
          return <p>{words().filter(Boolean).join(". ")}</p>;
        }}
      </Match>
    </Switch>
  );
};
