import { createMemo, For, Match, Show, Switch } from "solid-js";
import { parsePath } from "#domain/fields/path.ts";
import type { RecordId } from "#domain/ids.ts";
import { allotmentKind } from "#domain/kinds/allotment.ts";
import { appointmentKind, isStanding } from "#domain/kinds/appointment.ts";
import { standingOf } from "#domain/times/promise.ts";
import { type AppointmentRecord, type Around, clientName } from "#features/appointment-view.ts";
import { createIsGuaranteed } from "#features/allotments.ts";
import { createNow, createRecords } from "#features/environment.tsx";
import { createOpenConflicts } from "#features/open-conflicts.ts";
import { useLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { Notice } from "#ui/notice.tsx";
import { StatusLine } from "#ui/status-line.tsx";
import { MoveChoices } from "./move-choices.tsx";
import { TimeConflict } from "./time-conflict.tsx";
import "#features/choices.css";

/** Whether the time is certain; where two were agreed, that one is to be chosen; where it meets another, that other one and a way out. Nothing about what is over. */
export const TimeStanding = (props: {
  readonly record: AppointmentRecord;
  readonly around: Around;
}) => {
  const { texts, formats } = useLocale();
  const appointments = createRecords(appointmentKind);
  const allotments = createRecords(allotmentKind);
  const now = createNow();
  const values = () => props.record.values;
  const rivals = createMemo(() =>
    (values().promise?.with ?? []).map((id) => ({ id, appointment: appointments().get(id) })),
  );
  const isGuaranteed = createIsGuaranteed(() => values().slot);
  const conflicts = createOpenConflicts();
  const conflict = () =>
    conflicts()
      .get(props.record.id)
      ?.find(({ values: { field } }) => parsePath(field).field === "slot");
  const standing = () => {
    if (!isStanding(values()) || values().slot.end <= now()) return "over";
    const word = standingOf(values().slot, values().promise);
    // However certain the present one is: which of the two holds is not.
    const isContested = conflict() !== undefined;
    if (isContested && word !== "clash" && rivals().length === 0) return "contested";
    if (word === "tentative" && isGuaranteed()) return "guaranteed";
    return word === "held" && rivals().length > 0 ? "doubled" : word;
  };
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
      <Show when={standing() === "over" ? undefined : conflict()}>
        {(found) => <TimeConflict conflict={found()} around={props.around} />}
      </Show>
      <Switch>
        <Match when={standing() === "clash"}>
          <Notice
            tone="broken"
            title={texts().slots.clashTitle}
            action={<MoveChoices record={props.record} />}
          >
            {texts().slots.clashText(others())}
          </Notice>
        </Match>
        <Match when={standing() === "doubled"}>
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
        <Match when={standing() === "held"}>
          <StatusLine tone="certain" text={texts().slots.heldText} />
        </Match>
        <Match when={standing() === "guaranteed"}>
          <StatusLine tone="certain" text={texts().slots.guaranteedText} />
        </Match>
        <Match when={standing() === "tentative"}>
          <StatusLine text={texts().slots.tentativeText} />
        </Match>
      </Switch>
    </>
  );
};
