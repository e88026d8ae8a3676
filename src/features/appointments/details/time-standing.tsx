import { createMemo, For, Match, Show, Switch } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { allotmentKind } from "#domain/kinds/allotment.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import {
  type AppointmentRecord,
  type Around,
  clientName,
} from "#features/parts/times/appointment-view.ts";
import { createRecords } from "#features/environment.tsx";
import { useLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { Notice } from "#ui/notice.tsx";
import { StatusLine } from "#ui/status-line.tsx";
import { createTimeWord } from "#features/parts/appointment-form/time-word.ts";
import { MoveChoices } from "./move-choices.tsx";
import { TimeConflict } from "./time-conflict.tsx";
import "#features/parts/screen/choices.css";

/** Whether the time is certain; where two were agreed, that one is to be chosen; where it meets another, that other one and a way out. Nothing about what is over. */
export const TimeStanding = (props: {
  readonly record: AppointmentRecord;
  readonly around: Around;
}) => {
  const { texts, formats } = useLocale();
  const appointments = createRecords(appointmentKind);
  const allotments = createRecords(allotmentKind);
  const values = () => props.record.values;
  const rivals = createMemo(() =>
    (values().promise?.with ?? []).map((id) => ({ id, appointment: appointments().get(id) })),
  );
  const { word, conflict } = createTimeWord(() => props.record);
  const wordsOf = (id: RecordId) => {
    const other = appointments().get(id);
    const allotment = other === undefined ? allotments().get(id)?.values : undefined;
    if (allotment !== undefined) {
      const { start, end } = allotment.slot;
      return texts().slots.heldFor(allotment.label, formats().span(start, end));
    }
    if (other === undefined) return texts().slots.hidden;
    const { start, end } = other.values.slot;
    const client = clientName(other.values, props.around, texts());
    return `${client} ${texts().common.at(formats().span(start, end))}`;
  };
  const others = () =>
    rivals()
      .map(({ id }) => wordsOf(id))
      .join(", ");
  return (
    <>
      <Show when={word() === "over" ? undefined : conflict()}>
        {(found) => <TimeConflict conflict={found()} around={props.around} />}
      </Show>
      <Switch>
        <Match when={word() === "clash"}>
          <Notice
            tone="broken"
            title={texts().slots.clashTitle}
            action={<MoveChoices record={props.record} around={props.around} />}
          >
            {texts().slots.clashText(others())}
          </Notice>
        </Match>
        <Match when={word() === "doubled"}>
          <Notice
            tone="waiting"
            title={texts().slots.doubledTitle}
            action={
              <div class="choices">
                <For each={rivals().flatMap(({ appointment }) => appointment ?? [])}>
                  {(other) => (
                    <ButtonLink href={`/appointments/${other.id}`}>
                      {texts().slots.show(clientName(other.values, props.around, texts()))}
                    </ButtonLink>
                  )}
                </For>
              </div>
            }
          >
            {texts().slots.doubledText(others())}
          </Notice>
        </Match>
        <Match when={word() === "held"}>
          <StatusLine tone="certain" text={texts().slots.heldText} />
        </Match>
        <Match when={word() === "guaranteed"}>
          <StatusLine tone="certain" text={texts().slots.guaranteedText} />
        </Match>
        <Match when={word() === "tentative"}>
          <StatusLine text={texts().slots.tentativeText} />
        </Match>
      </Switch>
    </>
  );
};
