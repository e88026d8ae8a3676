import { Match, Show, Switch } from "solid-js";
import type { Instant } from "#domain/instant.ts";
import { partsOfForm } from "#domain/kinds/appointment-forms.ts";
import { toLocalDate } from "#domain/local-time.ts";
import { wasAt } from "#domain/meeting/moved.ts";
import { waitedInDays } from "#domain/meeting/waited.ts";
import { createNow } from "#features/environment.tsx";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import { useLocale } from "#i18n/locale.ts";
import { StatusLine } from "#ui/status-line.tsx";

/** How the time came about and what became of it: asked for, moved, met or not. */
export const Course = (props: { readonly record: AppointmentRecord }) => {
  const { texts, formats } = useLocale();
  const now = createNow();
  const values = () => props.record.values;
  const day = (at: Instant) => formats().dayShort(toLocalDate(at), toLocalDate(now()));
  const asked = () => {
    const { asked: on, slot } = values();
    // A group or open hours are nobody's wish that waited.
    if (on === null || !partsOfForm(values().form).client) return undefined;
    const written = formats().dayShort(on, toLocalDate(now()));
    return texts().states.asked(written, waitedInDays(on, slot.start));
  };
  const hasNews = () => ["arrived", "no-show", "done"].includes(values().status);
  return (
    <Show when={hasNews() || wasAt(values()) !== null || asked() !== undefined}>
      <div class="stack" data-gap="tight">
        <Switch>
          <Match when={values().status === "arrived"}>
            <StatusLine tone="certain" text={texts().states.lines.arrived} />
          </Match>
          <Match when={values().status === "no-show"}>
            <StatusLine tone="waiting" text={texts().states.lines["no-show"]} />
          </Match>
          <Match when={values().status === "done"}>
            <StatusLine tone="certain" text={texts().states.lines.done} />
          </Match>
        </Switch>
        <Show when={wasAt(values())}>
          {(before) => <p>{texts().states.movedLine(day(before()), formats().time(before()))}</p>}
        </Show>
        <Show when={asked()}>{(sentence) => <p>{sentence()}</p>}</Show>
      </div>
    </Show>
  );
};
