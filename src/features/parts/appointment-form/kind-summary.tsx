import type { JSX } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import { wordOf } from "#i18n/words.ts";
import { SummaryRow } from "#ui/summary-row.tsx";
import { guidanceWord, languageWord } from "#features/parts/times/appointment-view.ts";
import type { Habit } from "./habit.ts";
import type { FormState } from "./form-state.ts";
import { lengthOf, usualLengthInMinutes } from "./form-times.ts";
import { KindFields } from "./kind-fields.tsx";

/** What is mostly as before, in one line that opens for changing. */
export const KindSummary = (props: {
  readonly form: FormState;
  readonly habit: Habit | null;
  /** Stands in the line too, such as whose time it takes when that is not the own. */
  readonly also?: string | undefined;
  /** More controls behind the line. */
  readonly children?: JSX.Element;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) => {
  const { texts, formats } = useLocale();
  const form = () => props.form.values;
  const length = () => lengthOf(form()) ?? usualLengthInMinutes;
  const isAsBefore = () =>
    props.habit !== null &&
    props.habit.guidance === form().guidance &&
    props.habit.lengthInMinutes === length();
  const title = () => {
    const summary = texts().form.summary(
      guidanceWord(form().guidance, texts()),
      formats().length(length()),
      languageWord(form().language, texts()),
    );
    const needed = form().needs.map((need) => wordOf(texts().words.need, need));
    return [summary, ...needed, props.also].filter(Boolean).join(", ");
  };
  return (
    <SummaryRow
      title={title()}
      subtitle={isAsBefore() ? texts().form.asBefore : undefined}
      openLabel={texts().common.change}
      closeLabel={texts().common.done}
      open={props.open}
      onOpenChange={props.onOpenChange}
    >
      {props.children}
      <KindFields form={props.form} />
    </SummaryRow>
  );
};
