import { createMemo, createSignal, For, Show } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { type Call, callsOf } from "#domain/meeting/calls.ts";
import { createNow, createRecords, useEnvironment } from "#features/environment.tsx";
import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import { createAround } from "#features/parts/times/appointment-row.tsx";
import { type Whose, WhoseChoice } from "#features/parts/times/whose-choice.tsx";
import { useLocale } from "#i18n/locale.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { CallRow } from "./call-row.tsx";

/** Who has no number is there too: they are told in another way, or their number is asked for. */
const parts = ["open", "withoutPhone", "done"] as const;
type Part = (typeof parts)[number];

/** Whom to call or to write to today; what is ticked stays below for the day, with who did it. */
export const CallsPage = () => {
  const { store } = useEnvironment();
  const { texts } = useLocale();
  const appointments = createRecords(appointmentKind);
  const around = createAround();
  const now = createNow();
  const [whose, setWhose] = createSignal<Whose>("own");
  const calls = createMemo(() => {
    const { member } = store.identity;
    const own = [...appointments().values()].filter(
      ({ values }) => whose() === "team" || values.slot.adviser === member,
    );
    return callsOf(own, now());
  });
  const phoneOf = (client: RecordId | null) =>
    client === null ? "" : (around().clients.get(client)?.values.phone ?? "");
  const partOf = ({ of, told }: Call<AppointmentRecord>): Part => {
    if (told !== null) return "done";
    return phoneOf(of.values.client) === "" ? "withoutPhone" : "open";
  };
  const part = (name: Part) => calls().filter((call) => partOf(call) === name);
  const words = () => texts().calls;
  createScreenTitle(() => words().title);
  createHeadingFocus();
  return (
    <>
      <PageHeader
        back={{ href: "/", label: texts().today.title }}
        title={words().title}
        subtitle={words().text}
      />
      <WhoseChoice value={whose()} onChange={setWhose} />
      <Show
        when={calls().length > 0}
        fallback={<EmptyState title={words().noneTitle} text={words().noneText} />}
      >
        <For each={parts}>
          {(name) => (
            <Show when={part(name).length > 0}>
              <section class="stack" data-gap="tight">
                <SectionTitle>{words()[name]}</SectionTitle>
                <RowList>
                  <For each={part(name).map(({ of }) => of.id)}>
                    {(id) => (
                      <Show when={calls().find(({ of }) => of.id === id)}>
                        {(call) => (
                          <CallRow
                            call={call()}
                            phone={phoneOf(call().of.values.client)}
                            around={around()}
                            withAdviser={whose() === "team"}
                          />
                        )}
                      </Show>
                    )}
                  </For>
                </RowList>
              </section>
            </Show>
          )}
        </For>
      </Show>
    </>
  );
};
