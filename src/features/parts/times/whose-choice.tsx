import { useLocale } from "#i18n/locale.ts";
import { ChoiceChips } from "#ui/choice-chips.tsx";

/** Whose times a list is about. */
export type Whose = "own" | "team";

/** The choice between one's own and the whole team's. */
export const WhoseChoice = (props: {
  readonly value: Whose;
  readonly onChange: (whose: Whose) => void;
}) => {
  const { texts } = useLocale();
  return (
    <ChoiceChips
      label={texts().appointments.whose}
      labelHidden
      options={[
        { value: "own", label: texts().appointments.own },
        { value: "team", label: texts().appointments.team },
      ]}
      value={props.value}
      onChange={(whose) => props.onChange(whose)}
    />
  );
};
