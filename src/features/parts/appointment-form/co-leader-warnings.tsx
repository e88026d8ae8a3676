import { createMemo, For, Show } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { isOverlapping } from "#domain/times/day-plan.ts";
import { adviserKind } from "#domain/kinds/adviser.ts";
import { adviserName, standingFrom } from "#features/parts/times/appointment-view.ts";
import { createNow, createRecords, useStanding } from "#features/environment.tsx";
import { useLocale } from "#i18n/locale.ts";
import { Notice } from "#ui/notice.tsx";
import type { FormState } from "./form-state.ts";
import { spanOf } from "./form-times.ts";

/** Which of the colleagues who are to lead a meeting too have something else then. It warns and refuses nothing. */
export const CoLeaderWarnings = (props: {
  readonly form: FormState;
  /** The appointment that is being changed. */
  readonly except?: RecordId | undefined;
}) => {
  const { texts, formats } = useLocale();
  const now = createNow();
  const sorted = useStanding();
  const advisers = createRecords(adviserKind);
  const busy = createMemo(() => {
    const span = spanOf(props.form.values);
    if (span === null || span.end <= now()) return [];
    return props.form.values.coLeaders.flatMap((member) => {
      const other = standingFrom(sorted(), span.start, member).find(
        ({ id, values }) => id !== props.except && isOverlapping(values.slot, span),
      );
      if (other === undefined) return [];
      const { start, end } = other.values.slot;
      const who = adviserName(member, { advisers: advisers() }, texts());
      return [texts().meeting.leaderBusy(who, formats().span(start, end))];
    });
  });
  return (
    <div role="status">
      <Show when={busy().length > 0}>
        <Notice tone="waiting">
          <For each={busy()}>{(sentence) => <p>{sentence}</p>}</For>
        </Notice>
      </Show>
    </div>
  );
};
