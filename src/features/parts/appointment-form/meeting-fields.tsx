import { createMemo, Show } from "solid-js";
import type { MemberId, RecordId, ScopeId } from "#domain/ids.ts";
import { adviserKind } from "#domain/kinds/adviser.ts";
import { partsOfForm } from "#domain/kinds/appointment-forms.ts";
import { createRecords } from "#features/environment.tsx";
import { useLocale } from "#i18n/locale.ts";
import { TextField } from "#ui/text-field.tsx";
import { ToggleChips } from "#ui/toggle-chips.tsx";
import { CoLeaderWarnings } from "./co-leader-warnings.tsx";
import type { FormState } from "./form-state.ts";
import { PartnerFields } from "./partner-fields.tsx";

/** What a meeting has that is not for one client alone: its title, its places, who else leads it, and partners. Nothing of the usual one. */
export const MeetingFields = (props: {
  readonly form: FormState;
  /** Whose records they are: only colleagues of that team see the meeting. */
  readonly team: ScopeId | null;
  /** The appointment that is being changed. */
  readonly except?: RecordId | undefined;
}) => {
  const { texts } = useLocale();
  const advisers = createRecords(adviserKind);
  const form = () => props.form.values;
  const parts = createMemo(() => partsOfForm(form().form));
  const sentenceOf = (field: "title" | "capacity") => {
    const code = props.form.failures()[field];
    return code === undefined ? undefined : texts().failures[code];
  };
  const colleagues = () => {
    const known = [...advisers().values()].filter(
      ({ id, values }) =>
        (id as string) !== form().adviser && (values.team as string | null) === props.team,
    );
    const options = known.map(({ id, values }) => ({ value: id as string, label: values.name }));
    const hidden = form().coLeaders.filter((member) =>
      known.every(({ id }) => (id as string) !== member),
    );
    return [
      ...options.sort((one, other) => (one.label < other.label ? -1 : 1)),
      ...hidden.map((member) => ({
        value: member as string,
        label:
          advisers().get(member as string as never)?.values.name || texts().common.unknownPerson,
      })),
    ];
  };
  return (
    <>
      <Show when={parts().title !== "none"}>
        <TextField
          label={texts().meeting.title}
          mark={parts().title === "free" ? texts().common.notRequired : undefined}
          hint={texts().meeting.titleHint}
          error={sentenceOf("title")}
          autocapitalize="sentences"
          enterKeyHint="next"
          value={form().title}
          onInput={(title) => props.form.change({ title })}
        />
      </Show>
      <Show when={parts().capacity}>
        <TextField
          label={texts().meeting.capacity}
          mark={texts().common.notRequired}
          error={sentenceOf("capacity")}
          inputMode="numeric"
          enterKeyHint="next"
          value={form().capacity}
          onInput={(capacity) => props.form.change({ capacity })}
        />
      </Show>
      <Show when={parts().coLeaders && colleagues().length > 0}>
        <ToggleChips
          label={texts().meeting.coLeaders}
          options={colleagues()}
          values={form().coLeaders}
          onChange={(chosen) => props.form.change({ coLeaders: chosen as readonly MemberId[] })}
        />
        <CoLeaderWarnings form={props.form} except={props.except} />
      </Show>
      <Show when={parts().partners}>
        <PartnerFields form={props.form} />
      </Show>
    </>
  );
};
