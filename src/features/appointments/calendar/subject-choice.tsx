import { createMemo } from "solid-js";
import { createTeamAdvisers } from "#features/parts/appointment-form/team-advisers.ts";
import { placesByUse } from "#features/parts/appointment-form/form-places.ts";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { useEnvironment } from "#features/environment.tsx";
import { useLocale } from "#i18n/locale.ts";
import { SelectField } from "#ui/select-field.tsx";
import { parseSubject, type Subject, subjectCode } from "./subject.ts";

/** Whose times: one's own, a colleague's, the team's, or those at a place. */
export const SubjectChoice = (props: {
  readonly subject: Subject;
  readonly around: Around;
  readonly onChange: (subject: Subject) => void;
}) => {
  const { store } = useEnvironment();
  const { texts } = useLocale();
  const { member } = store.identity;
  const advisers = createTeamAdvisers();
  const options = createMemo(() => {
    const colleagues = [...advisers().values()].filter(({ id }) => (id as string) !== member);
    const own = subjectCode({ kind: "adviser", adviser: member });
    return [
      { value: own, label: texts().appointments.own },
      { value: "team", label: texts().appointments.team },
      ...colleagues.map(({ id, values }) => ({
        value: `adviser.${id}`,
        label: values.name,
        group: texts().calendar.colleagues,
      })),
      ...placesByUse(props.around, new Map(), member).map((id) => ({
        value: `place.${id}`,
        label: props.around.places.get(id)?.values.name ?? "",
        group: texts().calendar.places,
      })),
    ];
  });
  return (
    <SelectField
      label={texts().appointments.whose}
      labelHidden
      options={options()}
      value={subjectCode(props.subject)}
      onChange={(code) => {
        const subject = parseSubject(code);
        if (subject !== null) props.onChange(subject);
      }}
    />
  );
};
