import { createMemo, For, Show } from "solid-js";
import { appointmentKind, isLedBy } from "#domain/kinds/appointment.ts";
import { waitingKind } from "#domain/kinds/waiting.ts";
import { toLocalDate } from "#domain/local-time.ts";
import { ownSteps } from "#domain/meeting/next-steps.ts";
import { createCalls } from "#features/parts/contact/calls.ts";
import { createOffers } from "#features/parts/waiting/freed.ts";
import { useLocale } from "#i18n/locale.ts";
import { ListRow } from "#ui/list-row.tsx";
import { RowList } from "#ui/row-list.tsx";
import { createNow, createRecords, useEnvironment } from "#features/environment.tsx";

/** So many times that are free again are told here; each of them is on its own page as well. */
const freedAtMost = 3;

/** What there is to do beside meetings, in a few quiet rows: times that would help somebody, calls, promised steps, the waiting list. */
export const Tasks = () => {
  const { member } = useEnvironment().store.identity;
  const { texts, formats } = useLocale();
  const appointments = createRecords(appointmentKind);
  const list = createRecords(waitingKind);
  const now = createNow();
  const today = createMemo(() => toLocalDate(now()));
  const own = createMemo(() =>
    [...appointments().values()].filter(({ values }) => isLedBy(values, member)),
  );
  const offers = createOffers(now);
  const ownOffers = () => offers().filter(({ freed }) => freed.slot.adviser === member);
  const { calls: allCalls, phoneOf } = createCalls(() => "own");
  const calls = createMemo(
    () => allCalls().filter((call) => call.told === null && phoneOf(call) !== "").length,
  );
  const overdue = createMemo(
    () => ownSteps(own(), today()).filter(({ isOverdue }) => isOverdue).length,
  );
  const waiting = createMemo(
    () => [...list().values()].filter(({ values }) => values.status === "waiting").length,
  );
  return (
    <RowList>
      <For each={ownOffers().slice(0, freedAtMost)}>
        {({ freed, entries }) => (
          <ListRow
            title={texts().waitingList.freed.row(
              formats().dayShort(toLocalDate(freed.slot.start), today()),
              formats().time(freed.slot.start),
            )}
            subtitle={texts().waitingList.freed.rowText(entries.length)}
            href={`/appointments/${freed.of}`}
          />
        )}
      </For>
      <Show when={calls() > 0}>
        <ListRow
          tone="quiet"
          title={texts().calls.count(calls())}
          subtitle={texts().calls.countText}
          href="/calls"
        />
      </Show>
      <Show when={overdue() > 0}>
        <ListRow
          tone="quiet"
          title={texts().after.steps.waiting(overdue())}
          subtitle={texts().after.steps.waitingText}
          href="/steps"
        />
      </Show>
      <ListRow
        tone="quiet"
        title={texts().waitingList.title}
        subtitle={
          waiting() === 0 ? texts().waitingList.noneTitle : texts().waitingList.count(waiting())
        }
        href="/waiting"
      />
    </RowList>
  );
};
