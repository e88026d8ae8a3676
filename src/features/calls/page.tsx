import { createMemo, createSignal, For, Show } from "solid-js";
import { useEnvironment } from "#features/environment.tsx";
import { type AppointmentCall, createCalls } from "#features/parts/contact/calls.ts";
import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
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

/** A client may be told of several times, and a time be told to several clients. */
const keyOf = ({ of, client }: AppointmentCall): string => `${of.id} ${client}`;

/** Whom to call or to write to today; what is ticked stays below for the day, with who did it. */
export const CallsPage = () => {
  const { member } = useEnvironment().store.identity;
  const { texts } = useLocale();
  const around = createAround();
  const [whose, setWhose] = createSignal<Whose>("own");
  const { calls, phoneOf } = createCalls(whose);
  const byKey = createMemo(() => new Map(calls().map((call) => [keyOf(call), call])));
  const partOf = (call: AppointmentCall): Part => {
    if (call.told !== null) return "done";
    return phoneOf(call) === "" ? "withoutPhone" : "open";
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
                  <For each={part(name).map(keyOf)}>
                    {(key) => (
                      <Show when={byKey().get(key)}>
                        {(call) => (
                          <CallRow
                            call={call()}
                            phone={phoneOf(call())}
                            around={around()}
                            withAdviser={
                              whose() === "team" || call().of.values.slot.adviser !== member
                            }
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
