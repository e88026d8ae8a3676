import { createMemo, createSignal, For, Show, untrack } from "solid-js";
import type { FailureCode } from "#domain/failure.ts";
import { type HoldingForm, parseHolding } from "#domain/times/holding.ts";
import type { Span } from "#domain/times/day-plan.ts";
import type { RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { allotmentKind } from "#domain/kinds/allotment.ts";
import { toLocalDate } from "#domain/local-time.ts";
import { createCurrentAllotments } from "#features/parts/times/allotments.ts";
import { standingFrom } from "#features/parts/times/appointment-view.ts";
import { createNow, useEnvironment, useStanding } from "#features/environment.tsx";
import {
  createHeadingFocus,
  focusFirstWrong,
  goOnWithEnter,
} from "#features/parts/screen/focus.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { makeList } from "#i18n/list.ts";
import { useLocale } from "#i18n/locale.ts";
import type { Edit } from "#store/write.ts";
import { ActionBar } from "#ui/action-bar.tsx";
import { Button } from "#ui/button.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { createFormState } from "#features/parts/appointment-form/form-state.ts";
import { readHabit } from "#features/parts/appointment-form/habit.ts";
import { NoTeam } from "#features/parts/appointment-form/no-team.tsx";
import { NotSaved } from "#features/parts/appointment-form/not-saved.tsx";
import { teamScopeOf } from "#features/parts/appointment-form/team-scope.ts";
import { createGiveBack } from "./give-back.ts";
import { HeldTime } from "./held-time.tsx";
import { HoldingFields } from "./fields.tsx";
import { startingHolding } from "./starting.ts";
import "./page.css";

/** Holding times for a stand, and giving them back. */
export const HoldingPage = () => {
  const { store, clock, toasts } = useEnvironment();
  const { texts, formats, locale } = useLocale();
  const { member, device } = store.identity;
  const sorted = useStanding();
  const now = createNow();
  const current = createCurrentAllotments(now);
  const habit = readHabit(store, untrack(sorted));
  const form = createFormState<HoldingForm>(startingHolding(clock.now(), habit?.place ?? null));
  const [failure, setFailure] = createSignal<FailureCode | "no-team" | null>(null);
  const [isBusy, setBusy] = createSignal(false);
  /** What was held just now: the form that held it stands below its row. */
  const [held, setHeld] = createSignal<RecordId | null>(null);
  let element: HTMLFormElement | undefined;
  createScreenTitle(() => texts().holding.title);
  createHeadingFocus();

  const dayText = (at: Instant) => formats().dayShort(toLocalDate(at), toLocalDate(now()));
  const taken = () => [
    ...standingFrom(sorted(), clock.now(), member).map(({ values }) => values.slot),
    ...current().map(({ values }) => values.slot),
  ];
  const parse = () =>
    parseHolding({ ...form.values }, { adviser: member, holder: device }, taken());
  /** What pressing would hold: the free parts of what was asked for. */
  const free = createMemo((): readonly Span[] => {
    const parsed = parse();
    return parsed.ok ? parsed.value.map(({ slot }) => slot) : [];
  });
  const hoursOf = (spans: readonly Span[]) =>
    makeList(locale())(spans.map(({ start, end }) => formats().span(start, end)));
  const saveLabel = () => {
    const [first] = free();
    if (first === undefined) return texts().holding.hold;
    return texts().holding.holdSpan(dayText(first.start), hoursOf(free()));
  };
  const undo = async (made: readonly RecordId[], message: string) => {
    const sights = made.flatMap((id) => store.ledger.sightOf(id) ?? []);
    const undone = await store.write(sights.map((sight): Edit => ({ verb: "del", sight })));
    if (undone.ok) toasts.show({ text: message });
    else setFailure(undone.failure.code);
  };
  const own = () => current().filter(({ values }) => values.holder === device);
  const giveBack = createGiveBack();
  const hold = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy()) return;
    setFailure(null);
    const parsed = parse();
    form.setFailures(parsed.ok ? [] : parsed.failure);
    if (!parsed.ok) {
      if (element !== undefined) focusFirstWrong(element);
      return;
    }
    const home = teamScopeOf(store);
    if (home === null) {
      setFailure("no-team");
      return;
    }
    const edits = parsed.value.map((fields) => ({
      verb: "new" as const,
      record: store.newRecordId(),
      kind: allotmentKind.name,
      home,
      fields,
    }));
    const { undone } = texts().holding;
    const slots = parsed.value.map(({ slot }) => slot);
    const day = slots.slice(0, 1).map(({ start }) => dayText(start));
    const done = texts().holding.done(`${day.join("")} ${texts().common.at(hoursOf(slots))}`);
    setBusy(true);
    const written = await store.write(edits);
    setBusy(false);
    if (!written.ok) {
      setFailure(written.failure.code);
      return;
    }
    const made = edits.map(({ record }) => record);
    const action = { label: texts().common.undo, run: () => void undo(made, undone) };
    toasts.show({ text: done, tone: "certain", action });
    setHeld(made[0] ?? null);
  };

  return (
    <>
      <PageHeader
        back={{ href: "/", label: texts().today.title }}
        title={texts().holding.title}
        subtitle={texts().holding.intro}
      />
      <NoTeam />
      <Show when={current().length > 0}>
        <section class="stack" data-gap="tight">
          <SectionTitle>{texts().holding.listTitle}</SectionTitle>
          <RowList look="joined" label={texts().holding.listTitle}>
            {/* By their ids: a row with the focus in it stays when the endpoint says how it stands. */}
            <For each={current().map(({ id }) => id)}>
              {(id) => (
                <Show when={current().find((one) => one.id === id)}>
                  {(allotment) => <HeldTime allotment={allotment()} isNew={held() === id} />}
                </Show>
              )}
            </For>
          </RowList>
          <Show when={own().length > 1}>
            <Button kind="quiet" onClick={() => void giveBack(own())}>
              {texts().holding.giveBackAll}
            </Button>
          </Show>
        </section>
      </Show>
      <form
        ref={(made) => (element = made)}
        id="holding"
        class="stack"
        novalidate
        onKeyDown={goOnWithEnter}
        onSubmit={(event) => void hold(event)}
      >
        <HoldingFields form={form} />
      </form>
      <NotSaved code={failure()} />
      <ActionBar>
        <Button
          type="submit"
          form="holding"
          kind="primary"
          busy={isBusy()}
          busyLabel={texts().common.saving}
        >
          {saveLabel()}
        </Button>
      </ActionBar>
    </>
  );
};
