import { createMemo, createSignal, For, Show } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { appointmentKind, isLedBy } from "#domain/kinds/appointment.ts";
import { toLocalDate } from "#domain/local-time.ts";
import { ownSteps } from "#domain/meeting/next-steps.ts";
import { createNow, createRecords, useEnvironment } from "#features/environment.tsx";
import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { createAround } from "#features/parts/times/appointment-row.tsx";
import { type Whose, WhoseChoice } from "#features/parts/times/whose-choice.tsx";
import { useLocale } from "#i18n/locale.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { StepRow } from "./step-row.tsx";

/** What advisers promised to do after meetings and have not done: what is overdue first. */
export const StepsPage = () => {
  const { member } = useEnvironment().store.identity;
  const { texts } = useLocale();
  const appointments = createRecords(appointmentKind);
  const around = createAround();
  const now = createNow();
  const [whose, setWhose] = createSignal<Whose>("own");
  const today = createMemo(() => toLocalDate(now()));
  const steps = createMemo(() => {
    const all = ownSteps(appointments().values(), today());
    return whose() === "team" ? all : all.filter(({ of }) => isLedBy(of.values, member));
  });
  const words = () => texts().after.steps;
  const part = (isOverdue: boolean) => steps().filter((one) => one.isOverdue === isOverdue);
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
        when={steps().length > 0}
        fallback={<EmptyState title={words().noneTitle} text={words().noneText} />}
      >
        <For each={[true, false]}>
          {(isOverdue) => (
            <Show when={part(isOverdue).length > 0}>
              <section class="stack" data-gap="tight">
                <SectionTitle>{isOverdue ? words().overdue : words().coming}</SectionTitle>
                <RowList>
                  <For each={part(isOverdue).map(({ of }) => of.id)}>
                    {(id: RecordId) => (
                      <Show when={steps().find(({ of }) => of.id === id)}>
                        {(own) => (
                          <StepRow
                            own={own()}
                            around={around()}
                            today={today()}
                            withAdviser={
                              whose() === "team" || own().of.values.slot.adviser !== member
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
